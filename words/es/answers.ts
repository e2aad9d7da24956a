import type { AnswersWords } from '../en/answers.ts';
import { lineWords, minutes, people } from './line.ts';
import { count } from './written.ts';

const at = (when?: string) => (when ? ` (${when})` : '');

export const answersWords = {
  title: 'Preguntas y respuestas',
  ask: {
    queue: '¿Por qué hay una cola?',
    early: '¿Sirve de algo llegar pronto?',
    fair: '¿Cómo sé que el sorteo es justo?',
    long: '¿Cuánto va a tardar?',
    refresh: '¿Debo recargar esta página?',
    missed: '¿Y si se me pasa el turno?',
    quieter: '¿Cuándo hay menos gente?',
    seats: '¿Quedarán asientos?',
    payment: '¿Y si falla el pago?',
    access: '¿Cómo consigo un lugar para silla de ruedas o más tiempo?',
  },
  askReach: '¿Cómo hablo con la taquilla?',
  askNumber: (n) => `¿Por qué tengo el número ${count(n)}?`,

  queue:
    'Llega más gente a la vez de la que puede elegir asientos al mismo tiempo. Dejamos entrar a cuantos puede atender la taquilla, por sus números. Así cada asiento es de una sola persona y los pagos se completan.',
  waiting: (n) => `Esperan ahora: ${people(n)}.`,
  rate: (n) => `Llamados cada minuto: unos ${count(n)}.`,

  noUse: 'Llegar pronto no da un número mejor.',
  willBe: (when) =>
    `Todos los que llegan antes de que se abran las puertas${at(when)} entran en el sorteo en ese momento. Quienes llegan después quedan detrás.`,
  here: (n) => `En el vestíbulo ahora: ${people(n)}.`,
  lot: (when) => `Todos los que llegaron antes de que se abrieran las puertas${at(when)} entraron en el sorteo.`,
  among: (n) => `En ese sorteo: ${people(n)}, con la misma probabilidad de cada número.`,
  late: 'Después, quienes llegan en los mismos segundos entran juntos en un sorteo.',
  behind: (n) => `Sorteados antes, y por eso delante: ${people(n)}.`,

  fair: 'Primero se fija y se publica la lista de todos los que entran en un sorteo. Solo entonces decide una fuente pública de azar: nadie puede conocerla antes ni elegirla.',
  unproved:
    'Primero se fija y se publica la lista de todos los que entran en un sorteo. Pero en esta cola no decide una fuente pública de azar que aquí se conozca: el sorteo no está probado.',
  checkPlace: 'Comprobar mi lugar',
  check:
    '«Comprobar mi lugar», en la página de la cola, vuelve a calcular su número en su propio aparato, con lo que está publicado.',

  notYet: (when) => `Podremos decirlo uno o dos minutos después de que se abran las puertas${at(when)}.`,
  unknown: 'Lo sabremos en un minuto o dos.',
  called: 'Han llamado a su número.',
  ahead: lineWords.ahead,
  wait: (half, most) =>
    `Con su número, a la mitad se les llama en ${minutes(half)} más o menos, a nueve de cada diez en ${minutes(most)}.`,
  waitMost: (most) => `Con su número, a nueve de cada diez se les llama en ${minutes(most)}.`,
  middle: (half, most) =>
    `Desde la mitad de la cola, a la mitad se les llama en ${minutes(half)} más o menos, a nueve de cada diez en ${minutes(most)}.`,
  joiningNow: (half, most) => lineWords.waitNow(half < most ? minutes(half) : undefined, minutes(most)),
  halts: lineWords.halts,

  refresh:
    'No. Esta página trae sola cada cambio. Recargarla no hace daño ni sirve de nada: su lugar se guarda en la taquilla, no en esta página. Puede cerrarla, dejar dormir el teléfono o entrar otra vez desde otro aparato: recupera el mismo lugar.',

  missed: (when) =>
    `No se pierde nada. Una vez llamado, su número sigue llamado hasta que se cierra la cola${at(when)}. Si llega tarde, es de los primeros entre los siguientes y entra en cuanto haya sitio. Si se le acaba el tiempo para comprar, podrá volver a entrar cuando haya sitio.`,

  quieter:
    'La espera es más larga cuando se abren las puertas, y más corta cuando llega menos gente de la que se llama. Pero cuanto más tarde llegue, menos asientos habrá para elegir. Un lugar en la cola nunca empeora: consérvelo.',
  closes: (when) => `La cola se cierra el ${when}.`,

  chance: (tenths) =>
    `Para dos asientos con su número: ${tenths === 0 ? 'menos de 1 posibilidad de cada 20' : tenths === 10 ? 'muy probable' : `unas ${tenths} posibilidades de cada 10`}. Se calcula por cómo se compra ahora. No es una promesa.`,
  left: (n) => `Asientos aún sin vender: ${count(n)}.`,
  noOdds: 'Podremos decirlo cuando hayan comprado los primeros.',

  kept: (n) =>
    `Los asientos de su cesta se le guardan durante ${minutes(n)}, y más tiempo mientras su banco le pregunte.`,
  findOrder: 'Encontrar mi pedido',
  payment:
    'Si se rechaza un pago, no se cobra nada: inténtelo otra vez o con otra tarjeta. Si ha pagado y no ve entradas, no pague dos veces. Abra «Encontrar mi pedido»: o están allí sus entradas, o el dinero vuelve por sí solo.',

  access:
    'Los lugares para silla de ruedas, cada uno con un asiento al lado para un acompañante, no se dan a nadie más. Elija «Una plaza para silla de ruedas» al entrar. Si necesita más tiempo, dígalo al tomar su lugar: todos los límites son más largos para usted, y puede pedir más. Nada de eso cambia el sorteo.',
} satisfies AnswersWords;
