import type { ShowWords } from '../en/show.ts';
import { count, plural } from './written.ts';

export const showWords = {
  chooseDate: 'Elija una fecha',
  all: 'Todas las fechas',
  matinee: 'Sesiones de tarde',
  evening: 'Sesiones de noche',
  weekend: 'En fin de semana',
  filter: 'Mostrar',
  none: 'No hay funciones de ese tipo',
  noneDetail: 'Elija otro tipo de fecha.',
  found: (n) => plural(n, { one: '1 función', other: `${count(n)} funciones` }),
  from: (price) => `desde ${price}`,
  seats: 'Elegir asientos',
  line: 'A la cola',
  lobby: 'Al vestíbulo',
  cancelled: 'Cancelada',
  movedFrom: (when) => `trasladada, antes ${when}`,
  look: 'Ver los asientos',
  closed: 'No está a la venta',
  saleFor: (audience) => `Para: ${audience}`,
  opens: (when) => `Las puertas se abren: ${when}`,
  openNow: 'Las puertas están abiertas',
} satisfies ShowWords;
