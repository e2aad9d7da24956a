import type { LineWords } from '../en/line.ts';
import { count, plural } from './written.ts';

export const people = (n: number) => plural(n, { one: '1 persona', other: `${count(n)} personas` });

export function minutes(n: number): string {
  if (n < 60) return plural(n, { one: 'un minuto', other: `${n} minutos` });
  const hours = Math.round(n / 30) / 2;
  return hours === 1 ? 'una hora' : `${`${hours}`.replace('.5', '½')} horas`;
}

export const lineWords = {
  eyebrow: (audience) => (audience ? `Para ${audience}` : 'Venta'),
  noOnSale: '¿Qué cola?',

  doorsIn: 'Las puertas se abren en',
  doorsAt: (when) => `Se abren el ${when}.`,
  doorsOpening: 'Se abren las puertas',
  doorsOpen: 'Las puertas están abiertas',
  windows: 'Quién entra y cuándo',
  openNow: 'abierto',
  yourWindow: (name) => `Usted entra con: ${name}`,
  waitNow: (half, most) =>
    `De quienes llegan ahora, ${half ? `a la mitad se les llama en ${half} más o menos, a nueve de cada diez` : 'a nueve de cada diez se les llama'} en ${most}.`,

  joinTitle: 'Entrar en el vestíbulo',
  joinTitleOpen: 'Ponerse en la cola',
  ways: '¿Cómo entra usted?',
  way: { members: 'Con número de socio', email: 'Por correo electrónico', open: 'Sin nada de eso' },
  member: 'Número de socio',
  memberHint: 'Como figura en su carné.',
  postcode: 'Código postal',
  postcodeHint: 'De la dirección a la que le escribimos.',
  needsAsk: '¿Necesita un lugar para silla de ruedas, un acompañante a su lado o más tiempo?',
  join: 'Tomar un lugar',
  joining: 'Un momento…',
  proving: 'Comprobamos que no es un robot…',
  provingDetail: 'Su navegador hace una cuenta por nosotros. Tarda unos segundos y usted no tiene que hacer nada.',
  joinOnce: 'Un lugar por persona. Desde otro aparato recupera el mismo.',

  drawTitle: 'Cómo se decide el orden',
  draw: 'Todos los que están antes de que se abran las puertas tienen la misma suerte: al abrirse, todos los lugares se sortean. Llegar pronto no da ventaja, y quien llega después queda detrás de este sorteo.',
  drawLater:
    'Las puertas están abiertas: usted quedará detrás de todos los ya sorteados. Quienes llegan en los mismos segundos que usted entran juntos en el sorteo.',
  ledger: 'Lo que se hizo en esta cola',

  inLobby: 'Ya tiene un lugar',
  inLobbyDetail:
    'Puede cerrar esta página o dejar dormir el teléfono: su lugar sigue siendo suyo. Vuelva cuando se abran las puertas.',
  waitingHere: (n) => (n === 1 ? 'Es la primera persona aquí.' : `${people(n)} en el vestíbulo.`),
  drawing: 'Se está haciendo el sorteo',
  drawingDetail: 'Su número estará aquí en unos segundos.',

  ahead: (n) => (n === 0 ? 'Le toca enseguida' : `${people(n)} delante de usted`),

  halts: {
    staff: ['La cola está en pausa', 'Por el momento no se llama a nadie, y nadie se le adelanta.'],
    house: [
      'La taquilla no da abasto',
      'No llamamos a nadie hasta que responda como debe. Su lugar está seguro, y nadie se le adelanta.',
    ],
    baskets: [
      'Todos los asientos están en alguna cesta',
      'Algunos quedarán libres en unos minutos. Entonces la cola sigue en su orden: quédese si quiere.',
    ],
    'sold-out': [
      'Agotado',
      'Todos los asientos están vendidos. Si vuelve alguno, la cola sigue en su orden. Puede quedarse, irse o preguntar en la taquilla.',
    ],
  },

  called: 'Es su turno',

  over: 'Esta venta ha terminado',

  lost: 'No llegan noticias de la taquilla',
  lostDetail: 'Su lugar está seguro: se guarda en la taquilla, no en esta página. Seguimos intentándolo.',

  titleNumber: (position, ahead) =>
    ahead === 0 ? `Enseguida · número ${count(position)}` : `${count(ahead)} delante · número ${count(position)}`,
  titleCalled: '★ Es su turno',
  announceNumber: (position, ahead) => `Su número es el ${count(position)}. ${ahead}.`,
} satisfies LineWords;
