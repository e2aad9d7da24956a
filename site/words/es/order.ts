import type { OrderWords } from '../en/order.ts';

export const orderWords = {
  placedTitle: 'Su pedido se está haciendo',
  placedDetail: 'Los asientos se están poniendo a su nombre. Tarda unos segundos; puede cerrar la página y volver.',
  placedLong: 'Está tardando más de lo habitual. Su pedido ha llegado; no hace falta nada más de su parte.',
  confirmedTitle: 'Nos vemos en el teatro',
  refusedTitle: 'Este pedido no ha podido hacerse',
  'card-declined':
    'La tarjeta fue rechazada. No se ha cobrado nada, y sus asientos siguen guardados mientras dure su plazo.',
  'seats-lost': 'El plazo de los asientos había terminado y ahora los tiene otra persona. No se ha cobrado nada.',
  toCheckout: 'Pagar de otra forma',
  toSeason: 'Elegir de nuevo',

  reference: 'Su referencia',
  referenceHint: 'Dígala por teléfono.',
  total: 'Total',
  lost: 'Estos asientos ya no estaban disponibles, y no se cobran:',
  payBy: (when) =>
    `Pague en la taquilla, a más tardar el ${when}. Hasta entonces los asientos son suyos; después podrían darse a otras personas.`,
  promised: 'Por pagar en la taquilla',
  captured: 'Pagado',
  authorised: 'Pago autorizado',
  voided: 'No cobrado',
  declined: 'Rechazado',

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

  notHere: 'Este pedido está guardado en otro navegador',
  notHereDetail:
    'Por su seguridad, un pedido solo se abre donde se hizo. Llame a la taquilla con su referencia y le ayudarán.',
} satisfies OrderWords;
