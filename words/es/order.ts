import type { OrderWords } from '../en/order.ts';
import { count, plural } from './written.ts';

export const orderWords = {
  placedTitle: 'Su pedido se está haciendo',
  placedDetail: 'Los asientos se están poniendo a su nombre. Tarda unos segundos; puede cerrar la página y volver.',
  placedLong: 'Está tardando más de lo habitual. Su pedido ha llegado; no hace falta nada más de su parte.',
  confirmedTitle: 'Hasta pronto',
  refusedTitle: 'Este pedido no ha podido hacerse',
  'card-declined':
    'La tarjeta fue rechazada. No se ha cobrado nada, y sus asientos siguen guardados mientras dure su plazo.',
  'seats-lost': 'El plazo de los asientos había terminado y ahora los tiene otra persona. No se ha cobrado nada.',
  'payment-withdrawn':
    'Su banco retiró el pago antes de que se hiciera. No se ha cobrado nada y los asientos vuelven a la venta.',
  'performance-cancelled': 'La función está cancelada. No se ha cobrado nada.',
  toCheckout: 'Pagar de otra forma',
  toSeason: 'Elegir de nuevo',

  reference: 'Su referencia',
  referenceHint: 'Dígala en la taquilla.',
  total: 'Total',
  lost: 'Estos asientos ya no estaban disponibles, y no se cobran:',
  payBy: (when) =>
    `Pague en la taquilla, a más tardar el ${when}. Hasta entonces los asientos son suyos; después el pedido se anula y vuelven a la venta.`,
  promised: 'Por pagar en la taquilla',
  captured: 'Pagado',
  authorised: 'Pago autorizado',
  voided: 'No cobrado',
  declined: 'Rechazado',

  payingTitle: 'Queda un paso: pagar',
  payingDetail: 'Sus asientos siguen guardados mientras dure su plazo. No se cobra nada si no son suyos.',
  otherWay: 'Elegir otra forma de pago',
  sentTitle: 'Su pago está en el banco',
  sentDetail: 'Esperamos la respuesta del banco. Tarda unos segundos; puede cerrar la página y volver.',
  sentLong: 'Está tardando más de lo habitual. Su pago se envió una vez; no hace falta nada más de su parte.',
  bankTitle: 'Esperamos a su banco',
  bankDetail: 'Su banco todavía no ha respondido. Seguimos preguntando; puede cerrar la página y volver.',
  'not-paid':
    'No llegó ningún pago a tiempo. No se ha cobrado nada. Si sus asientos siguen guardados, puede pedirlos de nuevo.',
  toPayAgain: 'Volver a sus asientos',
  pending: 'A la espera del pago',
  expired: 'No se pagó a tiempo: no debe nada',
  refunding: 'Lo que pagó está en camino de vuelta',
  refunded: 'Se le devolvió lo que pagó',
  givenBack: (amount) =>
    `Se devolvieron ${amount} por la misma vía de pago. Su banco puede tardar hasta diez días en mostrarlo.`,
  due: (amount) => `Quedan ${amount} por pagar en la taquilla.`,

  performanceOff: 'Esta función no se celebra',
  performanceOffDetail: 'Sus entradas ya no abren la puerta.',
  houseSays: (reason) => `La taquilla dice: «${reason}»`,
  movedFrom: (before) => `Trasladada. Estaba prevista ${before}.`,
  returnUntil: (when) =>
    `Si no le conviene, devuelva los asientos antes de ${when} y recibirá todo lo que pagó por ellos.`,
  otherDates: 'Una fecha que se ofrece en su lugar',
  giveBackOf: (what) => `Devolver las entradas: ${what}`,
  choice: {
    title: 'Otra fecha, o su dinero',
    until: (when) => `Elija antes de ${when}. Si no elige nada, entonces le devolvemos su dinero.`,
    untilPromise: (when) =>
      `Elija antes de ${when}. Si no elige nada, sus asientos salen entonces de su pedido y no debe nada por ellos.`,
    seats:
      'En otra fecha recibe los mejores asientos libres de la misma categoría de precio. No le cuestan nada más; si cuestan menos, le devolvemos la diferencia.',
    dates: '¿Qué prefiere?',
    money: (amount) => `Ninguna otra fecha: devolución de ${amount}`,
    nothing: 'Ninguna otra fecha: no debo nada',
    noDates: 'Ninguna de las fechas está ya disponible.',
    confirm: 'Confirmar mi elección',
    confirming: 'Confirmando…',
    headline: 'Le toca elegir',
    headlineDetail: 'Esta función no se celebra. Elija otra fecha, o su dinero.',
    finding: 'Estamos buscando asientos para usted',
    findingDetail: 'Tarda unos segundos. Si no los hay, podrá elegir de nuevo.',
    noSeats: 'En esta fecha no hay asientos para usted',
    noSeatsDetail:
      'No hay ahora suficientes asientos libres de su categoría en esa fecha. Elija otra fecha, o su dinero.',
    waits: (amount) => `${amount} a la espera de su elección`,
    instead: 'En lugar de la función cancelada',
  },
  cancelledTitle: 'Este pedido está anulado',
  cancelledDetail: 'Sus entradas ya no abren la puerta, y sus asientos vuelven a estar a la venta.',
  expiredTitle: 'El plazo para pagar ha pasado',
  expiredDetail:
    'La taquilla no recibió el pago antes de la fecha límite, así que los asientos vuelven a la venta. No debe nada.',
  cancelling: 'Sus entradas se están devolviendo',
  cancellingDetail: 'Tarda unos segundos. Las entradas ya no abren la puerta.',
  exchanging: 'Sus asientos se están cambiando',
  exchangingDetail: 'Tarda unos segundos. Si los nuevos ya no están, conserva los que tiene.',
  notGivenBack: 'Estas entradas no se pudieron devolver',
  notGivenBackDetail: 'Una de ellas ya ha abierto la puerta, así que el pedido queda como estaba.',
  notExchanged: 'El cambio no se hizo',
  notExchangedDetail: {
    'seats-taken': 'Alguien fue más rápido con los asientos nuevos. Conserva los que tenía, al precio que tenía.',
    'ticket-used': 'Una entrada de este pedido ya ha abierto la puerta. Conserva los asientos que tenía.',
  },

  payOverTitle: 'El tiempo para pagar ha terminado',
  payOverDetail: 'No se ha cobrado nada, y este pedido no se ha hecho.',
  bankAsksTitle: 'Su banco le pregunta',
  bankAsksDetail: 'Respóndale, quizá en su aplicación. Sus asientos esperan la respuesta.',
  bankAsksUntil: (when) => `Mientras el banco pregunta, los asientos son suyos hasta las ${when}.`,
  exchanged: 'Sus asientos están cambiados',
  exchangedDetail: 'Las entradas de abajo son las nuevas. Las antiguas ya no abren la puerta.',
  mailed:
    'Enviamos las entradas también a su dirección de correo. El enlace de ese mensaje vuelve a abrir esta página, en cualquier dispositivo.',

  change: 'Si cambian sus planes',
  exchange: 'Cambiar asientos',
  exchangeFull: (what) => `Cambiar asientos: ${what}`,
  giveBack: (n) => plural(n, { one: 'Devolver esta entrada', other: 'Devolver estas entradas' }),
  giveBackSome: 'Devolver algunas',
  giveBackWhich: '¿Qué entradas devuelve?',
  giveBackOthers: 'Las demás entradas quedan como están.',
  givenBackOnes: 'Devueltas',
  giveBackTitle: (n) => plural(n, { one: '¿Devolver esta entrada?', other: '¿Devolver estas entradas?' }),
  giveBackWhat: (n) =>
    plural(n, {
      one: 'La entrada deja de abrir la puerta, y el asiento pasa enseguida a otra persona.',
      other: `Las ${count(n)} entradas dejan de abrir la puerta, y los asientos pasan enseguida a otras personas.`,
    }),
  giveBackMoney: (amount) =>
    `Se le devuelven ${amount} por la misma vía de pago. Su banco puede tardar hasta diez días en mostrarlo.`,
  giveBackPromise: 'Todavía no ha pagado, y no deberá nada.',
  giveBackYes: (n) => plural(n, { one: 'Sí, devolverla', other: 'Sí, devolverlas' }),
  givingBack: (n) => plural(n, { one: 'Devolviéndola…', other: 'Devolviéndolas…' }),
  giveBackNo: (n) => plural(n, { one: 'Conservarla', other: 'Conservarlas' }),

  tickets: 'Entradas',
  ticketsHint: 'Muestre el código en la puerta, en esta pantalla o en papel. Cada uno abre la puerta una vez.',
  print: 'Imprimir',
  code: (label) => `Código de la entrada para ${label}`,
  making: 'Dibujando el código…',
  noCode: 'No se pudo dibujar el código en este dispositivo. Diga su referencia en la taquilla.',

  finish: 'He terminado de comprar',
  finishDetail: 'Si devuelve su tiempo, la siguiente persona entra antes.',
  more: 'Añadir otra función',
  thanks: 'Gracias',
  thanksDetail: 'Alguien de más atrás acaba de avanzar. Sus entradas siguen en esta página.',

  notHere: 'Este navegador no tiene la clave de este pedido',
  notHereDetail:
    'Un pedido solo se abre para quien lo hizo: con el enlace de su correo, o con el comprobante de su lugar en la cola.',
} satisfies OrderWords;
