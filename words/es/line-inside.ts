import type { InsideWords } from '../en/line-inside.ts';
import { count } from './written.ts';

export const insideWords = {
  check: 'Comprobar mi lugar',
  number: 'Su número',
  waitTitle: 'Su espera',
  wait: (half) => `Alrededor de ${half}`,
  waitBetween: (least, half) => `Entre ${least} y ${half}`,
  waitDetail: (most) =>
    `En su lugar, a la mitad se les llama antes${most ? `, y a nueve de cada diez en ${most}` : ''}.`,
  unknownWait: 'Lo sabremos en un minuto o dos',
  longer: 'La cola va más despacio de lo que pensábamos.',
  chanceTitle: 'Su probabilidad de entradas',
  chance: (tenths) =>
    tenths === 0 ? 'Menos de 1 de cada 20' : tenths === 10 ? 'Muy probable' : `Cerca de ${tenths} de cada 10`,
  chanceDetail: 'Para dos asientos, si se sigue comprando como ahora. No es una promesa.',
  keepPlace: 'Puede cerrar esta página: su lugar sigue siendo suyo. Cuando llamen a su número, le esperará.',
  progress: 'Cuánto ha avanzado la cola hacia usted',
  calledSoFar: (n) => `Llamados hasta ahora: del 1 al ${count(n)}`,
  nobodyCalled: 'Aún no se ha llamado a nadie',
  calledDetail: 'Traemos su pase, porque está mirando esta página. Le da tiempo para elegir y pagar.',
  calledAway: 'Es su turno. Su pase llegará cuando vuelva a esta página.',
  claim: 'Entrar',
  claiming: 'Un momento…',
  again: 'Su tiempo para comprar ha terminado',
  againDetail: 'No ha perdido su lugar: podrá volver a entrar cuando haya sitio.',
  voucher: 'Vuelva a entrar ahora mismo',
  voucherDetail: 'Algo nuestro falló en su pedido. Lo sentimos: entra de nuevo sin esperar.',
  late: 'Llega tarde y es de los primeros entre los siguientes',
  lateDetail:
    'Ya se llamó a su número. Le toca el próximo hueco libre, casi siempre en segundos. Esta página lo pide sola.',
  roomFull: 'Ya tuvo su turno, y la sala está llena',
  roomFullDetail: 'En cuanto salga alguien podrá volver a entrar. Esta página lo pide sola.',
  shopping: 'Entre, es su turno',
  shoppingDetail: (time) => `Su pase vale hasta las ${time}. El tiempo que queda está arriba en cada página.`,
  toHall: 'Elegir asientos',
  toSeason: 'Elegir un espectáculo',
  finish: 'He terminado de comprar',
  findOrder: 'Encontrar mi pedido',
  leave: 'Dejar la cola',
  tellMe: 'Avísenme cuando me toque',
  devices: (n) => (n > 1 ? `Sus dispositivos: ${n}` : 'Sus dispositivos'),
} satisfies InsideWords;
