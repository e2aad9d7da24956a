import type { SeasonWords } from '../en/season.ts';
import { count, plural } from './written.ts';

export const seasonWords = {
  cancelled: 'Cancelado',
  empty: 'Todavía no hay nada en cartel',
  emptyDetail: 'La temporada se está preparando. Vuelva pronto, por favor.',
  plainPage: '¿Sin script? Vaya a la página sencilla de la cola',
  findOrder: 'Encontrar mi pedido',
  shows: 'En escena',
  onSales: 'Venta de entradas',
  performances: (n) => plural(n, { one: '1 función', other: `${count(n)} funciones` }),
  whoFor: (audience) => `Para: ${audience}`,

  opensIn: 'Las puertas se abren en',
  opens: 'Las puertas se abren',
  doorsOpen: 'Las puertas están abiertas',
  until: (when) => `Hasta el ${when}`,
  joinLobby: 'Entrar en el vestíbulo',
  joinLine: 'Ponerse a la cola',
  toPlace: 'Ver su lugar en la cola',
  shopNow: 'Ya está dentro: elija un espectáculo',
  limit: (seats) =>
    plural(seats, { one: '1 entrada por persona', other: `hasta ${count(seats)} entradas por persona` }),
} satisfies SeasonWords;
