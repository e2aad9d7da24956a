import type { HallWords } from '../en/hall.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { zero: 'dim seddi', other: `${count(n)} sedd` });

export const hallWords = {
  noPerformance: 'Pa berfformiad yw hwn?',
  noPerformanceDetail: 'Nid yw’r cyfeiriad hwn yn enwi perfformiad. Dewiswch sioe ar dudalen y tymor.',
  allDates: 'Pob dyddiad',
  off: 'Ni fydd y perfformiad hwn yn digwydd',
  houseSays: (reason) => `Dywed y swyddfa docynnau: “${reason}”`,
  otherDates: 'Dyddiad a gynigir yn lle hynny',
  offDetail: 'Nid oes dim ohono ar werth mwyach.',
  movedFrom: (when) => `wedi’i symud, ${when} gynt`,

  noPass: 'Cewch edrych, a dewis pan ddaw eich tro',
  noPassDetail: 'Mae seddi’n cael eu cadw i’r rhai y mae eu rhif wedi’i alw.',
  passOver: 'Mae’ch amser i brynu ar ben',
  passOverDetail:
    'Nid yw’ch lle wedi’i golli: ewch yn ôl i’r ciw a gofynnwch am dro arall. Bydd seddi sydd ar gadw i chi yn aros felly nes bod eu hamser eu hunain ar ben.',
  toLine: (title) => `I’r ciw: ${title}`,
  otherLines: 'Drysau eraill:',
  each: (price) => `${price} yr un`,

  bestTitle: 'Y seddi gorau gyda’i gilydd',
  party: 'Faint',
  fewer: 'Un yn llai',
  more: 'Un yn fwy',
  chips: 'Ochr yn ochr, ag un tap: pris pob sedd',
  about: (price) => `tua ${price}`,
  chipFull: (price, n) =>
    `tua ${price}: ${plural(n, { one: 'cadw’r sedd orau', other: `cadw’r ${n} sedd orau ochr yn ochr` })}`,
  bands: 'Pris',
  any: 'Unrhyw bris',
  bandFree: (n) => (n === 0 ? 'wedi’u gwerthu' : n < 20 ? `${n} ar ôl` : ''),
  access: 'Lle i gadair olwyn',
  accessHint: 'I ddau, chi piau sedd y cydymaith wrth ei ochr hefyd.',
  best: (n) => plural(n, { one: 'Dod o hyd i’r sedd orau', other: `Dod o hyd i’r ${n} sedd orau` }),
  bestHere: (n, where) =>
    plural(n, { one: `Dod o hyd i’r sedd orau: ${where}`, other: `Dod o hyd i’r ${n} sedd orau: ${where}` }),
  accessLimit: (n) =>
    plural(n, {
      one: 'Un lle cadair olwyn i bob person.',
      two: '2 le cadair olwyn i bob person.',
      other: `${n} lle cadair olwyn i bob person.`,
    }),
  askLimit: (burst, perMinute) => `Cewch ofyn ${burst} gwaith yn olynol, ac wedyn ${perMinute} gwaith y funud.`,
  askAgainIn: (seconds) =>
    plural(seconds, { one: 'Cewch ofyn eto ymhen eiliad.', other: `Cewch ofyn eto ymhen ${seconds} eiliad.` }),
  reduced: (list) => `Prisiau gostyngol wrth dalu, am hyn o seddi i bob person: ${list}.`,
  finding: 'Yn chwilio am seddi…',
  limit: (left) =>
    left === 0 ? 'Mae gennych yr holl seddi y caiff un person eu cael.' : `Cewch ${seats(left)} arall.`,

  choose: 'Dewiswch eich hun',
  plan: 'Cynllun',
  list: 'Rhestr',
  planLabel: (house) => `Cynllun o’r seddi: ${house}`,
  planHelp: 'Mae’r bysellau saeth yn symud o sedd i sedd, Enter yn dewis, plws a minws yn chwyddo ac yn lleihau.',
  closer: 'Yn nes',
  further: 'Ymhellach i ffwrdd',
  whole: 'Y cynllun cyfan',
  stale: 'Dim newyddion am y seddi ar hyn o bryd',
  staleFor: (seconds) => `Mae’r hyn a welwch yn ${seconds} eiliad oed. Rydym yn dal i ofyn.`,

  seat: (label, price, state) => `${label}, ${price}${state ? `, ${state}` : ''}`,
  taken: 'wedi’i chymryd',
  mine: 'ar gadw i chi',
  picked: 'wedi’i dewis',
  view: (why) => `golygfa gyfyngedig: ${why}`,
  legend: 'Arwyddion ar y cynllun',
  viewSign: 'Golygfa gyfyngedig',
  takenSign: 'Wedi’i chymryd',
  wheelchair: 'lle i gadair olwyn',
  companion: 'sedd cydymaith',
  sectionFree: (name, free, price) => `${name}, ${free === 0 ? 'llawn' : `${count(free)} yn rhydd`}, ${price}`,
  row: (label) => `Rhes ${label}`,
  fullSection: 'llawn',
  standing: 'Sefyll: does dim rhifau ar y lleoedd. Dywedwch faint ar y ffurflen.',
  unreserved: 'Seddi heb eu cadw: eisteddwch lle mynnwch. Dywedwch faint ar y ffurflen.',

  picks: (n, price) => `${seats(n)}, ${price}`,
  hold: (n) => plural(n, { one: 'Cadw’r sedd hon', other: 'Cadw’r seddi hyn' }),
  clear: 'Clirio',
  pickTaken: 'Mae’r sedd honno wedi’i chymryd.',
  pickLimit: 'Chewch chi ddim mwy o seddi na hynny.',
  gone: (labels) => `Newydd fynd: ${labels}. Dewiswch sedd arall.`,

  accessPair: 'Lle i gadair olwyn gyda sedd y cydymaith',
  accessAlone: 'Lle i gadair olwyn',
  withoutCompanion: 'Heb sedd y cydymaith',
  withCompanion: 'Gyda sedd y cydymaith',
  single: (n) =>
    plural(n, {
      one: 'Byddai hynny’n gadael un sedd ar ei phen ei hun',
      other: `Byddai hynny’n gadael ${n} sedd ar wahân`,
    }),
  singleDetail: (labels) => `${labels}: prin fod neb yn dod ar ei ben ei hun. A fyddech yn symud ychydig?`,
  instead: (labels) => `Cymryd ${labels}`,
  keepMine: 'Cadw fy rhai i',
  lost: (labels) => `${labels}: cymerodd rhywun hi eiliad o’ch blaen. Mae’n ddrwg gennym.`,
  equal: 'Y rhai tebyg agosaf, am yr un pris:',
  takeThese: (labels) => `Cymryd ${labels} yn lle hynny`,
  noEqual: 'Does dim rhai tebyg ar ôl. Dewiswch rai eraill, neu gadewch i ni ddod o hyd i’r gorau.',

  slow: 'Mae’n brysur. Mae’ch cais wedi cyrraedd a bydd yn cael ateb; arhoswch ar y dudalen hon, os gwelwch yn dda.',
  noAnswer: 'Dim ateb eto. Mae’ch cais yn dal i sefyll: gofynnwch eto a chewch yr ateb iddo, nid ail set o seddi.',
  askAgain: 'Gofyn eto',

  refusal: {
    'seat-taken': 'Roedd rhywun yn gyflymach',
    'seat-unknown': 'Does dim sedd o’r fath',
    'not-enough-seats': 'Dim digon o seddi felly gyda’i gilydd',
    'over-limit': 'Byddai hynny’n fwy nag y caiff un person ei gael',
    'wheelchair-over-limit': 'Byddai hynny’n fwy o leoedd cadair olwyn nag y caiff un person eu cael',
    'access-only': 'Lleoedd i gadeiriau olwyn yw’r rheini',
    'not-in-this-on-sale': 'Ddim ar werth yn y gwerthiant hwn',
    'performance-cancelled': 'Wedi’i ganslo',
    'performance-stopped': 'Ddim ar werth ar hyn o bryd',
    lost: 'Cymerodd hynny’n rhy hir',
  },
  refusalDetail: {
    'seat-taken': 'Nid oes gennych yr un o’r seddi a ddewisoch; dewiswch rai eraill.',
    'seat-unknown': 'Nid oes sedd, rhan na phris o’r fath yma. Ail-lwythwch y cynllun a dewiswch eto.',
    'not-enough-seats':
      'Nid oes cynifer o seddi ar ôl yn agos at ei gilydd. Rhowch gynnig ar lai, ar bris arall, neu dewiswch seddi ar y cynllun.',
    'over-limit':
      'Gyda’r rhain byddai gennych fwy o seddi nag y caiff un person eu cael yn y gwerthiant hwn. Gofynnwch am lai.',
    'wheelchair-over-limit':
      'Gyda hwn byddai gennych fwy o leoedd cadair olwyn nag y caiff un person eu cael yn y gwerthiant hwn. Mae’r swyddfa docynnau’n helpu grwpiau mwy.',
    'access-only':
      'Mae’r lleoedd hyn yn cael eu cadw i ddefnyddwyr cadair olwyn a’u cymdeithion. Gofynnwch yn hytrach am y lle gorau i gadair olwyn, i un neu ddau.',
    'not-in-this-on-sale': 'Nid yw’r perfformiad hwn ar werth yn y gwerthiant y mae’ch tro chi ynddo.',
    'performance-cancelled':
      'Mae’r perfformiad hwn wedi’i ganslo, ac nid oes dim ohono ar werth. Dewiswch ddyddiad arall.',
    'performance-stopped':
      'Mae gwerthiant y perfformiad hwn wedi’i atal am y tro. Mae’r seddi sydd ar gadw i chi yn dal yn eiddo i chi i’w prynu. Dewiswch ddyddiad arall, neu edrychwch eto yn nes ymlaen.',
    lost: 'Ni chyrhaeddodd y tŷ eich seddi mewn pryd. Nid oes dim yn cael ei gadw i chi: gofynnwch eto.',
  },
  takenSeats: (labels) => `Wedi’u cymryd: ${labels}.`,
  near: (n, where) => plural(n, { one: `Y sedd orau gerllaw: ${where}`, other: `Y ${n} gorau gerllaw: ${where}` }),
  anyPrice: 'Rhoi cynnig ar unrhyw bris',
  fewerSeats: (n) => `Rhoi cynnig ar ${seats(n)}`,
  apart: (n) => plural(n, { one: 'Un sedd', other: `${n} yn agos at ei gilydd, nid i gyd mewn un rhes` }),
  otherPrice: (price) => `Tua ${price}`,

  heldTitle: 'Ar gadw i chi',
  heldFor: 'Ar gadw am',
  checkout: 'Mynd i dalu',
  release: 'Rhyddhau’r seddi',
  releaseFull: (labels) => `Rhyddhau’r seddi: ${labels}`,
  another: 'Ychwanegu perfformiad arall',
  lapsed: 'Mae’r amser ar gyfer y seddi hynny ar ben. Cewch ddal i ddewis.',
  stillFree: (labels) => `Maent yn dal yn rhydd: ${labels}.`,
  takeAgain: 'Eu cymryd eto',
  total: 'Cyfanswm',
  announceHeld: (labels) => `Ar gadw i chi: ${labels}.`,
  announceReleased: (labels) => `Wedi’u rhyddhau: ${labels}.`,

  exchange: {
    title: 'Cyfnewid seddi',
    detail: (n) => `Dewiswch ${seats(n)} yn lle’r rhai a roddwch yn ôl. Tan hynny cewch gadw’r rhai sydd gennych.`,
    yours: 'Rhoi yn ôl',
    keep: 'Cadw’r seddi sydd gen i',
    same: 'Mae’r pris yn aros yr un fath.',
    less: (money) => `Cewch ${money} yn ôl.`,
    dearer: (money) => `${money} yn fwy, i’w dalu gyda’r gweddill.`,
    more: (money) => `${money} yn fwy nag a dalwyd: dim ond archeb heb ei thalu all fynd yn ddrutach.`,
    left: (n) => plural(n, { one: 'Dewiswch un sedd arall', other: `Dewiswch ${n} sedd arall` }),
    confirm: 'Eu cyfnewid',
    asking: 'Yn cyfnewid…',
    elsewhere: 'Mae’r archeb hon mewn porwr arall',
    elsewhereDetail:
      'Agorwch hi drwy’r ddolen yn eich e-bost, sy’n gweithio ar unrhyw ddyfais, a dechreuwch y cyfnewid yno.',
    notNow: 'Ni ellir cyfnewid y seddi hyn nawr',
    notNowDetail: 'Mae tudalen yr archeb yn dweud beth sy’n bosibl.',
    toOrder: 'I’ch archeb',
  },
} satisfies HallWords;
