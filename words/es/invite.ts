import type { InviteWords } from '../en/invite.ts';

export const inviteWords = {
  subject: (title) => `Su acceso a la cola: ${title}`,
  hello: 'Hola:',
  click: (title) => `Pulse este enlace para ocupar su lugar en la cola de ${title}:`,
  button: 'Ocupar mi lugar',
  lasts:
    'El enlace vale durante un día o hasta que termine la venta. Es suyo: quien lo tenga ocupa su lugar, así que no lo comparta.',
  notYou: 'Si no lo ha pedido, no haga nada. No se ha ocupado ningún lugar y no hemos guardado su dirección.',
} satisfies InviteWords;
