import type { PlainWords } from '../en/plain.ts';
import { tongueOf } from '../tongue.ts';

const { count, plural, minutes } = tongueOf('cy-GB');

/** The page without JavaScript, in Welsh. */
export const plainWelsh: PlainWords = {
  locale: 'cy-GB',
  season: 'Pob sioe',
  allLines: 'Pob ciw',
  languages: 'Iaith',
  intro:
    'Dyma’r ciw yn ei ffurf symlaf, sy’n gweithio heb JavaScript. Yr un yw eich lle a’ch rhif chi yma ag ar y dudalen lawn.',
  fullPage: 'I’r dudalen lawn',

  linesTitle: 'Pa giw?',
  noLines: 'Nid oes ciw ar agor nac wedi’i gyhoeddi ar hyn o bryd.',
  opensAt: (when) => `Y drysau’n agor: ${when}`,
  isOpen: 'Mae’r drysau ar agor',
  noLine: 'Nid oes ciw o’r enw hwn',
  noLineDetail: 'Gwiriwch y cyfeiriad, neu dewiswch giw o’r rhestr.',
  notYet: 'Nid yw’r ciw hwn yn barod eto',
  notYetDetail: 'Dewch yn ôl yn nes at yr agor. Ni all neb ymuno cyn hynny, felly nid ydych yn colli dim.',

  windows: 'Pwy gaiff ddod i mewn, a phryd',
  doorsOpenDetail: 'Bydd pawb sy’n ymuno o fewn yr un ychydig eiliadau â chi yn cael eu tynnu mewn hap gyda’i gilydd.',
  joinLobby: 'Ymuno â’r cyntedd',
  joinLine: 'Ymuno â’r ciw',
  entries: { members: 'Gyda’ch rhif aelod', email: 'Gyda’r ddolen o’n e-bost', open: 'Heb aelodaeth' },
  member: 'Rhif aelod',
  memberHint: 'Fel y mae ar eich cerdyn aelod.',
  postcode: 'Cod post',
  postcodeHint: 'Y cyfeiriad rydym yn ysgrifennu atoch chi ynddo.',
  link: 'Dolen o’r e-bost',
  linkHint:
    'Gofynnwch amdani ar y dudalen lawn, ar unrhyw ffôn neu gyfrifiadur sydd â JavaScript. Yna copïwch y ddolen gyfan o’r e-bost i’r blwch hwn.',
  openDetail: (venue) =>
    `Er mwyn cadw robotiaid allan, mae’r ffordd hon i mewn yn gofyn i’ch porwr wneud cyfrifiad byr, ac mae angen JavaScript ar gyfer hynny. Ymunwch ar unrhyw ffôn neu gyfrifiadur sydd â JavaScript, neu ffoniwch swyddfa docynnau ${venue}.`,
  needs: 'Oes angen unrhyw beth arnoch chi?',
  need: {
    wheelchair: 'Lle i gadair olwyn',
    companion: 'Sedd wrth fy ymyl i’m cydymaith',
    'more-time': 'Mwy o amser ar gyfer pob cam',
  },
  join: 'Cymryd lle',
  joinOnce: 'Un lle yr un: ymunwch eto o unrhyw le ac fe gewch yr un lle yn ôl.',
  drawTitle: 'Sut mae’r drefn yn cael ei phenderfynu',
  draw: 'Mae gan bawb sydd yma cyn i’r drysau agor yr un cyfle: yr eiliad y maent yn agor, tynnir pob lle mewn hap. Nid oes mantais i ddod yn gynnar, a bydd pwy bynnag sy’n ymuno wedyn yn sefyll y tu ôl i’r tyniad hwn.',

  inLobby: 'Mae gennych chi le',
  inLobbyDetail: 'Cewch gau’r dudalen hon: chi biau eich lle o hyd. Byddwch yn ôl pan fydd y drysau’n agor.',
  inTheLobby: (n) =>
    plural(n, {
      one: '# person yn y cyntedd.',
      two: '# berson yn y cyntedd.',
      few: '# pherson yn y cyntedd.',
      many: '# pherson yn y cyntedd.',
      other: '# o bobl yn y cyntedd.',
    }),
  drawing: 'Mae’r tyniad yn digwydd',
  drawingDetail: 'Bydd eich rhif yma mewn ychydig eiliadau.',
  number: 'Eich rhif',
  ahead: (n) =>
    n === 0
      ? 'Chi sydd nesaf'
      : plural(n, {
          one: '# person o’ch blaen',
          two: '# berson o’ch blaen',
          few: '# pherson o’ch blaen',
          many: '# pherson o’ch blaen',
          other: '# o bobl o’ch blaen',
        }),
  calledSoFar: (n) => (n === 0 ? 'Nid oes neb wedi’i alw eto.' : `Wedi’u galw hyd yma: 1 i ${count(n)}.`),
  wait: (half, most) =>
    `Caiff hanner y rhai yn eich lle chi eu galw o fewn tua ${minutes(half)}, a naw o bob deg o fewn tua ${minutes(most)}.`,
  waitMost: (most) => `Caiff naw o bob deg yn eich lle chi eu galw o fewn tua ${minutes(most)}.`,
  waitUnknown: 'Byddwn yn gwybod mewn munud neu ddwy pa mor hir y byddwch yn aros.',
  chance: (ofTen) => `Y siawns y bydd dwy sedd ar ôl pan ddaw eich tro yw tua ${ofTen} mewn 10.`,
  chanceHigh: 'Mae’n debygol iawn y bydd seddi ar ôl pan ddaw eich tro. Nid yw’n addewid.',
  chanceLow: 'Mae’n annhebygol y bydd seddi ar ôl pan ddaw eich tro: llai nag 1 siawns mewn 20.',
  keepPlace: 'Cewch gau’r dudalen hon: chi biau eich lle o hyd. Pan elwir eich rhif, bydd yn aros amdanoch.',

  called: 'Eich tro chi yw hi',
  again: 'Mae eich amser i siopa ar ben',
  againDetail: 'Nid ydych wedi colli eich lle: cewch ddod i mewn eto pryd bynnag y bydd lle.',
  calledDetail: (venue) =>
    `Mae angen JavaScript i ddewis seddi. Agorwch y dudalen lawn ar ffôn neu gyfrifiadur sydd â JavaScript ac ymunwch fel y gwnaethoch yma: fe gewch yr un lle. Neu ffoniwch swyddfa docynnau ${venue} a dywedwch eich rhif. Mae eich amser i siopa yn dechrau pan gymerwch eich trwydded, felly gofalwch fod un o’r ddau wrth law.`,
  claim: 'Cymryd fy nhrwydded nawr',
  shopping: 'Mae gennych chi drwydded i siopa',
  shoppingUntil: (time) => `Mae’n ddilys tan ${time}.`,
  shoppingDetail: (venue) =>
    `Dewiswch eich seddi ar y dudalen lawn, ar ffôn neu gyfrifiadur sydd â JavaScript: ymunwch fel y gwnaethoch yma, ac fe gewch yr un lle a’r un drwydded. Neu ffoniwch swyddfa docynnau ${venue} a dywedwch eich rhif.`,
  finish: 'Rwyf wedi gorffen siopa',
  over: 'Mae’r gwerthiant hwn ar ben',
  overDetail: 'Mae’r ciw wedi cau. Efallai fod ffyrdd eraill o gael tocynnau: gweler pob sioe.',
  leave: 'Gadael y ciw',
  leaveSure: 'Byddwch yn ildio eich rhif, a bydd rhywun arall yn symud ymlaen.',
  leaveYes: 'Ie, gadael y ciw',
  left: 'Rydych chi wedi gadael y ciw. Wedi newid eich meddwl? Ymunwch eto a chi fydd piau eich hen le.',

  paused: 'Mae’r ciw wedi’i oedi. Ni elwir neb am y tro, ac nid oes neb yn mynd heibio i chi.',
  house: 'Nid ydym yn galw neb tra bo’r cynllun seddi’n araf i ateb. Nid oes neb yn mynd heibio i chi.',
  baskets: 'Mae pob sedd ym masged rhywun. Daw seddi na thelir amdanynt yn ôl, ac yna byddwn yn dal ati i alw pobl.',
  soldOut: 'Wedi gwerthu allan: mae pob sedd wedi’i gwerthu. Os daw seddi’n ôl, gelwir y rhai nesaf yn y ciw.',
  lost: 'Dim gair gan y ciw ar hyn o bryd. Mae eich lle yn ddiogel: yn y theatr y caiff ei gadw, nid ar y dudalen hon.',
  lane: {
    slower: 'Mae eich lle yn y lôn arafach: cewch ddod i mewn ychydig ar ôl i’ch rhif gael ei alw.',
    removed: 'Cafodd eich lle ei dynnu o’r ciw.',
  },
  why: {
    'many-from-one-address': 'Ymunodd llawer iawn o bobl o’r cyfeiriad y daethoch chi ohono.',
    'not-a-browser': 'Nid oedd y cais i ymuno yn edrych fel un gan borwr.',
    staff: 'Ein staff a benderfynodd hynny.',
  },
  appeal: 'Os camgymeriad yw hyn, ysgrifennwch atom o’r dudalen lawn: bydd person yn edrych arno.',

  refreshes: 'Mae’r dudalen hon yn diweddaru ei hun.',
  stop: 'Stopio diweddaru',
  start: 'Diweddaru ohoni’i hun',
  lookNow: 'Diweddaru nawr',
  asOf: (time) => `Fel yr oedd am ${time}.`,
  trouble: 'Ni weithiodd hynny',
  fault:
    'Aeth rhywbeth o’i le ar ein hochr ni. Nid ydych wedi colli dim. Rhowch gynnig arall arni mewn ychydig eiliadau.',
  notForm: 'Defnyddiwch y botymau ar y dudalen hon.',
  refused: {
    'member-unknown':
      'Nid yw’r rhif a’r cod post yn cyfateb. Gwiriwch y ddau ar eich cerdyn aelod, yna rhowch gynnig arall arni.',
    'too-many-tries':
      'Rhoddwyd cynnig ar y rhif hwn gyda llawer o godau post. Bydd yn gorffwys am chwarter awr; yna rhowch gynnig arall arni.',
    'link-wrong':
      'Nid yw’r ddolen hon yn ddilys ar gyfer y ciw hwn. Copïwch hi eto, yn gyfan, neu gofynnwch am un newydd.',
    'line-closed': 'Mae’r gwerthiant hwn wedi dod i ben.',
    'line-not-open-yet': 'Nid yw’r drysau ar agor eto. Mae eich lle yn ddiogel.',
    'not-drawn-yet': 'Caiff eich rhif ei dynnu o fewn eiliadau. Mae eich lle yn ddiogel.',
    'not-your-turn': 'Nid eich tro chi yw hi eto. Mae eich lle yn ddiogel.',
    'slower-lane':
      'Cewch ddod i mewn ychydig yn ddiweddarach. Arhoswch funud, yna rhowch gynnig arall arni: mae eich lle yn ddiogel.',
    'room-full': 'Rydych chi wedi cael eich tro, ac mae’r ystafell yn llawn. Rhowch gynnig arall arni ymhen ychydig.',
    'place-given-up': 'Gadawsoch chi’r ciw hwn. Ymunwch eto i gael yr un lle yn ôl.',
    'receipt-missing': 'Ni welwn eich lle. Efallai fod eich porwr yn gwrthod cwcis: caniatewch nhw, ac ymunwch eto.',
    'receipt-forged': 'Ni welwn eich lle. Ymunwch eto: fe gewch eich lle eich hun yn ôl.',
    'bad-request': 'Llenwch bob blwch, yna rhowch gynnig arall arni.',
    'not-from-this-page': 'Daeth y ffurflen o wefan arall. Defnyddiwch y botymau ar y dudalen hon.',
  },
};
