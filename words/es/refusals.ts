import type { FieldWords, RefusalWords } from '../en/refusals.ts';

export const refusalWords = {
  'bad-request': {
    title: 'Algo no está bien',
    detail: 'Revise lo que ha escrito, o vuelva a cargar la página e inténtelo de nuevo.',
  },
  'not-from-this-page': {
    title: 'El formulario venía de otro sitio web',
    detail: 'Use los botones de esta página.',
  },
  'idempotency-key-reused': {
    title: 'Este pedido ya se envió de otra manera',
    detail: 'Vuelva a cargar la página y haga el pedido de nuevo.',
  },

  fault: {
    title: 'Algo nuestro ha fallado',
    detail: 'No ha perdido nada. Vuelva a intentarlo dentro de unos segundos.',
  },
  busy: {
    title: 'En este momento hay muchísimas solicitudes',
    detail: 'No se ha perdido nada suyo. Inténtelo de nuevo en unos segundos.',
  },
  'too-many-requests': {
    title: 'Han llegado muchísimas peticiones desde su red',
    detail:
      'Si tiene un lugar, sigue siendo suyo. Inténtelo de nuevo dentro de un minuto, o desde otra conexión, como la de su teléfono.',
  },

  'line-unknown': {
    title: 'Esta venta no existe',
    detail: 'En la página de la temporada verá lo que está a la venta.',
  },
  'line-not-open-yet': {
    title: 'Las puertas aún no están abiertas',
    detail: 'Su lugar está a salvo. Vuelva cuando se abran las puertas.',
  },
  'line-closed': {
    title: 'Esta venta ha terminado',
    detail: 'Puede haber otras formas de conseguir entradas: vea la temporada.',
  },
  'entry-wrong': {
    title: 'Aquí se entra de otra manera',
    detail: 'Recargue la página y use su formulario.',
  },
  'member-unknown': {
    title: 'El número de socio y el código postal no coinciden',
    detail: 'Compruébelos con su carné, o pregunte en la taquilla.',
  },
  'too-many-tries': {
    title: 'Demasiados intentos',
    detail:
      'Desde esta conexión llegaron muchos códigos postales equivocados. Vuelva a intentarlo más tarde, o ahora desde otra conexión, como la del teléfono, o pregunte en la taquilla.',
  },
  'link-wrong': {
    title: 'Este enlace no vale',
    detail: 'Cópielo otra vez, entero, o pida uno nuevo.',
  },
  'work-wrong': {
    title: 'La comprobación no ha salido bien',
    detail: 'Inténtelo otra vez, por favor.',
  },
  'mail-unavailable': {
    title: 'Desde aquí no se envían correos',
    detail: 'Entre de otra manera, o pregunte en la taquilla.',
  },
  'mail-busy': {
    title: 'Ahora mismo mucha gente pide un enlace',
    detail: 'Vuelva a pedirlo dentro de unos segundos.',
  },
  'receipt-missing': {
    title: 'No vemos su lugar',
    detail: 'Quizá su navegador rechaza las cookies: permítalas y vuelva a entrar en la cola.',
  },
  'receipt-forged': {
    title: 'Este lugar no es de los nuestros',
    detail: 'Vuelva a entrar en la cola: recuperará el suyo.',
  },
  'receipt-elsewhere': {
    title: 'Este lugar es de otra cola',
    detail: 'Vaya a esa cola o póngase en esta.',
  },
  'receipt-not-in-roll': {
    title: 'Este lugar no está en la lista publicada',
    detail:
      'Su comprobante lleva nuestra firma, y la lista no lo tiene: o nos equivocamos, o alguien lo inventó con nuestra clave. Guárdelo como prueba y avise a la taquilla. Después vuelva a entrar en la cola: tendrá un lugar en la ronda que está abierta ahora.',
  },
  'place-given-up': {
    title: 'Se renunció a este lugar',
    detail: 'Vuelva a la cola y será suyo otra vez.',
  },
  'device-ended': {
    title: 'Este dispositivo fue quitado de su lugar',
    detail: 'Otro dispositivo que tiene este lugar lo quitó. Vuelva a la cola si el lugar es suyo.',
  },
  'device-behind': {
    title: 'Otro dispositivo de este lugar va primero',
    detail:
      'Se quitó un dispositivo de este lugar antes de que llegara este. Entrará si los demás no han venido cinco minutos después de la llamada.',
  },
  'device-unknown': {
    title: 'No puede quitar este dispositivo',
    detail: 'Un dispositivo solo puede quitar los que llegaron después.',
  },
  'handover-wrong': {
    title: 'Este código no trae ningún lugar a este dispositivo',
    detail: 'Escriba las ocho letras como las dijo la taquilla, o pida que se las repitan.',
  },
  'handover-used': {
    title: 'Este código ya se usó',
    detail: 'Un código vale para un dispositivo, y otro lo tomó. Si no fue usted, dígaselo a la taquilla.',
  },
  'handover-old': {
    title: 'Este código ya no es válido',
    detail: 'Un código vale diez minutos, y solo cuenta el más nuevo. Pida otro a la taquilla.',
  },
  'handover-tries': {
    title: 'Demasiados códigos equivocados',
    detail:
      'Desde su conexión llegaron muchos códigos equivocados. Inténtelo más tarde, o ahora desde otra, como la de un teléfono.',
  },
  'not-drawn-yet': {
    title: 'Su lugar aún no se ha sorteado',
    detail: 'Su número se sortea en unos segundos. Su lugar está a salvo.',
  },
  'not-your-turn': {
    title: 'Aún no es su turno',
    detail: 'Espere a que llamen a su número. Su lugar está a salvo.',
  },
  'late-next': {
    title: 'Llega tarde y es de los primeros entre los siguientes',
    detail:
      'Ya se llamó a su número. Le toca el próximo hueco libre, casi siempre en segundos: inténtelo otra vez enseguida.',
  },
  'room-full': {
    title: 'Ya ha tenido su turno y la sala está llena',
    detail: 'Inténtelo otra vez dentro de un rato.',
  },
  'keys-change': {
    title: 'Un momento, por favor',
    detail: 'Ahora mismo no se dan pases. Su lugar está a salvo y podrá entrar en un minuto.',
  },
  'slower-lane': {
    title: 'Un poco más de paciencia',
    detail: 'Entra unos minutos después de la llamada. Su lugar sigue siendo suyo.',
  },
  'place-removed': {
    title: 'Este lugar se ha retirado de la cola',
    detail: 'Escríbanos si es un error.',
  },
  'nothing-to-appeal': {
    title: 'No hay nada que reclamar',
    detail: 'Su lugar está en la cola normal: todo va bien.',
  },
  'no-more-time': {
    title: 'No hay más tiempo',
    detail: 'No ha perdido su lugar: después podrá volver a entrar cuando haya sitio.',
  },
  'voucher-wrong': {
    title: 'Este vale no sirve',
    detail: 'Podrá volver a entrar cuando haya sitio.',
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
    detail: 'No ha perdido su lugar: podrá volver a entrar cuando haya sitio.',
  },
  'pass-over': {
    title: 'Este turno ha terminado',
    detail: 'Usted lo terminó, o la taquilla retiró su lugar. La página de la cola dice qué ha pasado.',
  },
  'pass-elsewhere': {
    title: 'Su turno es en otra venta',
    detail: 'Esta función no se vende en la venta en la que está comprando.',
  },

  'performance-cancelled': {
    title: 'Esta función está cancelada',
    detail: 'Elija otra fecha.',
  },
  'performance-stopped': {
    title: 'No está a la venta en este momento',
    detail:
      'La venta de esta función está detenida por ahora. Los asientos que le estamos guardando puede comprarlos. Elija otra fecha, o vuelva a mirar más tarde.',
  },
  'performance-unknown': {
    title: 'Esta función no existe',
    detail: 'Puede que se haya cancelado. Pregunte en la taquilla.',
  },
  'hold-unknown': {
    title: 'Estos asientos no están guardados para usted',
    detail: 'Vuelva a cargar la página: muestra lo que le estamos guardando.',
  },
  'too-many-asks': {
    title: 'Ha ido demasiado deprisa',
    detail: 'Espere las respuestas de la sala y vuelva a pedir asientos.',
  },
  'hold-sold': {
    title: 'Estos asientos ya están comprados',
    detail: 'Si no puede venir, pregunte en la taquilla.',
  },
  'nothing-held': {
    title: 'No hay asientos guardados para usted',
    detail: 'Elija asientos primero. Si el plazo de los suyos terminó, quizá sigan libres.',
  },

  'slip-forged': {
    title: 'No reconocemos estos asientos',
    detail: 'Vuelva a sus asientos y haga el pedido desde ahí.',
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
  'concession-over-limit': {
    title: 'Una persona no puede tener tantos asientos con este precio reducido',
    detail: 'Elija el precio completo para los demás asientos.',
  },
  'concession-unknown': {
    title: 'Aquí no se ofrece este precio reducido',
    detail: 'Vuelva a cargar la página: muestra los precios que hay.',
  },
  'order-unknown': {
    title: 'Este pedido no existe',
    detail: 'No llegó a completarse. Haga el pedido de nuevo.',
  },
  'order-key-wrong': {
    title: 'Este pedido es de otra persona',
    detail: 'Ábralo con el enlace de su correo: funciona en cualquier dispositivo. O pregunte en la taquilla.',
  },
  'order-not-changeable': {
    title: 'Este pedido no se puede cambiar ahora',
    detail: 'Vuelva a cargar la página para ver cómo está. La taquilla puede ayudarle.',
  },
  'ticket-used': {
    title: 'Una entrada de este pedido ya ha abierto la puerta',
    detail: 'Ya no se puede devolver ni cambiar.',
  },
  'tickets-belong-together': {
    title: 'Estas entradas van juntas',
    detail: 'Devuelva el asiento del acompañante junto con la plaza para silla de ruedas.',
  },
  'date-not-offered': {
    title: 'Esta fecha no se puede tener en lugar de la otra',
    detail: 'Elija otra de las fechas, o su dinero.',
  },
  'seats-not-exchangeable': {
    title: 'Estos asientos no se pueden cambiar por esos',
    detail: 'Elija el mismo número de asientos de la misma función, que no sean más caros.',
  },
  'tickets-not-ready': {
    title: 'Este pedido no tiene entradas ahora mismo',
    detail: 'La página del pedido muestra cómo está. Vuelva a mirar dentro de un minuto.',
  },
} satisfies RefusalWords;

export const fieldWords = {
  'body.member': 'Escriba su número de socio',
  'body.postcode': 'Escriba su código postal',
  'body.email': 'Escriba un correo electrónico, por ejemplo ada@example.org',
  'body.code': 'Escriba el código',
  'body.message': 'Diga por qué, en una frase',
} satisfies FieldWords;
