import type { CheckoutWords } from '../en/checkout.ts';

export const checkoutWords = {
  title: 'Su pedido',
  held: 'Lo que le estamos guardando',
  empty: 'No hay asientos guardados para usted',
  emptyDetail:
    'Los asientos guardados para usted aparecen aquí. Si su plazo terminó, vuelven a estar libres, y puede seguir eligiendo.',
  noPass: 'Esta página es para quienes ya han sido llamados',
  noPassDetail:
    'Póngase a la cola de una venta en la página de la temporada. Si su tiempo para comprar ha terminado, no ha perdido su lugar en la cola.',
  toSeason: 'Elegir un espectáculo',
  total: 'A pagar',

  who: 'Para quién son las entradas',
  name: 'Nombre',
  nameHint: 'Tal como lo dirá en la taquilla.',
  email: 'Correo electrónico',
  emailHint: 'Solo para noticias sobre estas funciones.',
  phone: 'Teléfono (puede dejarlo en blanco)',
  nameWrong: 'escriba el nombre de quien recibe las entradas, en 120 caracteres como máximo',
  emailWrong: 'escriba una dirección de correo, por ejemplo ada@example.org',
  phoneWrong: '32 caracteres como máximo',

  how: 'Cómo paga',
  'box-office': 'Más tarde, en la taquilla',
  'box-office-detail':
    'Los asientos ya son suyos. Pague por teléfono o en la taquilla antes de la fecha límite que le mostramos a continuación; después podrían darse a otras personas.',
  'sandbox-card': 'Ahora, con una tarjeta ficticia',
  'sandbox-card-detail': 'Para ensayos: no se mueve dinero.',
  approved: 'Una tarjeta aceptada',
  declined: 'Una tarjeta rechazada',
  card: 'Qué tarjeta',

  order: (total) => `Hacer el pedido por ${total}`,
  ordering: 'Enviando su pedido…',
  again: 'Todavía no sabemos si llegó su último pedido. Volver a preguntar no puede repetir el pedido.',
  askAgain: 'Averiguarlo',
  correct: 'Hay algo que corregir más arriba.',
} satisfies CheckoutWords;
