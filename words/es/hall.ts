import type { HallWords } from '../en/hall.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { one: '1 asiento', other: `${count(n)} asientos` });

export const hallWords = {
  noPerformance: '¿Qué función es?',
  noPerformanceDetail: 'Esta dirección no indica ninguna función. Elija un espectáculo en la página de la temporada.',
  allDates: 'Todas las fechas',
  off: 'Esta función no se celebra',
  houseSays: (reason) => `La taquilla dice: «${reason}»`,
  otherDates: 'Una fecha que se ofrece en su lugar',
  offDetail: 'Ya no se vende.',
  movedFrom: (when) => `trasladada, antes ${when}`,

  noPass: 'Puede mirar, y elegir en cuanto llegue su turno',
  noPassDetail: 'Los asientos se guardan para quienes ya han sido llamados.',
  passOver: 'Su tiempo para comprar ha terminado',
  passOverDetail:
    'No ha perdido su lugar: vuelva a la cola y pida otro turno. Los asientos que le estamos guardando siguen guardados hasta que acabe su propio plazo.',
  toLine: (title) => `A la cola: ${title}`,
  otherLines: 'Otras puertas:',
  each: (price) => `${price} cada una`,

  bestTitle: 'Los mejores asientos juntos',
  party: 'Cuántos',
  fewer: 'Uno menos',
  more: 'Uno más',
  chips: 'Juntos, con un solo toque: precio por asiento',
  about: (price) => `unos ${price}`,
  chipFull: (price, n) =>
    `unos ${price}: ${plural(n, { one: 'guardar el mejor asiento', other: `guardar los ${n} mejores juntos` })}`,
  bands: 'Precio',
  any: 'Cualquier precio',
  bandFree: (n) => (n === 0 ? 'agotado' : n < 20 ? plural(n, { one: 'queda 1', other: `quedan ${n}` }) : ''),
  access: 'Una plaza para silla de ruedas',
  accessHint: 'Si son dos, el asiento del acompañante, al lado, también es suyo.',
  best: (n) => plural(n, { one: 'Buscar el mejor asiento', other: `Buscar los ${n} mejores asientos` }),
  bestHere: (n, where) =>
    plural(n, { one: `Buscar el mejor asiento: ${where}`, other: `Buscar los ${n} mejores asientos: ${where}` }),
  accessLimit: (n) =>
    plural(n, {
      one: 'Una plaza para silla de ruedas por persona.',
      other: `${n} plazas para silla de ruedas por persona.`,
    }),
  askLimit: (burst, perMinute) => `Puede preguntar ${burst} veces seguidas; después, ${perMinute} veces por minuto.`,
  askAgainIn: (seconds) =>
    plural(seconds, {
      one: 'Podrá preguntar de nuevo en un segundo.',
      other: `Podrá preguntar de nuevo en ${seconds} segundos.`,
    }),
  reduced: (list) => `Precios reducidos al pagar, para tantos asientos por persona: ${list}.`,
  finding: 'Buscando asientos…',
  limit: (left) =>
    left === 0
      ? 'Ya tiene todos los asientos que puede tener una persona.'
      : `Puede añadir ${plural(left, { one: '1 asiento más', other: `${left} asientos más` })}.`,

  choose: 'Elija usted mismo',
  plan: 'Plano',
  list: 'Lista',
  planLabel: (house) => `Plano de la sala: ${house}`,
  planHelp: 'Las flechas van de asiento en asiento, Intro elige, más y menos acercan y alejan.',
  closer: 'Acercar',
  further: 'Alejar',
  whole: 'Plano entero',
  stale: 'Ahora mismo no hay noticias de los asientos',
  staleFor: (seconds) => `Lo que ve es de hace ${seconds} segundos. Seguimos preguntando.`,

  seat: (label, price, state) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'ocupado',
  mine: 'guardado para usted',
  picked: 'elegido',
  view: (why) => `visibilidad reducida: ${why}`,
  legend: 'Signos del plano',
  viewSign: 'Visibilidad reducida',
  takenSign: 'Ocupado',
  wheelchair: 'plaza para silla de ruedas',
  companion: 'asiento del acompañante',
  sectionFree: (name, free, price) =>
    `${name}, ${free === 0 ? 'completo' : plural(free, { one: '1 libre', other: `${count(free)} libres` })}, ${price}`,
  row: (label) => `Fila ${label}`,
  fullSection: 'completo',
  standing: 'De pie: los lugares no están numerados. Diga cuántos en el formulario.',
  unreserved: 'Sin numerar: siéntese donde quiera. Diga cuántos en el formulario.',

  picks: (n, price) => `${seats(n)}, ${price}`,
  hold: (n) => plural(n, { one: 'Guardar este asiento', other: 'Guardar estos asientos' }),
  clear: 'Borrar',
  pickTaken: 'Ese asiento está ocupado.',
  pickLimit: 'No puede tener más asientos.',
  gone: (labels) => `Acaba de ocuparse: ${labels}. Elija otro.`,

  accessPair: 'Plaza para silla de ruedas con el asiento del acompañante',
  accessAlone: 'Plaza para silla de ruedas',
  withoutCompanion: 'Sin el asiento del acompañante',
  withCompanion: 'Con el asiento del acompañante',
  single: (n) => plural(n, { one: 'Quedaría un asiento suelto', other: `Quedarían ${n} asientos sueltos` }),
  singleDetail: (labels) => `${labels}: casi nadie viene solo. ¿Podría correrse un poco?`,
  instead: (labels) => `Tomar ${labels}`,
  keepMine: 'Quedarme con los míos',
  lost: (labels) => `${labels}: alguien ha sido más rápido por un instante. Lo sentimos.`,
  equal: 'Los más cercanos iguales, al mismo precio:',
  takeThese: (labels) => `Tomar en su lugar ${labels}`,
  noEqual: 'No queda ninguno igual. Elija otros, o deje que busquemos los mejores.',

  slow: 'Hay mucha gente. Su petición ha llegado y tendrá respuesta; por favor, no salga de esta página.',
  noAnswer:
    'Todavía no hay respuesta. Su petición sigue en pie: si vuelve a preguntar recibirá su respuesta, no asientos por duplicado.',
  askAgain: 'Volver a preguntar',

  refusal: {
    'seat-taken': 'Alguien ha sido más rápido',
    'seat-unknown': 'Ese asiento no existe',
    'not-enough-seats': 'No quedan tantos asientos así juntos',
    'over-limit': 'Serían más de los que puede tener una persona',
    'wheelchair-over-limit': 'Serían más plazas para silla de ruedas de las que puede tener una persona',
    'access-only': 'Son plazas para silla de ruedas',
    'not-in-this-on-sale': 'No se vende en esta venta',
    'performance-cancelled': 'Cancelada',
    'performance-stopped': 'No está a la venta en este momento',
    lost: 'Ha tardado demasiado',
  },
  refusalDetail: {
    'seat-taken': 'No tiene ninguno de los asientos elegidos; elija otros.',
    'seat-unknown': 'Esta sala no tiene ese asiento, esa zona o ese precio. Vuelva a cargar el plano y elija de nuevo.',
    'not-enough-seats':
      'No quedan tantos asientos cerca unos de otros. Pruebe con menos, con otro precio, o elija asientos en el plano.',
    'over-limit': 'Con estos tendría más asientos de los que puede tener una persona en esta venta. Pida menos.',
    'wheelchair-over-limit':
      'Con esta tendría más plazas para silla de ruedas de las que puede tener una persona en esta venta. La taquilla ayuda a los grupos mayores.',
    'access-only':
      'Estas plazas se reservan a personas en silla de ruedas y a sus acompañantes. Pida la mejor plaza para silla de ruedas, para una o dos personas.',
    'not-in-this-on-sale': 'Esta función no se vende en la venta en la que es su turno.',
    'performance-cancelled': 'Esta función está cancelada y ya no se vende. Elija otra fecha.',
    'performance-stopped':
      'La venta de esta función está detenida por ahora. Los asientos que le estamos guardando puede comprarlos. Elija otra fecha, o vuelva a mirar más tarde.',
    lost: 'La sala no llegó a tiempo a su petición. No hay nada reservado para usted: pida de nuevo.',
  },
  takenSeats: (labels) => `Ocupados: ${labels}.`,
  near: (n, where) =>
    plural(n, { one: `El mejor asiento cerca de ahí: ${where}`, other: `Los ${n} mejores cerca de ahí: ${where}` }),
  anyPrice: 'Probar con cualquier precio',
  fewerSeats: (n) => `Probar con ${seats(n)}`,
  apart: (n) => plural(n, { one: 'Un asiento', other: `${n} cerca unos de otros, no todos en una fila` }),
  otherPrice: (price) => `Unos ${price}`,

  heldTitle: 'Guardados para usted',
  heldFor: 'Guardados aún',
  checkout: 'Ir a pagar',
  release: 'Soltarlos',
  releaseFull: (labels) => `Soltarlos: ${labels}`,
  another: 'Añadir otra función',
  lapsed: 'El plazo de esos asientos ha terminado. Puede seguir eligiendo.',
  stillFree: (labels) => `Siguen libres: ${labels}.`,
  takeAgain: 'Volver a tomarlos',
  total: 'Total',
  announceHeld: (labels) => `Guardados para usted: ${labels}.`,
  announceReleased: (labels) => `Soltados: ${labels}.`,

  exchange: {
    title: 'Cambiar asientos',
    detail: (n) => `Elija ${seats(n)} en lugar de los que devuelve. Hasta entonces conserva los suyos.`,
    yours: 'Devolver',
    keep: 'Conservar mis asientos',
    same: 'El precio no cambia.',
    less: (money) => `Le devolvemos ${money}.`,
    dearer: (money) => `${money} más, a pagar con lo demás.`,
    more: (money) => `${money} más de lo pagado: solo un pedido aún sin pagar puede subir de precio.`,
    left: (n) => plural(n, { one: 'Elija un asiento más', other: `Elija ${n} asientos más` }),
    confirm: 'Cambiarlos',
    asking: 'Cambiando…',
    elsewhere: 'Este pedido se guarda en otro navegador',
    elsewhereDetail:
      'Ábralo por el enlace de su correo, que funciona en cualquier dispositivo, y empiece el cambio desde allí.',
    notNow: 'Estos asientos no se pueden cambiar ahora',
    notNowDetail: 'La página del pedido dice qué se puede hacer.',
    toOrder: 'A su pedido',
  },
} satisfies HallWords;
