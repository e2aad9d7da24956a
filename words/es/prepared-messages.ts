import type { PreparedWords } from '../en/prepared-messages.ts';

export const preparedWords: PreparedWords = {
  'short-pause': 'Hemos parado unos minutos. Nadie pierde su lugar.',
  'payments-slow': 'Los pagos van lentos ahora. Espere la respuesta y no pague dos veces.',
  'payments-down': 'Ahora no se puede pagar con tarjeta. Hasta entonces no llamamos a nadie. Su lugar está a salvo.',
  'seats-come-back': 'Todas las localidades están en cestas. Siempre vuelven algunas: vale la pena quedarse.',
  'calls-are-slow': 'Llamamos más despacio para atender bien a quienes están dentro. Su lugar está a salvo.',
  'nearly-sold-out': 'Quedan pocas localidades. Muchos de los que esperan quizá no encuentren ninguna.',
  'more-dates': 'Hoy salen a la venta más fechas. Siga en la cola: también podrá elegirlas.',
  'doors-later': 'Las puertas se abren más tarde. La nueva hora está en esta página y su lugar está a salvo.',
  'keep-your-page': 'No hace falta recargar. Esta página avanza sola, y recargar no adelanta nada.',
  'sold-elsewhere': 'La venta está en otro sitio por ahora. No llamamos a nadie. Su lugar está a salvo.',
};
