import type { Said, ShopRefusal } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'No hemos podido aceptar esta petición',
    detail: 'Hay algo incorrecto en ella. Vuelva a cargar la página e inténtelo de nuevo.',
  },
  'pass-missing': {
    title: 'Todavía no es su turno',
    detail: 'Espere en la cola hasta que llamen a su número y entonces vuelva.',
  },
  'pass-forged': {
    title: 'No reconocemos su acceso',
    detail: 'Vuelva a la página de la cola: sigue teniendo su lugar y le dejará entrar otra vez.',
  },
  'pass-expired': {
    title: 'Su tiempo para comprar ha terminado',
    detail: 'No ha perdido su lugar: vuelva a la cola. Si hay sitio, podrá seguir comprando enseguida.',
  },
  'pass-elsewhere': {
    title: 'Su turno es en otra venta',
    detail: 'Esta función no se vende en la venta en la que está comprando.',
  },
  'performance-unknown': {
    title: 'Esta función no existe',
    detail: 'Puede que se haya cancelado. Pregunte en la taquilla.',
  },
  'hold-unknown': {
    title: 'Estos asientos no están guardados para usted',
    detail: 'Vuelva a cargar la página: muestra lo que le estamos guardando.',
  },
  'hold-sold': {
    title: 'Estos asientos ya están comprados',
    detail: 'Si no puede venir, pregunte en la taquilla.',
  },
  'slip-forged': {
    title: 'No reconocemos estos asientos',
    detail: 'Vuelva a cargar la página y haga el pedido de nuevo.',
  },
  'slip-elsewhere': {
    title: 'Estos asientos están guardados para otra persona',
    detail: 'Haga el pedido en el navegador en el que eligió los asientos.',
  },
  'slip-lapsed': {
    title: 'Estos asientos ya no están guardados para usted',
    detail: 'El plazo para pagarlos terminó. Elíjalos otra vez si siguen libres.',
  },
  'payment-method-unavailable': {
    title: 'Aquí no se puede pagar así',
    detail: 'Elija otra forma de pago; sus asientos siguen guardados.',
  },
  'idempotency-key-reused': {
    title: 'Este pedido ya se envió de otra manera',
    detail: 'Vuelva a cargar la página y haga el pedido de nuevo.',
  },
  'order-unknown': {
    title: 'Este pedido no existe',
    detail: 'No llegó a completarse. Haga el pedido de nuevo.',
  },
  'order-key-wrong': {
    title: 'Este pedido es de otra persona',
    detail: 'Ábralo en el dispositivo donde se hizo, o pregunte en la taquilla.',
  },
  'place-given-up': {
    title: 'Se renunció a este lugar',
    detail: 'Si cambia de idea, vuelva a ponerse a la cola: su antiguo lugar será suyo otra vez.',
  },
  'nothing-held': {
    title: 'No hay asientos guardados para usted',
    detail: 'Elija asientos primero. Si el plazo de los suyos terminó, quizá sigan libres.',
  },
  'timer-extended': {
    title: 'Ya se alargó el plazo de estos asientos',
    detail: 'Compre lo que le guardamos, o devuélvalo y elija de nuevo.',
  },
  'concession-unknown': {
    title: 'Aquí no se ofrece este precio reducido',
    detail: 'Vuelva a cargar la página: muestra los precios que hay.',
  },
  'order-not-changeable': {
    title: 'Este pedido no se puede cambiar ahora',
    detail: 'Vuelva a cargar la página para ver cómo está. La taquilla puede ayudarle.',
  },
  'ticket-used': {
    title: 'Una entrada de este pedido ya ha abierto la puerta',
    detail: 'Ya no se puede devolver ni cambiar.',
  },
  'seats-not-exchangeable': {
    title: 'Estos asientos no se pueden cambiar por esos',
    detail: 'Elija el mismo número de asientos de la misma función, que no sean más caros.',
  },
} satisfies Record<ShopRefusal, Said>;
