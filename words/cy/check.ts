import type { CheckWords } from '../en/check.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { two: '2 le', other: `${count(n)} lle` });
const rounds = (n: number) => `${count(n)} rownd`;
const entries = (n: number) =>
  plural(n, { two: '2 gofnod', few: '3 chofnod', many: '6 chofnod', other: `${count(n)} cofnod` });
/** The lobby is a round too. */
const named = (round: number) => (round === 0 ? 'y cyntedd' : `rownd ${count(round)}`);
const inRound = (round: number) => (round === 0 ? 'yn y cyntedd' : `yn rownd ${count(round)}`);

export const checkWords = {
  eyebrow: 'Gwirio fy lle',
  title: 'Gwelwch drosoch eich hun',
  lead: 'Mae’r dudalen hon yn darllen y ffeiliau y mae’r theatr yn eu cyhoeddi i bawb ac yn cyfrifo’ch rhif eto, yma yn eich porwr. Nid yw’n cymryd gair neb.',
  noOnSale: 'Pa giw yw hwn?',
  noOnSaleDetail: 'Nid yw’r cyfeiriad hwn yn enwi gwerthiant. Dewiswch un ar dudalen y tymor.',

  noReceipt: 'Does dim derbynneb yn y porwr hwn',
  noReceiptDetail:
    'Cawsoch un pan ymunoch â’r ciw; mae’r porwr a ddefnyddioch bryd hynny yn ei chadw. Agorwch y dudalen hon yno, neu gludwch eich derbynneb yma.',
  receipt: 'Eich derbynneb',
  receiptHint: 'Mae’n dechrau ag r1. ac mae tua 300 nod o hyd.',
  check: 'Ei gwirio',
  another: 'Gwirio derbynneb arall',
  pasteFirst: 'gludwch dderbynneb: mae’n dechrau ag r1.',

  reading: (done, all) =>
    all === 0
      ? 'Yn darllen y ffeiliau cyhoeddedig…'
      : `Yn darllen y ffeiliau cyhoeddedig: ${count(done)} o ${count(all)}`,
  computing: 'Yn cyfrifo…',

  number: 'Eich rhif yw',
  notDrawn: 'Mae gennych le, ond nid yw wedi’i dynnu eto',
  notDrawnDetail:
    'Caiff pawb yn eich rownd eu rhoi mewn trefn ar hap yr eiliad y mae’n cau. Dewch yn ôl bryd hynny: dim ond o’r tyniad y gellir cyfrifo’ch rhif.',
  allWell: 'Cyfrifwyd popeth eto yma, ac mae’r ateb yr un fath.',
  someOpen: 'Does dim byd o’i le. Ni ellid gwirio’r hyn sydd â – wrtho gyda’r ffeiliau sydd wedi’u cyhoeddi nawr.',
  wrongTitle: 'Mae rhywbeth o’i le',
  wrongDetail: (what) => `Dyma beth: ${what} Cadwch eich derbynneb a’r dudalen hon, a rhowch wybod i’r theatr.`,
  stampGood: 'Wedi’i gyfrifo yma',
  stampBad: 'Ddim yn dal',
  stampOpen: 'Heb ei dynnu',

  unread: 'Ni ellid darllen rhai ffeiliau',
  unreadDetail: 'Mae’r hyn sy’n dibynnu arnynt wedi’i nodi â – isod. Gallai fod yn gysylltiad chi neu’n cysylltiad ni.',
  damaged: (file) => `Mae’r ffeil gyhoeddedig ${file} wedi’i difrodi.`,
  absent: (file) => `Mae’r ffeil gyhoeddedig ${file} ar y rhestr, ond nid yw yno.`,

  steps: 'Gam wrth gam',
  stepsHint: 'Agorwch gam i weld yr union rifau.',
  marks: { ok: 'yn dal', wrong: 'ddim yn dal', unchecked: 'heb ei wirio' },
  files: 'Y ffeiliau',
  filesDetail: 'Mae popeth uchod yn dilyn o’r rhain. Maent yr un fath i bawb.',
  fileNames: {
    line: 'Yr addewid, a gyhoeddwyd cyn i neb ymuno',
    sheet: 'Tyniad eich rownd',
    rounds: 'Y rhestr o rowndiau',
    ledger: 'Y llyfr cofnodion',
    board: 'Y bwrdd',
  },
  earlier: (n) => `a thyniadau ${rounds(n)} cyn eich un chi`,
  toLedger: 'Darllen y llyfr cofnodion',
  toLine: 'Yn ôl i’r ciw',

  offline: 'Ar eich cyfrifiadur eich hun',
  offlineDetail:
    'Ddim yn ymddiried yn y dudalen hon chwaith? Cadwch eich derbynneb a gwiriwch hi heb gysylltiad, gyda’n rhaglen ni neu un o’ch eiddo eich hun: mae sut y ceir rhif wedi’i ysgrifennu fesul beit.',
  save: 'Cadw fy nerbynneb',
  command: 'Mewn terfynell',

  held: {
    receipt: () => 'Mae’ch derbynneb yn ddilys',
    place: ({ standing, size }) =>
      `Mae’ch lle’n un o ${count(size)} yn eich rownd: rhif ${count(standing)} cyn y tyniad`,
    counts: ({ rounds: n, fans }) =>
      `Ni lithrwyd neb i mewn: mae’r cyfrif, ${places(fans)} mewn ${rounds(n)}, yn gywir`,
    seeds: () => 'Ni allai neb ddewis y tyniad: roedd wedi’i rwymo cyn i neb ymuno',
    beacon: ({ missed }) =>
      missed > 0
        ? 'Collwyd y ffynhonnell hap gyhoeddus yn eich rownd, ac mae’r llyfr cofnodion yn dweud hynny'
        : 'Ni allai neb wybod y tyniad ymlaen llaw: cymysgwyd ffynhonnell hap gyhoeddus iddo',
    position: ({ position }) => `Mae’r tyniad yn rhoi rhif ${count(position)} i chi`,
    positions: ({ drawn }) => `Rhoddir pob rhif o 1 i ${count(drawn)} unwaith`,
    ledger: ({ entries: n }) => `Mae’r llyfr cofnodion yn gyfan: ${entries(n)}`,
    board: () => 'Y llyfr cofnodion yw’r un a welodd pawb ar y bwrdd',
  },

  wrong: {
    receipt: 'Nid yw’ch derbynneb yn dal',
    place: 'Ni chyfrifwyd eich lle',
    counts: 'Nid yw’r cyfrif yn gywir',
    seeds: 'Nid y tyniad hwn a rwymwyd',
    beacon: 'Nid yw’r ffynhonnell hap gyhoeddus fel yr addawyd',
    position: 'Nid yw’ch rhif yn dod allan',
    positions: 'Ni roddir pob rhif unwaith yn unig',
    ledger: 'Ymyrrwyd â’r llyfr cofnodion',
    board: 'Roedd y bwrdd yn dangos llyfr cofnodion arall',
  },

  open: {
    receipt: 'Eich derbynneb',
    place: 'Eich lle yn y rownd',
    counts: 'Na lithrwyd neb i mewn',
    seeds: 'Na allai neb ddewis y tyniad',
    beacon: 'Na allai neb wybod y tyniad ymlaen llaw',
    position: 'Eich rhif',
    positions: 'Y rhoddir pob rhif unwaith',
    ledger: 'Y llyfr cofnodion',
    board: 'Diwedd y llyfr cofnodion ar y bwrdd',
  },

  how: {
    receipt:
      'Pan ymunoch, llofnododd y theatr eich lle ag allwedd yr oedd wedi cyhoeddi ei hanner cyhoeddus ymlaen llaw. Nid yw derbynneb ag un nod wedi’i newid yn cyd-fynd â’i llofnod mwyach.',
    place:
      'Caiff pobl eu cyfrif ar sawl rhifydd ar yr un pryd. Eich lle chi yw’r rhifydd a’r rhif oedd gennych arno; cyhoeddwyd cyfansymiau pob rhifydd gyda’r tyniad.',
    counts:
      'Mae pob rownd yn dechrau lle mae’r rhai o’i blaen yn gorffen. Byddai rownd a adawyd allan, a lithrwyd i mewn neu a newidiwyd wedyn yn gadael bwlch neu orgyffwrdd.',
    seeds:
      'Cyn agor y ciw, hashiwyd cyfrinach dro ar ôl tro, a chyhoeddwyd yr hash olaf. Mae pob tyniad yn defnyddio’r hash o’i flaen: gall unrhyw un ei hashio eto a chyrraedd yr un a gyhoeddwyd, ac ni all neb ddewis un arall.',
    beacon:
      'Mae ffynhonnell hap, a redir gan sefydliadau annibynnol, yn rhoi rhif bob ychydig eiliadau. Cymysgwyd y cyntaf ar ôl i’ch rownd gau i’w thyniad, fel na allai neb wybod y tyniad tra gellid ymuno o hyd. Mae ei llofnod yn profi o ble y daeth.',
    position:
      'Cymysgu y gall unrhyw un ei gyfrifo yw’r tyniad: mae’n rhoi’ch lle yn nhrefn eich rownd, y tu ôl i’r holl rowndiau o’i blaen.',
    positions: 'Tynnwyd pob lle ym mhob rownd eto, ac nid oes dau â’r un rhif.',
    ledger:
      'Cofnod yw pob gweithred gan y theatr ar y ciw hwn: pwy, beth, pryd a pham. Mae pob un yn cario hash yr un o’i flaen, felly ni ellir newid na thynnu’r un heb i neb sylwi.',
    board:
      'Mae’r bwrdd y mae pawb sy’n aros yn ei ddarllen yn cario hash y cofnod diweddaraf. Byddai’n rhaid i lyfr wedi’i ailysgrifennu fod yn wahanol iddo.',
  },

  rows: {
    receipt: ({ round, shard, index, joinedAt }) => [
      ['Rownd', `${round}`],
      ['Rhifydd', `${shard}`],
      ['Rhif arno, o 0', `${index}`],
      ['Ymunwyd', longMoment(joinedAt)],
      ['Llofnod', 'Ed25519'],
    ],
    place: ({ round, standing, size }) => [
      ['Rownd', `${round}`],
      ['Cyn y tyniad', `${count(standing)} o ${count(size)}`],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Rowndiau hyd at eich un chi', count(n)],
      ['Lleoedd ynddynt', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Hashiau a gyfrifwyd', count(hashes)],
      ['Angor', anchor],
    ],
    beacon: ({ chainHash, missed }) => [
      ['Ffynhonnell hap', chainHash],
      ['Rowndiau hebddi', count(missed)],
    ],
    position: ({ position, offset, image, seed }) => [
      ['Wedi’u rhoi gan rowndiau cynharach', count(offset)],
      ['O’ch blaen yn eich rownd', count(image)],
      ['Eich rhif', `${count(offset)} + ${count(image)} + 1 = ${count(position)}`],
      ['Hedyn y tyniad', seed],
    ],
    positions: ({ drawn }) => [['Rhifau', count(drawn)]],
    ledger: ({ entries: n, head }) => [
      ['Cofnodion', count(n)],
      ['Yr hash olaf', head],
    ],
    board: ({ n, head }) => [
      ['Cofnod', count(n)],
      ['Yr hash olaf', head],
    ],
  },

  lacks: {
    line: 'Ni ellid darllen addewid y ciw.',
    'own-sheet': 'Nid yw’ch rownd wedi’i thynnu eto.',
    'some-sheets': 'Ni ellid darllen pob tyniad cynharach.',
    ledger: 'Ni ellid darllen y llyfr cofnodion.',
    'newer-ledger': 'Mae’r bwrdd yn fwy diweddar na’r llyfr a ddarllenasom. Edrychwch eto ymhen eiliad.',
    board: 'Ni ellid darllen y bwrdd.',
    scheme: 'Ni ŵyr y dudalen hon sut y llofnodir y ffynhonnell hap honno.',
    'too-large': 'Mae hynny’n fwy nag y gall porwr ei gyfrifo.',
    'nothing-drawn': 'Does dim wedi’i dynnu eto.',
  },

  faults: {
    'receipt-unreadable': () => 'nid derbynneb yw hon, neu mae rhan ohoni ar goll.',
    'receipt-signature': () =>
      'nid yw’r llofnod yn perthyn i’r dderbynneb hon. Fe’i newidiwyd, neu ni roddodd y ciw hwn mohoni erioed.',
    'receipt-key': () => 'ni chyhoeddodd y ciw allwedd y gellir ei defnyddio.',
    'receipt-elsewhere': ({ onSale, given }) => `ar gyfer ${onSale} y mae’r dderbynneb, a ${given} yw hwn.`,
    'place-not-counted': ({ round, count: n }) => `${inRound(round)} dim ond ${places(n)} a gyfrifwyd ar eich rhifydd.`,
    size: ({ round, size, sum }) =>
      `${inRound(round)} dywedir bod ${places(size)}, ond cyfanswm y rhifyddion yw ${count(sum)}.`,
    offset: ({ round, offset, before }) =>
      `mae ${named(round)} yn dechrau ar ôl ${places(offset)}, ond rhoddwyd ${count(before)} o’i blaen.`,
    'sheets-differ': ({ round }) => `mae dau dyniad gwahanol ar gyfer ${named(round)}.`,
    'sheet-unlisted': ({ round }) => `mae ${named(round)} wedi’i dynnu, ond nid yw ar y rhestr.`,
    'list-hole': ({ round }) => `mae’r rhestr yn gadael allan rowndiau cyn ${named(round)}.`,
    seed: ({ round }) => `nid yr hedyn a rwymwyd a ddefnyddiwyd ${inRound(round)}.`,
    'past-chain': ({ round }) => `mae ${named(round)} y tu hwnt i ddiwedd yr hadau a rwymwyd.`,
    'beacon-absent': ({ round }) => `tynnwyd ${named(round)} heb y ffynhonnell hap a addawyd.`,
    'beacon-unpromised': ({ round }) => `tynnwyd ${named(round)} gyda ffynhonnell hap nas addawyd erioed.`,
    'beacon-randomness': ({ round }) => `newidiwyd rhif y ffynhonnell hap ${inRound(round)}.`,
    'beacon-signature': ({ round }) => `nid yw’r rhif hap ${inRound(round)} wedi’i lofnodi gan y ffynhonnell.`,
    'beacon-untold': ({ round }) =>
      `tynnwyd ${named(round)} heb y ffynhonnell hap, ac nid yw’r llyfr cofnodion yn sôn am hynny.`,
    'beacon-other': ({ round, taken, due }) =>
      `${inRound(round)} cymerwyd rhif ${count(taken)} y ffynhonnell, lle’r oedd ${count(due)} i fod.`,
    'position-taken': ({ position }) => `rhoddir rhif ${count(position)} ddwywaith.`,
    'position-empty': ({ position }) => `ni roddir rhif ${count(position)} i neb.`,
    'entry-changed': ({ n }) => `nid yw cofnod ${count(n)} yn y llyfr yn cyd-fynd â’i hash.`,
    'entry-unreadable': ({ n }) => `ni ellir darllen cofnod ${count(n)} yn y llyfr.`,
    'entry-number': ({ n }) => `mae cofnod ${count(n)} yn y llyfr yn cario rhif arall.`,
    'entry-time': ({ n }) => `mae cofnod ${count(n)} yn y llyfr yn hŷn na’r un o’i flaen.`,
    head: ({ n }) => `wrth gofnod ${count(n)} roedd y bwrdd yn dangos hash gwahanol i un y llyfr.`,
  },
} satisfies CheckWords;
