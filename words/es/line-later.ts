import type { LaterWords } from '../en/line-later.ts';
import { plural } from './written.ts';

export const laterWords = {
  noOnSaleDetail: 'Esta dirección no nombra ninguna venta. Elija una en la página de la temporada.',
  notYet: 'Esta cola aún no existe',
  notYetDetail: 'Vuelva poco antes de la apertura. Nadie puede ponerse antes: no se pierde nada.',
  overDetail: 'La cola está cerrada. Puede haber otras formas de conseguir entradas: vea la temporada.',
  findOrder: 'Encontrar mi pedido',
  left: 'Ha dejado la cola',
  leftDetail: 'Otra persona avanza. ¿Cambia de idea? Vuelva, y su lugar de antes será suyo otra vez.',
  leftBought: 'Gracias: sus entradas siguen siendo suyas',
  leftBoughtDetail: 'Ya no está en la cola. Su pedido y sus entradas siguen en su página, y en su correo.',
  toOrder: 'A su pedido',

  needs: {
    wheelchair: 'Un lugar para silla de ruedas',
    companion: 'Un acompañante a mi lado',
    'more-time': 'Más tiempo para todo lo que tiene un límite',
  },
  needsDetail: 'Solo lo ven las personas que le dan asiento. No cambia nada en el sorteo.',

  email: 'Correo electrónico',
  emailHint: 'Enviamos un enlace que le da su lugar. No guardamos ninguna dirección.',
  invite: 'Envíenme el enlace',
  inviting: 'Enviando…',
  invited: 'Mire su correo',
  invitedDetail: (address) =>
    `Si ${address} puede recibir correo, hay un mensaje en camino. Abra su enlace y tendrá un lugar; puede tardar un minuto, o estar entre el correo no deseado.`,
  inviteAgain: 'Usar otra dirección',

  leaveSure: '¿Dejar la cola y renunciar a su número?',
  leaveYes: 'Sí, dejarla',
  leaveNo: 'Quedarme',

  signals: 'Avísenme cuando me toque',
  signal: { notify: 'Notificación', sound: 'Sonido', vibrate: 'Vibración' },
  signalsDetail: 'Deje abierta esta página, en segundo plano si quiere. También lo dice el título de la pestaña.',
  refused: {
    notify: 'Su navegador no nos deja. Permita las notificaciones de este sitio en sus ajustes, o elija un sonido.',
    sound: 'Su navegador no puede reproducir sonidos aquí.',
    vibrate: 'Este aparato no puede vibrar.',
  },

  extend: 'Necesito más tiempo',
  extending: 'Un momento…',
  extensions: (n) => plural(n, { one: 'Puede pedirlo una vez.', other: `Puede pedirlo ${n} veces.` }),
} satisfies LaterWords;
