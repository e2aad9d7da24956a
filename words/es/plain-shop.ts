import type { PlainShopWords } from '../en/plain-shop.ts';

export const plainShopWords: PlainShopWords = {
  toSeats: 'Elegir asientos aquí',
  title: 'Sus asientos',
  noPass: 'Ahora no tiene un pase',
  noPassDetail:
    'Se guardan asientos para quienes fueron llamados y tomaron su pase. Su página de la cola dice cómo está.',
  toLine: 'Volver a la cola',
  toOrders: 'Sus pedidos',

  which: '¿Qué función?',
  none: 'Ahora no hay nada a la venta en esta cola.',
  other: 'Otra función',
  howMany: '¿Cuántos asientos?',
  price: '¿A qué precio?',
  anyPrice: 'Cualquier precio: los mejores asientos que haya',
  each: (category, price) => `${category}: ${price} cada uno`,
  fullPrice:
    'Son precios completos. Para precios reducidos, o para señalar un asiento en el plano, use la página completa o pregunte en la taquilla.',
  find: 'Buscar los mejores asientos',
  noneLeft: 'Tiene tantos asientos como una persona puede tener aquí.',
  lapsed: 'El plazo de sus asientos ha terminado',
  lapsedDetail: 'Puede seguir eligiendo.',

  finding: 'Estamos buscando sus asientos',
  findingDetail: 'Esta página se recarga en unos segundos y se lo dice.',
  heldUntil: (time) => `Guardados para usted hasta las ${time}.`,
  letGo: 'Dejar estos asientos',
  lettingGo: 'Estos asientos se están devolviendo.',
  together: (amount) => `En total ${amount}`,
  goOn: 'Seguir al pedido',

  orderTitle: 'Pedir estos asientos',
  payLater:
    'Usted paga en la taquilla. Le escribimos hasta cuándo; hasta entonces los asientos son suyos. Para pagar con tarjeta, use la página completa.',
  name: 'Nombre',
  nameHint: 'Como lo dirá en la taquilla.',
  email: 'Correo electrónico',
  emailHint: 'Allí llega su pedido.',
  fill: {
    name: 'Escriba el nombre para las entradas, en 120 caracteres como máximo.',
    email: 'Escriba una dirección como ada@example.org.',
  },
  order: (amount) => `Pedir por ${amount}`,
  cardsOnly: 'Para pagar hace falta la página completa',
  cardsOnlyDetail:
    'Aquí solo se paga con tarjeta, y eso necesita JavaScript. Sus asientos siguen guardados: abra la página completa en un teléfono u ordenador que lo tenga y entre en la cola como aquí, o pregunte en la taquilla.',
  ordersTitle: 'Sus pedidos en esta cola',
  noOrders: 'Todavía no ha pedido nada en esta cola.',
  payOnFullPage: 'Páguelo en la página completa, en un teléfono u ordenador con JavaScript.',
  ticketsByMail: 'Sus entradas llegaron por correo. Enseñe sus códigos en la puerta, o diga su referencia.',
};
