import type { PlainWords } from '../en/plain.ts';
import { minutes, people } from './line.ts';

export const plainWords = {
  season: 'Todas las obras',
  allLines: 'Todas las colas',
  languages: 'Idioma',
  intro: 'La cola en su forma más sencilla, que funciona sin JavaScript. Su lugar y su número son aquí los mismos.',
  fullPage: 'A la página completa',

  linesTitle: '¿Qué cola?',
  noLines: 'Ahora mismo no hay ninguna cola abierta ni anunciada.',
  opensAt: (when) => `Apertura de puertas: ${when}`,
  noLine: 'Esta cola no existe',
  noLineDetail: 'Revise la dirección o elija una cola de la lista.',

  doorsOpenDetail: 'Quienes entran en los mismos segundos que usted se sortean junto con usted.',
  entries: {
    members: 'Con su número de socio',
    email: 'Con el enlace de nuestro correo',
    open: 'Sin ser socio',
  },
  link: 'Enlace del correo',
  linkHint:
    'Pídalo en la página completa, desde cualquier teléfono u ordenador con JavaScript. Después copie en esta casilla el enlace entero del correo.',
  openDetail: (venue) =>
    `Para dejar fuera a los robots, esta entrada pide a su navegador un breve cálculo que necesita JavaScript. Entre desde un teléfono u ordenador que lo tenga, o pregunte en la taquilla de ${venue}.`,
  anyNeeds: '¿Necesita algo?',
  joinCookies:
    'Esta página guarda su lugar en una cookie. Si su navegador rechaza las cookies, permítalas para este sitio antes de entrar en la cola.',
  joinOnce: 'Un lugar por persona: vuelva a entrar desde donde quiera y recuperará el mismo.',

  inLobbyDetail: 'Puede cerrar esta página: su lugar sigue siendo suyo. Vuelva cuando se abran las puertas.',
  inTheLobby: (n) => `${people(n)} en el vestíbulo.`,
  wait: (half, most) =>
    `A la mitad de quienes están en su lugar se les llama en ${minutes(half)} aproximadamente; a nueve de cada diez, en ${minutes(most)} aproximadamente.`,
  waitMost: (most) => `A nueve de cada diez en su lugar se les llama en ${minutes(most)} aproximadamente.`,
  waitUnknown: 'En uno o dos minutos sabremos cuánto tendrá que esperar.',
  chance: (ofTen) => `La probabilidad de que queden dos asientos en su turno es de unas ${ofTen} de cada 10.`,
  chanceHigh: 'Es muy probable que queden asientos en su turno. No es una promesa.',
  chanceLow: 'Es poco probable que queden asientos en su turno: menos de 1 posibilidad de cada 20.',

  calledDetail: (venue) =>
    `Su tiempo para comprar empieza cuando toma su pase. Sin JavaScript buscamos los mejores asientos para usted, y usted paga en la taquilla. Para elegir en el plano o pagar con tarjeta, abra la página completa en un teléfono u ordenador que tenga JavaScript y entre como lo hizo aquí: tendrá el mismo lugar. O pregunte en la taquilla de ${venue} y diga su número.`,
  claim: 'Tomar mi pase ahora',
  shopping: 'Ya tiene su pase',
  shoppingUntil: (time) => `Es válido hasta las ${time}.`,
  shoppingDetail: (venue) =>
    `Sin JavaScript buscamos los mejores asientos para usted, y usted paga en la taquilla. Para elegir en el plano o pagar con tarjeta, abra la página completa en un teléfono u ordenador con JavaScript: entre como lo hizo aquí y tendrá el mismo lugar y el mismo pase. O pregunte en la taquilla de ${venue} y diga su número.`,
  leaveSure: 'Renuncia a su número, y otra persona avanza.',
  leaveYes: 'Sí, salir de la cola',

  lost: 'Ahora mismo no hay noticias de la cola. Su lugar está a salvo: se guarda en la taquilla, no en esta página.',
  appeal: 'Si es un error, escríbanos desde la página completa: lo mirará una persona.',

  refreshes: 'Esta página se actualiza sola.',
  stop: 'Dejar de hacerlo',
  start: 'Actualizarse sola',
  lookNow: 'Actualizar ahora',
  asOf: (time) => `A las ${time}.`,
  trouble: 'No ha funcionado',
  fault: 'Algo ha fallado por nuestra parte. No ha perdido nada. Inténtelo de nuevo en unos segundos.',
} satisfies PlainWords;
