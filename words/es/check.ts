import type { CheckWords } from '../en/check.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { one: '1 lugar', other: `${count(n)} lugares` });
const rounds = (n: number) => plural(n, { one: '1 ronda', other: `${count(n)} rondas` });
const entries = (n: number) => plural(n, { one: '1 entrada', other: `${count(n)} entradas` });
/** The lobby is a round too. */
const named = (round: number) => (round === 0 ? 'el vestíbulo' : `la ronda ${count(round)}`);
const ofRound = (round: number) => (round === 0 ? 'del vestíbulo' : `de la ronda ${count(round)}`);

export const checkWords = {
  eyebrow: 'Comprobar mi lugar',
  title: 'Véalo usted mismo',
  lead: 'Esta página lee los archivos que la taquilla publica para todos y vuelve a calcular su número, aquí, en su navegador. No se fía de la palabra de nadie.',
  noOnSale: '¿Qué cola es?',
  noOnSaleDetail: 'Esta dirección no indica ninguna venta. Elija una en la página de la temporada.',

  noReceipt: 'No hay ningún comprobante en este navegador',
  noReceiptDetail:
    'Se le dio uno al ponerse a la cola; lo guarda el navegador con el que lo hizo. Abra esta página allí, o pegue aquí su comprobante.',
  receipt: 'Su comprobante',
  receiptHint: 'Empieza por r2. y tiene unos 350 caracteres.',
  check: 'Comprobarlo',
  another: 'Comprobar otro',
  pasteFirst: 'Pegue un comprobante: empieza por r2.',

  reading: (done, all) =>
    all === 0 ? 'Leyendo los archivos publicados…' : `Leyendo los archivos publicados: ${count(done)} de ${count(all)}`,
  computing: 'Calculando…',

  number: 'Su número es el',
  notDrawn: 'Tiene su lugar, pero todavía no se ha sorteado',
  notDrawnDetail:
    'El orden de su ronda se sortea en cuanto se cierra. Vuelva entonces: su número solo puede calcularse a partir del sorteo.',
  allWell: 'Todo se ha vuelto a calcular aquí, y sale lo mismo.',
  someOpen: 'No hay nada mal. Lo marcado con – no pudo comprobarse con los archivos publicados ahora.',
  unproved: 'El sorteo no está probado',
  trusted:
    'En esta cola hay que confiar: no prometió ninguna fuente de azar, así que quien tiene su secreto pudo conocer un sorteo de antemano.',
  wrongTitle: 'Hay algo que no está bien',
  wrongDetail: (what) => `Es esto: ${what} Guarde su comprobante y esta página, y avise a la taquilla.`,
  stampGood: 'Calculado aquí',
  stampBad: 'No se sostiene',
  stampOpen: 'Sin sortear',

  unread: 'Algunos archivos no se pudieron leer',
  unreadDetail: 'Lo que depende de ellos está marcado con – más abajo. Puede ser su conexión o la nuestra.',
  damaged: (file) => `El archivo publicado ${file} está dañado.`,
  absent: (file) => `El archivo publicado ${file} figura en la lista, pero no está.`,

  steps: 'Paso a paso',
  stepsHint: 'Abra un paso para ver los números exactos.',
  marks: { ok: 'se sostiene', wrong: 'no se sostiene', unchecked: 'sin comprobar', unproved: 'sin probar' },
  files: 'Los archivos',
  filesDetail: 'Todo lo anterior sale de ellos. Son los mismos para todos.',
  fileNames: {
    line: 'La promesa, publicada antes de que nadie se pusiera a la cola',
    commitment: 'La lista de su ronda, fijada en unos pocos hashes',
    bank: 'La sección de la lista con su contador',
    tile: 'La hoja de la lista con su marca',
    sheet: 'El sorteo de su ronda',
    rounds: 'La lista de rondas',
    ledger: 'El registro',
    board: 'El panel',
  },
  earlier: (n) => `y los sorteos de ${rounds(n)} antes de la suya`,
  toLedger: 'Leer el registro',
  toLine: 'Volver a la cola',

  offline: 'En un ordenador propio',
  offlineDetail:
    '¿Tampoco se fía de esta página? Guarde su comprobante y compruébelo sin conexión, con nuestro programa o con uno suyo: cómo se obtiene un número está escrito byte a byte.',
  save: 'Guardar mi comprobante',
  command: 'En un terminal',

  held: {
    receipt: () => 'Su comprobante es auténtico',
    place: ({ standing, size }) =>
      `Su lugar es uno de los ${count(size)} de su ronda: el número ${count(standing)} antes del sorteo`,
    mark: () => 'Usted está en la lista de su ronda, que se fijó antes del sorteo',
    commitments: ({ rolls: n }) => `Cada lista se fijó antes de su sorteo: ${rounds(n)}`,
    counts: ({ rounds: n, fans }) => `No se coló a nadie: la cuenta de ${places(fans)} en ${rounds(n)} cuadra`,
    seeds: () => 'Nadie pudo elegir el sorteo: estaba fijado antes de que nadie se pusiera a la cola',
    beacon: () => 'Nadie pudo conocer el sorteo de antemano: se le mezcló una fuente pública de azar',
    position: ({ position }) => `El sorteo le da el número ${count(position)}`,
    positions: ({ drawn }) => `Cada número del 1 al ${count(drawn)} se da una sola vez`,
    ledger: ({ entries: n }) => `El registro está completo: ${entries(n)}`,
    board: () => 'El registro y las listas son los que todos vieron en el panel',
    heads: () => 'Lo que este navegador guardó de antes es lo que está publicado ahora',
  },

  wrong: {
    receipt: 'Su comprobante no se sostiene',
    place: 'Su lugar no se contó',
    mark: 'La lista no le tiene donde dice su comprobante',
    commitments: 'Las listas no se fijaron como es debido',
    counts: 'Las cuentas no cuadran',
    seeds: 'El sorteo no es el que estaba fijado',
    beacon: 'La fuente pública de azar no es la prometida',
    position: 'Su número no sale',
    positions: 'Los números no se dan una vez cada uno',
    ledger: 'El registro ha sido alterado',
    board: 'El panel mostraba otro registro',
    heads: 'Lo que este navegador guardó de antes no es lo que está publicado ahora',
  },

  open: {
    receipt: 'Su comprobante',
    place: 'Su lugar en la ronda',
    mark: 'Su marca en la lista',
    commitments: 'Que las listas se fijaron antes de sus sorteos',
    counts: 'Que no se coló a nadie',
    seeds: 'Que nadie pudo elegir el sorteo',
    beacon: 'Que nadie pudo conocer el sorteo de antemano',
    position: 'Su número',
    positions: 'Que cada número se da una sola vez',
    ledger: 'El registro',
    board: 'El final del registro en el panel',
    heads: 'Lo que este navegador guardó de antes',
  },

  how: {
    receipt:
      'Cuando se puso a la cola, la taquilla firmó su lugar con una clave cuya mitad pública había publicado antes. Un comprobante al que se le cambia un solo carácter deja de corresponder a su firma.',
    place:
      'Se cuenta en varios contadores a la vez. Su lugar es el contador y el número que tuvo en él; los totales de todos los contadores se publicaron con el sorteo.',
    mark: 'Todos los que entraron en su ronda figuran una vez en su lista, bajo una marca que no dice nada de la persona. Sus hashes se publicaron antes de que nadie pudiera conocer el sorteo: una marca añadida, quitada o movida después ya no corresponde a ellos.',
    commitments:
      'La lista de cada ronda se fija en unos pocos hashes, que se encadenan con los de la anterior y nombran el número de azar que decidirá. Una lista fijada después de ese número no prueba nada.',
    counts:
      'Cada ronda empieza donde acaban las anteriores. Una ronda omitida, colada o cambiada después dejaría un hueco o un solapamiento.',
    seeds:
      'Antes de abrir la cola se calculó una y otra vez el hash de un secreto, y se publicó el último. Cada sorteo usa el hash anterior: cualquiera puede volver a calcularlo y llegar al publicado, y nadie puede elegir otro.',
    beacon:
      'Una fuente de azar, a cargo de organismos independientes, da un número cada pocos segundos. Cuál decide su ronda se fijó antes de que saliera, y la lista de su ronda también, de modo que nadie podía conocer el sorteo mientras la lista aún podía cambiarse. Su firma prueba de dónde viene.',
    position:
      'El sorteo es una mezcla que cualquiera puede calcular: pone su lugar en el orden de su ronda, detrás de todas las rondas anteriores.',
    positions: 'Se ha vuelto a sortear cada lugar de cada ronda, y no hay dos con el mismo número.',
    ledger:
      'Cada acto de la taquilla sobre esta cola es una entrada: quién, qué, cuándo y por qué. Cada una lleva el hash de la anterior, así que ninguna puede cambiarse ni quitarse sin que se note.',
    board:
      'El panel que leen todos los que esperan lleva un hash de la última entrada y de todas las listas. Un registro o una lista escritos de nuevo no coincidirían con él.',
    heads:
      'Mientras esperaba, este navegador guardó el hash que mostraba el panel. Un registro o una lista escritos de nuevo desde entonces tienen otro.',
  },

  rows: {
    receipt: ({ round, shard, index, joinedAt }) => [
      ['Ronda', `${round}`],
      ['Contador', `${shard}`],
      ['Número en él, desde 0', `${index}`],
      ['Llegada', longMoment(joinedAt)],
      ['Firma', 'Ed25519'],
    ],
    place: ({ round, standing, size }) => [
      ['Ronda', `${round}`],
      ['Antes del sorteo', `${count(standing)} de ${count(size)}`],
    ],
    mark: ({ round, mark, n, committedAt }) => [
      ['Ronda', `${round}`],
      ['Marca', mark],
      ['Lista fijada', `${count(n)}, ${longMoment(committedAt)}`],
    ],
    commitments: ({ rolls, marks, head }) => [
      ['Listas', count(rolls)],
      ['Marca', count(marks)],
      ['Último hash', head],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Rondas hasta la suya', count(n)],
      ['Lugares en ellas', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Hashes calculados', count(hashes)],
      ['Ancla', anchor],
    ],
    beacon: ({ chainHash }) => [['Fuente de azar', chainHash]],
    position: ({ position, offset, image, seed }) => [
      ['Dados por las rondas anteriores', count(offset)],
      ['Delante de usted en su ronda', count(image)],
      ['Su número', `${count(offset)} + ${count(image)} + 1 = ${count(position)}`],
      ['Semilla del sorteo', seed],
    ],
    positions: ({ drawn }) => [['Números', count(drawn)]],
    ledger: ({ entries: n, head }) => [
      ['Entradas', count(n)],
      ['Último hash', head],
    ],
    board: ({ n, rolls, head }) => [
      ['Entrada', count(n)],
      ['Listas', count(rolls)],
      ['Último hash', head],
    ],
    heads: ({ heads, early }) => [
      ['Hashes guardados', count(heads)],
      ['Listas vistas antes de su número de azar', count(early)],
    ],
  },

  lacks: {
    line: 'No se pudo leer la promesa de la cola.',
    'own-sheet': 'Su ronda todavía no se ha sorteado.',
    'some-sheets': 'No se pudieron leer todos los sorteos anteriores.',
    'own-roll': 'Su ronda todavía no se ha cerrado, o no se pudo leer su lista.',
    'some-rolls': 'No se pudieron leer todas las listas.',
    ledger: 'No se pudo leer el registro.',
    board: 'No se pudo leer el panel.',
    scheme: 'Esta página no sabe cómo firma esa fuente de azar.',
    'too-large': 'Es más de lo que puede calcular un navegador.',
    'nothing-drawn': 'Todavía no se ha sorteado nada.',
  },

  faults: {
    'receipt-unreadable': () => 'esto no es un comprobante, o le falta una parte.',
    'receipt-signature': () => 'la firma no corresponde a este comprobante. Se ha alterado, o esta cola nunca lo dio.',
    'receipt-key': () => 'la cola no publicó ninguna clave utilizable.',
    'receipt-elsewhere': ({ onSale, given }) => `el comprobante es para ${onSale}, y esto es ${given}.`,
    'place-not-counted': ({ round, count: n }) => `para ${named(round)}, en su contador solo se contaron ${places(n)}.`,
    size: ({ round, size, sum }) =>
      `el sorteo ${ofRound(round)} dice ${places(size)}, pero sus contadores suman ${count(sum)}.`,
    offset: ({ round, offset, before }) =>
      `el sorteo ${ofRound(round)} empieza tras ${places(offset)}, pero antes se dieron ${count(before)}.`,
    'sheets-differ': ({ round }) => `hay dos sorteos distintos para ${named(round)}.`,
    'sheet-unlisted': ({ round }) => `existe el sorteo ${ofRound(round)}, pero no está en la lista.`,
    'list-hole': ({ round }) => `en la lista faltan rondas antes de ${named(round)}.`,
    seed: ({ round }) => `la semilla ${ofRound(round)} no es la que estaba fijada.`,
    'past-chain': ({ round }) => `el sorteo ${ofRound(round)} queda más allá del final de las semillas fijadas.`,
    'beacon-absent': ({ round }) => `el sorteo ${ofRound(round)} se hizo sin la fuente de azar prometida.`,
    'beacon-unpromised': ({ round }) =>
      `el sorteo ${ofRound(round)} se hizo con una fuente de azar que nunca se prometió.`,
    'beacon-randomness': ({ round }) => `el número de la fuente de azar en el sorteo ${ofRound(round)} se alteró.`,
    'beacon-signature': ({ round }) =>
      `el número de azar en el sorteo ${ofRound(round)} no está firmado por la fuente.`,
    'beacon-impostor': () => 'la fuente de azar prometida lleva el nombre de una conocida, y es otra.',
    'beacon-other': ({ round, taken, due }) =>
      `el sorteo ${ofRound(round)} tomó el número ${count(taken)} de la fuente, cuando tocaba el ${count(due)}.`,
    'position-taken': ({ position }) => `el número ${count(position)} se da dos veces.`,
    'position-empty': ({ position }) => `el número ${count(position)} no se da a nadie.`,
    'entry-changed': ({ n }) => `la entrada ${count(n)} del registro no corresponde a su hash.`,
    'entry-unreadable': ({ n }) => `la entrada ${count(n)} del registro no se puede leer.`,
    'entry-number': ({ n }) => `la entrada ${count(n)} del registro lleva otro número.`,
    'entry-time': ({ n }) => `la entrada ${count(n)} del registro es más antigua que la anterior.`,
    'doors-in-vain': ({ n }) =>
      `la entrada ${count(n)} del registro cambia la apertura demasiado tarde, o nombra otro número de azar que el de la regla.`,
    'entry-turn': ({ n }) => `la entrada ${count(n)} del registro repite un cambio de la venta o está fuera de orden.`,
    'mark-elsewhere': ({ round }) => `la lista ${ofRound(round)} no tiene su marca en su lugar.`,
    'joined-late': () => 'su comprobante es de una hora posterior al cierre de su ronda.',
    'mark-twice': ({ round }) => `su marca figura dos veces en la lista ${ofRound(round)}.`,
    'sheet-roll': ({ round }) => `el sorteo ${ofRound(round)} es de otra lista que la fijada.`,
    'sheet-counts': ({ round }) => `el sorteo ${ofRound(round)} no cuenta lo mismo que su lista.`,
    'closed-early': ({ round }) => `la lista ${ofRound(round)} se cerró antes de abrirse sus puertas.`,
    'commitment-times': ({ round }) => `las horas del compromiso ${ofRound(round)} no pueden ser ciertas.`,
    'head-back': ({ n, rolls }) =>
      `un panel posterior muestra menos que uno anterior: ${count(n)} entradas y ${count(rolls)} listas.`,
    'opened-otherwise': ({ field }) => `según el registro, la cola se abrió de otro modo que lo prometido: ${field}.`,
    'drawn-early': ({ round }) =>
      `el sorteo ${ofRound(round)} se hizo antes de fijarse su lista, o de salir su número de azar.`,
    'lobby-unpromised': ({ round }) => `el sorteo ${ofRound(round)} sería el de un vestíbulo que nunca se prometió.`,
    'lobby-beacon': ({ round }) => `el número de azar prometido para ${named(round)} no es el que toca.`,
    'commitments-differ': ({ round }) => `la lista ${ofRound(round)} se fijó de dos maneras distintas.`,
    'commitment-chain': ({ round }) => `la lista ${ofRound(round)} no se encadena con la anterior.`,
    'commitment-beacon': ({ round }) => `la lista ${ofRound(round)} nombra otro número de azar que el que toca.`,
    'commitment-late': ({ round }) => `la lista ${ofRound(round)} se fijó cuando su número de azar ya había salido.`,
    'commitment-unseen': ({ round }) =>
      `el panel aún no tenía la lista ${ofRound(round)} cuando su número de azar ya había salido.`,
    'roll-form': ({ round }) => `la lista ${ofRound(round)} no tiene la forma prometida.`,
    'bank-altered': ({ round }) => `la lista ${ofRound(round)} se cambió después de fijarse.`,
    'tile-altered': ({ round }) => `su parte de la lista ${ofRound(round)} se cambió después de fijarse.`,
    unproved: ({ round }) => `el sorteo ${ofRound(round)} se hizo sin su número de azar. No está probado.`,
    'unproved-untold': ({ round }) =>
      `el sorteo ${ofRound(round)} se hizo sin su número de azar, y el registro no dice nada de ello.`,
    'unproved-early': ({ round }) =>
      `el sorteo ${ofRound(round)} se hizo sin su número de azar antes de acabar la espera prometida.`,
    'ledger-rewritten': ({ n }) => `dos copias del registro difieren en la entrada ${count(n)}.`,
    'segment-missing': () => 'falta una parte del registro.',
    'ledger-short': ({ n, entries: entryCount }) =>
      `el panel mostraba ${count(n)} entradas, y el registro tiene ${count(entryCount)}.`,
    head: ({ n }) =>
      `en la entrada ${count(n)} el panel mostraba un hash distinto del que tienen el registro y las listas.`,
    'head-seen': ({ n }) =>
      `en la entrada ${count(n)} este navegador vio un hash distinto del que tienen ahora el registro y las listas.`,
  },
} satisfies CheckWords;
