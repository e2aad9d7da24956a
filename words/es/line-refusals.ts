/* By the code of the refusal, `title|what to do`; or by the name of the wrong field. */
export const lineRefusals: Readonly<Record<string, string>> = {
  'bad-request': 'Algo no está bien|Revise lo que ha escrito, por favor.',
  'line-unknown': 'Esta venta no existe|En la página de la temporada verá lo que está a la venta.',
  'line-closed': 'Esta venta ha terminado|Puede haber otras formas de conseguir entradas: vea la temporada.',
  'entry-wrong': 'Aquí se entra de otra manera|Recargue la página y use su formulario.',
  'member-unknown':
    'El número de socio y el código postal no coinciden|Compruébelos con su carné, o llame a la taquilla.',
  'too-many-tries': 'Demasiados intentos|Espere un cuarto de hora y vuelva a intentarlo, o llame a la taquilla.',
  'link-wrong': 'Este enlace ya no vale|Pida otro aquí.',
  'work-wrong': 'La comprobación no ha salido bien|Inténtelo otra vez, por favor.',
  'mail-unavailable': 'Desde aquí no se envían correos|Entre de otra manera, o llame a la taquilla.',
  'receipt-forged': 'Este lugar no es de los nuestros|Póngase de nuevo en la cola, por favor.',
  'place-given-up': 'Se renunció a este lugar|Vuelva a la cola y será suyo otra vez.',
  'not-drawn-yet': 'Su lugar aún no se ha sorteado|Espere un momento.',
  'not-your-turn': 'Aún no es su turno|Espere a que llamen a su número.',
  'slower-lane': 'Un poco más de paciencia|Entra unos minutos después de la llamada. Su lugar sigue siendo suyo.',
  'place-removed': 'Este lugar se ha retirado de la cola|Escríbanos si es un error.',
  'pass-expired':
    'Su tiempo para comprar ha terminado|No ha perdido su lugar: podrá volver a entrar cuando haya sitio.',
  'no-more-time': 'No hay más tiempo|No ha perdido su lugar: después podrá volver a entrar cuando haya sitio.',
  'voucher-wrong': 'Este vale no sirve|Podrá volver a entrar cuando haya sitio.',
  'body.member': 'Escriba su número de socio',
  'body.postcode': 'Escriba su código postal',
  'body.email': 'Escriba un correo electrónico, por ejemplo ada@example.org',
  'body.message': 'Diga por qué, en una frase',
};
