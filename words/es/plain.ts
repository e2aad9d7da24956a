import type { PlainWords } from '../en/plain.ts';
import { tongueOf } from '../tongue.ts';

const { count, plural, minutes } = tongueOf('es-ES');

/** The page without JavaScript, in Spanish. */
export const plainSpanish: PlainWords = {
  locale: 'es-ES',
  season: 'Todas las obras',
  allLines: 'Todas las colas',
  languages: 'Idioma',
  intro: 'La cola en su forma más sencilla, que funciona sin JavaScript. Su lugar y su número son aquí los mismos.',
  fullPage: 'A la página completa',

  linesTitle: '¿Qué cola?',
  noLines: 'Ahora mismo no hay ninguna cola abierta ni anunciada.',
  opensAt: (when) => `Apertura de puertas: ${when}`,
  isOpen: 'Las puertas están abiertas',
  noLine: 'Esta cola no existe',
  noLineDetail: 'Revise la dirección o elija una cola de la lista.',
  notYet: 'Esta cola aún no está preparada',
  notYetDetail: 'Vuelva más cerca de la apertura. Antes no puede entrar nadie, así que no se pierde nada.',

  windows: 'Quién puede entrar y desde cuándo',
  doorsOpenDetail: 'Quienes entran en los mismos segundos que usted se sortean junto con usted.',
  joinLobby: 'Entrar en el vestíbulo',
  joinLine: 'Ponerse en la cola',
  entries: {
    members: 'Con su número de socio',
    email: 'Con el enlace de nuestro correo',
    open: 'Sin ser socio',
  },
  member: 'Número de socio',
  memberHint: 'Tal como figura en su carné.',
  postcode: 'Código postal',
  postcodeHint: 'De la dirección a la que le escribimos.',
  link: 'Enlace del correo',
  linkHint:
    'Pídalo en la página completa, desde cualquier teléfono u ordenador con JavaScript. Después copie en esta casilla el enlace entero del correo.',
  openDetail: (venue) =>
    `Para dejar fuera a los robots, esta entrada pide a su navegador un breve cálculo que necesita JavaScript. Entre desde un teléfono u ordenador que lo tenga, o llame a la taquilla de ${venue}.`,
  needs: '¿Necesita algo?',
  need: {
    wheelchair: 'Una plaza para silla de ruedas',
    companion: 'Un asiento a mi lado para mi acompañante',
    'more-time': 'Más tiempo en cada paso',
  },
  join: 'Tomar un lugar',
  joinOnce: 'Un lugar por persona: vuelva a entrar desde donde quiera y recuperará el mismo.',
  drawTitle: 'Cómo se decide el orden',
  draw: 'Todas las personas que están aquí antes de la apertura tienen la misma oportunidad: en cuanto se abren las puertas, todos los lugares se sortean. Llegar antes no da ventaja, y quien llega después queda detrás de este sorteo.',

  inLobby: 'Ya tiene un lugar',
  inLobbyDetail: 'Puede cerrar esta página: su lugar sigue siendo suyo. Vuelva cuando se abran las puertas.',
  inTheLobby: (n) => plural(n, { one: '# persona en el vestíbulo.', other: '# personas en el vestíbulo.' }),
  drawing: 'Se está haciendo el sorteo',
  drawingDetail: 'Su número estará aquí en unos segundos.',
  number: 'Su número',
  ahead: (n) =>
    n === 0
      ? 'La siguiente persona es usted'
      : plural(n, { one: '# persona por delante', other: '# personas por delante' }),
  calledSoFar: (n) =>
    n === 0 ? 'Todavía no se ha llamado a nadie.' : `Números llamados hasta ahora: del 1 al ${count(n)}.`,
  wait: (half, most) =>
    `A la mitad de quienes están en su lugar se les llama en unos ${minutes(half)}; a nueve de cada diez, en unos ${minutes(most)}.`,
  waitMost: (most) => `A nueve de cada diez en su lugar se les llama en unos ${minutes(most)}.`,
  waitUnknown: 'En uno o dos minutos sabremos cuánto tendrá que esperar.',
  chance: (ofTen) => `La probabilidad de que queden dos asientos en su turno es de unas ${ofTen} de cada 10.`,
  chanceHigh: 'Es muy probable que queden asientos en su turno. No es una promesa.',
  chanceLow: 'Es poco probable que queden asientos en su turno: menos de 1 posibilidad de cada 20.',
  keepPlace: 'Puede cerrar esta página: su lugar sigue siendo suyo. Cuando se llame a su número, le estará esperando.',

  called: 'Es su turno',
  again: 'Su tiempo para comprar ha terminado',
  againDetail: 'No ha perdido su lugar: puede volver a entrar en cuanto haya sitio.',
  calledDetail: (venue) =>
    `Para elegir asientos hace falta JavaScript. Abra la página completa en un teléfono u ordenador que lo tenga y entre como lo hizo aquí: tendrá el mismo lugar. O llame a la taquilla de ${venue} y diga su número. Su tiempo para comprar empieza cuando toma su pase, así que tenga a mano una de las dos cosas.`,
  claim: 'Tomar mi pase ahora',
  shopping: 'Ya tiene su pase',
  shoppingUntil: (time) => `Es válido hasta las ${time}.`,
  shoppingDetail: (venue) =>
    `Elija sus asientos en la página completa, en un teléfono u ordenador con JavaScript: entre como lo hizo aquí y tendrá el mismo lugar y el mismo pase. O llame a la taquilla de ${venue} y diga su número.`,
  finish: 'He terminado de comprar',
  over: 'Esta venta ha terminado',
  overDetail: 'La cola está cerrada. Quizá haya otras formas de conseguir entradas: vea todas las obras.',
  leave: 'Salir de la cola',
  leaveSure: 'Renuncia a su número, y otra persona avanza.',
  leaveYes: 'Sí, salir de la cola',
  left: 'Ha salido de la cola. ¿Ha cambiado de idea? Vuelva a entrar y su antiguo lugar será suyo otra vez.',

  paused: 'La cola está en pausa. De momento no se llama a nadie, y nadie le adelanta.',
  house: 'No llamamos a nadie mientras el plano de la sala tarda en responder. Nadie le adelanta.',
  baskets: 'Todos los asientos están en alguna cesta. Los que no se pagan vuelven, y entonces seguimos llamando.',
  soldOut: 'Agotado: todos los asientos están vendidos. Si vuelve alguno, se llamará a los siguientes.',
  lost: 'Ahora mismo no hay noticias de la cola. Su lugar está a salvo: se guarda en el teatro, no en esta página.',
  lane: {
    slower: 'Su lugar está en la fila lenta: entrará un poco después de que se llame a su número.',
    removed: 'Su lugar se ha retirado de la cola.',
  },
  why: {
    'many-from-one-address': 'Han entrado muchísimas personas desde la misma dirección que usted.',
    'not-a-browser': 'La solicitud no parecía la de un navegador.',
    staff: 'Así lo ha decidido nuestro equipo.',
  },
  appeal: 'Si es un error, escríbanos desde la página completa: lo mirará una persona.',

  refreshes: 'Esta página se actualiza sola.',
  stop: 'Dejar de hacerlo',
  start: 'Actualizarse sola',
  lookNow: 'Actualizar ahora',
  asOf: (time) => `A las ${time}.`,
  trouble: 'No ha funcionado',
  fault: 'Algo ha fallado por nuestra parte. No ha perdido nada. Inténtelo de nuevo en unos segundos.',
  notForm: 'Use los botones de esta página.',
  refused: {
    'member-unknown': 'El número y el código postal no coinciden. Revíselos en su carné e inténtelo de nuevo.',
    'too-many-tries':
      'Este número se ha probado con muchos códigos postales. Descansará un cuarto de hora; inténtelo después.',
    'link-wrong': 'Este enlace no vale para esta cola. Cópielo otra vez, entero, o pida uno nuevo.',
    'line-closed': 'Esta venta ha terminado.',
    'line-not-open-yet': 'Las puertas aún no están abiertas. Su lugar está a salvo.',
    'not-drawn-yet': 'Su número se sortea en unos segundos. Su lugar está a salvo.',
    'not-your-turn': 'Todavía no es su turno. Su lugar está a salvo.',
    'slower-lane': 'Entrará un poco más tarde. Espere un minuto e inténtelo de nuevo: su lugar está a salvo.',
    'room-full': 'Ya ha tenido su turno y la sala está llena. Inténtelo otra vez dentro de un rato.',
    'place-given-up': 'Salió de esta cola. Vuelva a entrar para recuperar el mismo lugar.',
    'receipt-missing': 'No vemos su lugar. Quizá su navegador rechaza las cookies: permítalas y vuelva a entrar.',
    'receipt-forged': 'No vemos su lugar. Vuelva a entrar: recuperará el suyo.',
    'bad-request': 'Rellene todas las casillas e inténtelo de nuevo.',
    'not-from-this-page': 'El formulario venía de otro sitio web. Use los botones de esta página.',
  },
};
