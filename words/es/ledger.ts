import type { ActorRole } from '../../contracts/ledger.ts';
import type { Suspicion } from '../../contracts/line-requests.ts';
import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import type { LedgerWords } from '../en/ledger.ts';
import { preparedWords } from './prepared-messages.ts';
import { count, plural } from './written.ts';

/* The words of the page of the ledger. Reasons are shown as staff wrote them. */

const minutes = (n: number) => plural(n, { one: '1 minuto', other: `${count(n)} minutos` });

/** Why a place was judged. */
const whys: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'llegaron muchísimos desde una misma dirección',
  'not-a-browser': 'no se comportaba como un navegador',
  staff: 'así lo decidió el personal',
};

const roles: Readonly<Record<ActorRole, string>> = {
  owner: 'la dirección',
  ops: 'operaciones',
  'box-office-supervisor': 'la taquilla',
  marketing: 'el equipo de comunicación',
  pacemaker: 'el marcapasos, que es un programa',
  gatekeeper: 'el portero, que es un programa',
};

export const ledgerWords = {
  eyebrow: 'El registro',
  lead: 'Cada acto de la taquilla sobre esta cola: quién, qué, cuándo y por qué. Cada entrada lleva el hash de la anterior, así que ninguna puede cambiarse ni quitarse sin que se note. Su navegador acaba de comprobarlas todas.',
  noOnSale: '¿Qué cola es?',
  noOnSaleDetail: 'Esta dirección no indica ninguna venta. Elija una en la página de la temporada.',
  empty: 'Todavía no se ha hecho nada en esta cola',
  emptyDetail: 'En cuanto se abra, aquí figurará cada acto sobre ella.',
  whole: (n) => plural(n, { one: '1 entrada, sin roturas', other: `${count(n)} entradas, sin roturas` }),
  broken: (n) => plural(n, { one: '1 entrada no se sostiene', other: `${count(n)} entradas no se sostienen` }),
  brokenDetail:
    'Alguien cambió este registro después de escrito. Las entradas están marcadas abajo. Avise a la taquilla.',
  otherBoard: 'Este no es el registro que mostraba el panel',
  otherBoardDetail: 'El panel que leen todos lleva aquí otro hash. Avise a la taquilla.',
  unsure: 'No se pudo leer la promesa de la cola, así que no se pudo comprobar dónde empieza el registro.',
  asOnBoard: 'El panel que leen todos muestra el mismo hash.',
  asInMail: 'El hash de su correo es el de este libro y sus listas: nada de ello se ha cambiado desde entonces.',
  otherMail: 'El hash de su correo no es el de este libro',
  otherMailDetail:
    'Lo que estaba publicado cuando se envió su correo se cambió después. Guarde el correo y avise a la taquilla.',
  mailUnsure: 'El hash de su correo no se pudo comprobar con los archivos que ahora se pueden leer.',
  witnessed: (signed, all) =>
    `${count(signed)} de ${plural(all, { one: '1 testigo', other: `${count(all)} testigos` })} ajenos a la organización han firmado lo que mostró el panel`,
  tooFewWitnesses: (signed, needed) =>
    `Hasta ahora han firmado ${count(signed)} de los ${count(needed)} testigos necesarios`,
  witnessesUnread: 'Ahora no se pudo leer lo que firmaron los testigos',
  witnessesDetail:
    'Un testigo es otra persona. Firma el hash del panel y no firmará después otra historia. Aquí se comprueba lo último que firmó.',
  otherLog: 'Lo que se mostró a los testigos no es este registro',
  otherLogDetail:
    'La lista de todos los hashes que mostró el panel no concuerda con estos archivos. Avise a la taquilla.',
  head: 'Último hash',
  headFull: 'El hash entero',
  headOnBoard: 'El hash del panel, de estas entradas y de todas las listas fijadas',
  entries: 'Entradas',
  by: (role) => `por ${role}`,
  hash: 'Huella (hash)',
  text: 'Tal como está escrito',
  entry: (n) => `Entrada ${count(n)}`,
  tampered: 'Esta entrada no corresponde a su hash: se cambió, o se añadió o quitó otra a su lado.',
  unreadable: 'Esta entrada no se puede leer.',
  noReason: 'sin motivo indicado',
  toCheck: 'Comprobar mi lugar',
  toFile: 'El archivo mismo',

  acts: {
    opened: 'Se creó la cola',
    paused: 'Se puso la cola en pausa',
    resumed: 'La cola sigue',
    'dials-turned': 'Se cambió el ritmo',
    'message-set': 'Se cambió el mensaje del panel',
    'go-said': 'Se dio luz verde',
    'no-go-said': 'No se dio luz verde',
    'tier-drawn': 'Las puertas se abrieron para más personas, y se sorteó su vestíbulo',
    halted: 'La cola se detuvo sola',
    revived: 'La cola vuelve a moverse sola',
    'commitment-late': 'Una lista se publicó después de su valor de azar',
    'drawn-unproved': 'Se sorteó una ronda sin la fuente pública de azar: el sorteo no está probado',
    'place-slowed': 'Se puso un lugar en el carril lento',
    'place-removed': 'Se quitó un lugar',
    'place-restored': 'Se devolvió un lugar',
    'place-readmitted': 'Se dejó entrar a alguien una vez más, tras un error nuestro',
    'turns-given-again': 'Durante un rato se envió a todos a otro sitio: los turnos de ese rato se dan una vez más',
    'place-admitted': 'Un lugar entró antes de su turno',
    'doors-moved': 'Se cambió la hora de abrir las puertas',
    'closed-early': 'La venta se terminó antes de tiempo',
    ended: 'La venta terminó',
    'selling-stopped': 'La venta se detuvo por ahora',
    'selling-resumed': 'La venta continúa',
    'seats-per-fan-turned': 'Se cambió el límite de localidades por persona',
    'ways-to-pay-turned': 'Se cambiaron las formas de pago',
    'allocation-released': 'Las localidades reservadas están a la venta para todos',
    'release-planned': 'Se previó poner a la venta localidades reservadas',
    'release-withdrawn': 'Se retiró una liberación de localidades prevista',
  },

  roles,

  details: {
    shopping: (value) => `${value} pueden comprar a la vez`,
    perMinute: (value) => `se llama a ${value} por minuto como máximo`,
    passMinutes: (value) => `hay ${minutes(Number(value))} para comprar`,
    claimMinutes: (value) => `un turno se guarda ${minutes(Number(value))}`,
    vouchersPerFan: (value) => `tras un error nuestro, cada persona puede volver a entrar hasta ${value} veces`,
    paused: (value) => (value === 'true' ? 'en pausa' : 'sin pausa'),
    message: (value) => (value === '' ? 'sin mensaje' : `«${value}»`),
    prepared: (value) =>
      value === 'nothing' ? 'sin mensaje' : `«${preparedWords[value as PreparedMessage] ?? value}»`,
    position: (value) => `número ${value}`,
    confirmedBy: (value) => `confirmado por ${roles[value as ActorRole] ?? value}`,
    performances: (value) => `funciones: ${value}`,
    seatsPerFan: (value) => `${value} localidades por persona`,
    methods: (value) => `se ofrece: ${value}`,
    seats: (value) => `${value} localidades`,
    dueAt: (when) => `el ${when}`,
    planned: (value) => `previsto como cambio ${value}`,
    turn: (value) => `cambio ${value} de la venta`,
    turnedAt: (when) => `cambiado ${when}`,
    awayFrom: (when) => `en otro sitio desde ${when}`,
    awayUntil: (when) => `de vuelta a las ${when}`,
    insteadOf: (when) => `en lugar de ${when}`,
    decides: (value) => `decide el valor de azar número ${value}`,
    round: (value) => `ronda ${value}`,
    mark: (value) => `el lugar ${value} de la lista`,
    drawn: (value) => `${value} se sortearon`,
    called: (value) => `${value} fueron llamados`,
    neverCame: (value) => `${value} de ellos no vinieron`,
    size: (value) => `${value} personas`,
    tier: (value) => `para ${value}`,
    why: (value) => `porque: ${whys[value as Suspicion] ?? value}`,
    opensAt: (when) => `puertas: ${when}`,
    closesAt: (when) => `hasta ${when}`,
    audience: (value) => `se esperan ${value} personas`,
    tiers: (value) => `uno tras otro: ${value}`,
    beacon: (value) => `con la fuente pública de azar ${value.slice(0, 8)}…`,
    inThisMinute: (value) => `número ${value} en este minuto; los intermedios no figuran uno a uno`,
  },
} satisfies LedgerWords;
