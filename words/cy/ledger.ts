import type { ActorRole } from '../../contracts/ledger.ts';
import type { Suspicion } from '../../contracts/line-requests.ts';
import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import type { LedgerWords } from '../en/ledger.ts';
import { preparedWords } from './prepared-messages.ts';
import { count, plural } from './written.ts';

/* The words of the page of the ledger. Reasons are shown as staff wrote them. */

const minutes = (n: number) => plural(n, { two: '2 funud', other: `${count(n)} munud` });
const entries = (n: number) =>
  plural(n, { two: '2 gofnod', few: '3 chofnod', many: '6 chofnod', other: `${count(n)} cofnod` });

/** Why a place was judged. */
const whys: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'ymunodd llawer iawn o un cyfeiriad',
  'not-a-browser': 'nid oedd yn ymddwyn fel porwr',
  staff: 'penderfynodd y staff felly',
};

const roles: Readonly<Record<ActorRole, string>> = {
  owner: 'y perchennog',
  ops: 'y tîm gweithredu',
  'box-office-supervisor': 'y swyddfa docynnau',
  marketing: 'y tîm marchnata',
  pacemaker: 'y rheolydd cyflymder, sef rhaglen',
  gatekeeper: 'ceidwad y porth, sef rhaglen',
};

export const ledgerWords = {
  eyebrow: 'Y llyfr cofnodion',
  lead: 'Pob gweithred gan y swyddfa docynnau ar y ciw hwn: pwy, beth, pryd a pham. Mae pob cofnod yn cario hash yr un o’i flaen, felly ni ellir newid na thynnu’r un heb i neb sylwi. Mae’ch porwr newydd eu gwirio i gyd.',
  noOnSale: 'Pa giw yw hwn?',
  noOnSaleDetail: 'Nid yw’r cyfeiriad hwn yn enwi gwerthiant. Dewiswch un ar dudalen y tymor.',
  empty: 'Ni wnaed dim ar y ciw hwn eto',
  emptyDetail: 'Unwaith y bydd wedi’i agor, bydd pob gweithred arno i’w gweld yma.',
  whole: (n) => `${entries(n)}, heb fwlch`,
  broken: (n) => `${entries(n)} ddim yn dal`,
  brokenDetail:
    'Newidiodd rhywun y llyfr hwn ar ôl iddo gael ei ysgrifennu. Mae’r cofnodion wedi’u nodi isod. Rhowch wybod i’r swyddfa docynnau.',
  otherBoard: 'Nid hwn yw’r llyfr cofnodion a ddangosodd y bwrdd',
  otherBoardDetail: 'Mae’r bwrdd y mae pawb yn ei ddarllen yn cario hash arall yma. Rhowch wybod i’r swyddfa docynnau.',
  unsure: 'Ni ellid darllen addewid y ciw, felly ni ellid gwirio lle mae’r llyfr yn dechrau.',
  asOnBoard: 'Mae’r bwrdd y mae pawb yn ei ddarllen yn dangos yr un hash.',
  asInMail: 'Mae’r hash yn eich e-bost yn perthyn i’r llyfr hwn a’i restrau: ni newidiwyd dim ohonynt ers hynny.',
  otherMail: 'Nid yw’r hash yn eich e-bost yn perthyn i’r llyfr hwn',
  otherMailDetail:
    'Newidiwyd wedyn yr hyn oedd wedi’i gyhoeddi pan anfonwyd eich e-bost. Cadwch yr e-bost, a dywedwch wrth y swyddfa docynnau.',
  mailUnsure: 'Nid oedd modd gwirio’r hash yn eich e-bost â’r ffeiliau y gellir eu darllen nawr.',
  witnessed: (signed, all) =>
    `Llofnododd ${count(signed)} o ${count(all)} tyst y tu allan i’r lleoliad yr hyn a ddangosodd y bwrdd`,
  tooFewWitnesses: (signed, needed) => `Hyd yma llofnododd ${count(signed)} o’r ${count(needed)} tyst sydd eu hangen`,
  witnessesUnread: 'Ni ellid darllen nawr yr hyn a lofnododd y tystion',
  witnessesDetail:
    'Rhywun arall yw tyst: mae’n llofnodi’r hash ar y bwrdd ac ni fydd yn llofnodi hanes arall wedyn. Caiff yr hyn a lofnododd ddiwethaf ei wirio yma.',
  otherLog: 'Nid y llyfr hwn a ddangoswyd i’r tystion',
  otherLogDetail:
    'Nid yw’r rhestr o bob hash a ddangosodd y bwrdd yn cyd-fynd â’r ffeiliau hyn. Rhowch wybod i’r swyddfa docynnau.',
  head: 'Yr hash olaf',
  headFull: 'Yr hash cyfan',
  headOnBoard: 'Yr hash ar y bwrdd, o’r cofnodion hyn a’r holl restrau a bennwyd',
  entries: 'Cofnodion',
  by: (role) => `gan ${role}`,
  hash: 'Hash y cofnod',
  text: 'Fel y’i hysgrifennwyd',
  entry: (n) => `Cofnod ${count(n)}`,
  tampered:
    'Nid yw’r cofnod hwn yn cyd-fynd â’i hash: fe’i newidiwyd, neu rhoddwyd un wrth ei ochr neu ei dynnu oddi yno.',
  unreadable: 'Ni ellir darllen y cofnod hwn.',
  noReason: 'dim rheswm wedi’i roi',
  toCheck: 'Gwirio fy lle',
  toFile: 'Y ffeil ei hun',

  acts: {
    opened: 'Crëwyd y ciw',
    paused: 'Oedwyd y ciw',
    resumed: 'Mae’r ciw yn mynd yn ei flaen',
    'dials-turned': 'Newidiwyd y cyflymder',
    'message-set': 'Newidiwyd y neges ar y bwrdd',
    'go-said': 'Dywedwyd ymlaen',
    'no-go-said': 'Dywedwyd peidio',
    'tier-drawn': 'Agorodd y drysau i ragor o bobl, a thynnwyd trefn eu cyntedd',
    halted: 'Stopiodd y ciw ohono’i hun',
    revived: 'Mae’r ciw yn symud eto ohono’i hun',
    'commitment-late': 'Cyhoeddwyd rhestr ar ôl ei gwerth hap',
    'drawn-unproved': 'Tynnwyd rownd heb y ffynhonnell hap gyhoeddus: nid yw’r tynnu wedi’i brofi',
    'place-slowed': 'Rhoddwyd lle yn y lôn arafach',
    'place-removed': 'Tynnwyd lle o’r ciw',
    'place-restored': 'Rhoddwyd lle yn ôl',
    'place-readmitted': 'Gadawyd rhywun i mewn unwaith eto, ar ôl gwall gennym ni',
    'turns-given-again':
      'Anfonwyd pawb i rywle arall am gyfnod: rhoddir y troeon a oedd yn rhedeg bryd hynny unwaith eto',
    'place-admitted': 'Gadawyd lle i mewn cyn ei dro',
    'doors-moved': 'Symudwyd amser agor y drysau',
    'closed-early': 'Daethpwyd â’r gwerthu i ben yn gynnar',
    ended: 'Daeth y gwerthu i ben',
    'selling-stopped': 'Stopiwyd y gwerthu am y tro',
    'selling-resumed': 'Mae’r gwerthu’n mynd ymlaen',
    'seats-per-fan-turned': 'Newidiwyd terfyn y seddi i bob person',
    'ways-to-pay-turned': 'Newidiwyd y ffyrdd o dalu',
    'allocation-released': 'Mae seddi a gadwyd ar werth i bawb',
    'release-planned': 'Trefnwyd i seddi a gadwyd fynd ar werth',
    'release-withdrawn': 'Tynnwyd yn ôl drefniant i ryddhau seddi',
  },

  roles,

  details: {
    shopping: (value) => `caiff ${value} brynu ar yr un pryd`,
    perMinute: (value) => `gelwir ${value} y funud ar y mwyaf`,
    passMinutes: (value) => `mae ${minutes(Number(value))} i brynu`,
    claimMinutes: (value) => `cedwir tro am ${minutes(Number(value))}`,
    vouchersPerFan: (value) => `caiff cefnogwr ddod yn ôl hyd at ${value} gwaith ar ôl gwall gennym ni`,
    paused: (value) => (value === 'true' ? 'wedi’i oedi' : 'heb ei oedi'),
    message: (value) => (value === '' ? 'dim neges' : `“${value}” yw’r neges`),
    prepared: (value) => (value === 'nothing' ? 'dim neges' : `“${preparedWords[value as PreparedMessage] ?? value}”`),
    position: (value) => `rhif ${value}`,
    confirmedBy: (value) => `cadarnhawyd gan ${roles[value as ActorRole] ?? value}`,
    performances: (value) => `perfformiadau: ${value}`,
    seatsPerFan: (value) => `${value} o seddi i bob person`,
    methods: (value) => `ar gael: ${value}`,
    seats: (value) => `${value} o seddi`,
    dueAt: (when) => `ar ${when}`,
    planned: (value) => `trefnwyd fel newid ${value}`,
    turn: (value) => `newid ${value} i’r gwerthu`,
    turnedAt: (when) => `newidiwyd ${when}`,
    awayFrom: (when) => `i ffwrdd o ${when}`,
    awayUntil: (when) => `yn ôl am ${when}`,
    insteadOf: (when) => `yn lle ${when}`,
    decides: (value) => `gwerth hap rhif ${value} sy’n penderfynu`,
    round: (value) => `rownd ${value}`,
    mark: (value) => `y lle ${value} yn y rhestr`,
    drawn: (value) => `tynnwyd ${value}`,
    called: (value) => `galwyd ${value}`,
    neverCame: (value) => `ni ddaeth ${value} ohonynt`,
    size: (value) => `${value} o bobl`,
    tier: (value) => `ar gyfer ${value}`,
    why: (value) => `oherwydd: ${whys[value as Suspicion] ?? value}`,
    opensAt: (when) => `drysau: ${when}`,
    closesAt: (when) => `tan ${when}`,
    audience: (value) => `disgwylir ${value} o bobl`,
    tiers: (value) => `un ar ôl y llall: ${value}`,
    beacon: (value) => `gyda’r ffynhonnell hap gyhoeddus ${value.slice(0, 8)}…`,
    inThisMinute: (value) => `rhif ${value} o fewn y funud hon; ni restrir y rhai rhyngddynt fesul un`,
  },
} satisfies LedgerWords;
