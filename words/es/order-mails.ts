import type { OrderMailWords } from '../en/order-mails.ts';
import { count, plural } from './written.ts';

export const orderMailWords = {
  ticketsSubject: (titles, reference) => `Sus entradas: ${titles} (${reference})`,
  cancelledSubject: (titles, reference) => `Pedido anulado: ${titles} (${reference})`,
  refusedSubject: (titles, reference) => `Pedido no realizado: ${titles} (${reference})`,
  movedSubject: (titles, reference) => `Cambio de fecha o lugar: ${titles} (${reference})`,
  dear: (name) => `Hola, ${name}:`,

  tickets: (n) =>
    plural(n, {
      one: 'Aquí tiene su entrada. Muestre su código en la puerta, en una pantalla o en papel; abre la puerta una vez.',
      other: `Aquí tiene sus ${count(n)} entradas. Muestre cada código en la puerta, en una pantalla o en papel; abre la puerta una vez.`,
    }),
  look: 'Ver su pedido, devolverlo o cambiar asientos:',
  care: 'El enlace y las entradas son para usted: quien los tenga puede usarlos.',

  refused: {
    'card-declined': 'Su pedido no ha podido hacerse: la tarjeta fue rechazada. No se ha cobrado nada.',
    'seats-lost':
      'Su pedido no ha podido hacerse: el plazo de los asientos había terminado y ahora los tiene otra persona. No se ha cobrado nada.',
    'not-paid': 'Su pedido no ha podido hacerse: no llegó ningún pago a tiempo. No se ha cobrado nada.',
    'payment-withdrawn':
      'Su pedido no ha podido hacerse: su banco retiró el pago antes de que se hiciera. No se ha cobrado nada y los asientos vuelven a la venta.',
    'performance-cancelled': 'Su pedido no ha podido hacerse: la función está cancelada. No se ha cobrado nada.',
  },
  expired:
    'Su pedido no se pagó antes de la fecha límite. Está anulado, no debe nada y sus entradas ya no abren la puerta.',
  cancelled: 'Su pedido está anulado, y sus entradas ya no abren la puerta.',
  notCharged: 'No se ha cobrado nada.',
  backAtBoxOffice: (amount) => `Se pagaron ${amount} en la taquilla, y allí se devuelven.`,
  performanceCancelled: (reason) =>
    `La función que se indica aquí no se celebra. La taquilla dice: «${reason}» Sus entradas ya no abren la puerta.`,
  performanceMoved: (reason) =>
    `Su función se ha trasladado: aquí están el nuevo día, la hora y el lugar. La taquilla dice: «${reason}» Sus entradas siguen siendo válidas.`,
  performanceMovedToo: (reason) =>
    `Otra función de su pedido se ha trasladado: aquí están también su nuevo día, su hora y su lugar. La taquilla dice: «${reason}»`,
  isCancelled: 'cancelada',
  wasBefore: (before) => `Estaba prevista: ${before}.`,
  mayReturn: (when) =>
    `Si no le conviene, devuelva los asientos en la página de su pedido antes de ${when} y recibirá todo lo que pagó por ellos.`,
  chooseSubject: (titles, reference) => `Cancelada, elija por favor: ${titles} (${reference})`,
  choose: (when) =>
    `Usted elige: otra fecha sin coste adicional, o su dinero. Elija en la página de su pedido antes de ${when}.`,
  choosePromise: (when) =>
    `Usted elige: otra fecha en su lugar, o ninguna, y no debe nada por ella. Elija en la página de su pedido antes de ${when}.`,
  chooseSilent: (amount) => `Si no elige nada, entonces le devolvemos ${amount}.`,
  chooseDates: 'Estas son las fechas que puede elegir:',
  lookToChoose: 'Elija aquí:',
  offered: 'La taquilla ofrece estas fechas en su lugar:',
  ticketsStay: 'Adjuntamos sus entradas tal como valen ahora.',
  owedNothing: 'No debe nada por sus asientos.',
  lookAtEnd: 'Ver su pedido:',

  button: 'Ver su pedido',
  reference: (reference) => `Su referencia es ${reference}. Dígala en la taquilla.`,
} satisfies OrderMailWords;
