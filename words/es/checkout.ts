import type { CheckoutWords } from '../en/checkout.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 asiento', other: `${count(n)} asientos` });

export const checkoutWords = {
  title: 'Su pedido',
  held: 'Lo que le estamos guardando',
  empty: 'No hay asientos guardados para usted',
  emptyDetail:
    'Los asientos guardados para usted aparecen aquí. Si su plazo terminó, vuelven a estar libres, y puede seguir eligiendo.',
  noPass: 'Esta página es para quienes ya han sido llamados',
  noPassDetail:
    'Póngase a la cola de una venta en la página de la temporada. Si su tiempo para comprar ha terminado, no ha perdido su lugar en la cola.',
  passOver: 'Su tiempo de compra ha terminado',
  passOverHeld:
    'Estos asientos siguen reservados hasta que acabe su propio plazo. Vuelva a la cola y entre otra vez: entonces podrá pedirlos.',
  passOverDetail: 'Su lugar no se ha perdido: vuelva a la cola y pida otro turno.',
  toLine: 'Volver a la cola',
  begun: 'Ya ha empezado un pedido de estos asientos',
  toBegun: 'Seguir con ese pedido',
  toOrder: 'A su pedido',
  toSeason: 'Elegir un espectáculo',
  total: 'A pagar',

  full: 'Precio completo',
  priceFor: (seat) => `Precio de ${seat}`,
  reducedBy: (name, off) => `${name} (−${off})`,
  insteadOf: 'en lugar de',
  proof: 'Traiga a la puerta un justificante para los precios reducidos',
  reducedLimit:
    'No todos los asientos de un pedido pueden tener precio reducido: un precio que no puede elegir ya está usado o requiere una plaza para silla de ruedas.',
  reducedBefore: (name, had, most) =>
    `${name}: cada persona puede tener ${seats(most)} a este precio en esta venta, y sus otros pedidos tienen ${count(had)}.`,
  bring: (name, note) => `${name}: ${note}`,
  limit: (most, left) =>
    left === 0
      ? `Cada persona puede tener ${seats(most)} en esta venta: estos son los suyos.`
      : `Cada persona puede tener ${seats(most)} en esta venta: puede añadir ${count(left)} más.`,
  add: 'Añadir otra función',

  who: 'Para quién son las entradas',
  name: 'Nombre',
  nameHint: 'Tal como lo dirá en la taquilla.',
  email: 'Correo electrónico',
  emailHint: 'Solo para noticias sobre estas funciones.',
  phone: 'Teléfono (puede dejarlo en blanco)',
  nameWrong: 'Escriba el nombre de quien recibe las entradas, en 120 caracteres como máximo',
  emailWrong: 'Escriba una dirección de correo, por ejemplo ada@example.org',
  phoneWrong: '32 caracteres como máximo',

  how: 'Cómo paga',
  nothingToPay: 'Estas localidades son gratuitas. En cuanto las pida serán suyas, y no hay nada que pagar.',
  'box-office': 'Más tarde, en la taquilla',
  'box-office-detail':
    'Los asientos ya son suyos. Pague por teléfono o en la taquilla antes de la fecha límite que le mostramos a continuación; después podrían darse a otras personas.',
  'sandbox-card': 'Ahora, con una tarjeta ficticia',
  'sandbox-card-detail': 'Para ensayos: no se mueve dinero.',
  cards: {
    approved: 'Una tarjeta aceptada',
    declined: 'Una tarjeta rechazada',
    'no-answer': 'Una tarjeta cuyo banco solo responde cuando se le vuelve a preguntar',
    late: 'Una tarjeta aceptada cuando el plazo de los asientos ya ha terminado',
    asks: 'Una tarjeta cuyo banco pregunta primero y luego acepta',
    twice: 'Una tarjeta cuya aceptación se comunica dos veces',
    withdrawn: 'Una tarjeta cuyo banco retira la aceptación',
  },
  card: 'Qué tarjeta',

  stripe: {
    way: 'Ahora, con tarjeta',
    detail:
      'La pasarela de pago de la taquilla, Stripe, pide la tarjeta en el paso siguiente. Sus asientos siguen guardados mientras tanto.',
    title: 'Pagar con tarjeta',
    hint: 'Lo que escribe aquí va directamente a Stripe. No se cobra nada si los asientos no son suyos.',
    loading: 'Abriendo el formulario de pago…',
    pay: 'Pagar',
    payPrice: (price) => `Pagar ${price}`,
    sending: 'Consultando a su banco…',
    declined: 'El pago no se completó',
    declinedDetail: 'No se ha cobrado nada. Inténtelo de nuevo o con otra tarjeta: sus asientos siguen guardados.',
    unsure: 'No sabemos qué ha sido del pago',
    unsureDetail: 'Pulse el botón otra vez: no puede pagar dos veces este pedido.',
    unreachable: 'El formulario de pago no se abrió',
    unreachableDetail: 'Puede que su red o un bloqueador de contenido lo impida. Sus asientos siguen guardados.',
    again: 'Abrirlo de nuevo',
  },

  order: (total) => `Hacer el pedido por ${total}`,
  ordering: 'Enviando su pedido…',
  again: 'Todavía no sabemos si llegó su último pedido. Volver a preguntar no puede repetir el pedido.',
  askAgain: 'Averiguarlo',
  correct: 'Hay algo que corregir más arriba.',
  cardDeclined: 'La tarjeta fue rechazada',
  cardDeclinedDetail:
    'No se ha cobrado nada, y sus asientos siguen guardados. Inténtelo de nuevo ahora, con otra tarjeta o de otra forma.',
} satisfies CheckoutWords;
