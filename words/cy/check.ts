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
  lead: 'Mae’r dudalen hon yn darllen y ffeiliau y mae’r swyddfa docynnau yn eu cyhoeddi i bawb ac yn cyfrifo’ch rhif eto, yma yn eich porwr. Nid yw’n cymryd gair neb.',
  noOnSale: 'Pa giw yw hwn?',
  noOnSaleDetail: 'Nid yw’r cyfeiriad hwn yn enwi gwerthiant. Dewiswch un ar dudalen y tymor.',

  noReceipt: 'Does dim derbynneb yn y porwr hwn',
  noReceiptDetail:
    'Cawsoch un pan ymunoch â’r ciw; mae’r porwr a ddefnyddioch bryd hynny yn ei chadw. Agorwch y dudalen hon yno, neu gludwch eich derbynneb yma.',
  receipt: 'Eich derbynneb',
  receiptHint: 'Mae’n dechrau ag r2. ac mae tua 350 nod o hyd.',
  check: 'Ei gwirio',
  another: 'Gwirio derbynneb arall',
  pasteFirst: 'Gludwch dderbynneb: mae’n dechrau ag r2.',

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
  unproved: 'Nid yw’r tyniad wedi’i brofi',
  trusted:
    'Rhaid ymddiried yn y ciw hwn: nid addawodd ffynhonnell hap, felly gallai pwy bynnag sydd â’i gyfrinach wybod tyniad ymlaen llaw.',
  wrongTitle: 'Mae rhywbeth o’i le',
  wrongDetail: (what) =>
    `Dyma beth: ${what} Cadwch eich derbynneb a’r dudalen hon, a rhowch wybod i’r swyddfa docynnau.`,
  stampGood: 'Wedi’i gyfrifo yma',
  stampBad: 'Ddim yn dal',
  stampOpen: 'Heb ei dynnu',

  unread: 'Ni ellid darllen rhai ffeiliau',
  unreadDetail: 'Mae’r hyn sy’n dibynnu arnynt wedi’i nodi â – isod. Gallai fod yn gysylltiad chi neu’n cysylltiad ni.',
  damaged: (file) => `Mae’r ffeil gyhoeddedig ${file} wedi’i difrodi.`,
  absent: (file) => `Mae’r ffeil gyhoeddedig ${file} ar y rhestr, ond nid yw yno.`,

  steps: 'Gam wrth gam',
  stepsHint: 'Agorwch gam i weld yr union rifau.',
  marks: { ok: 'yn dal', wrong: 'ddim yn dal', unchecked: 'heb ei wirio', unproved: 'heb ei brofi' },
  files: 'Y ffeiliau',
  filesDetail: 'Mae popeth uchod yn dilyn o’r rhain. Maent yr un fath i bawb.',
  fileNames: {
    line: 'Yr addewid, a gyhoeddwyd cyn i neb ymuno',
    commitment: 'Rhestr eich rownd, wedi’i phennu mewn ychydig hashiau',
    bank: 'Adran y rhestr gyda’ch rhifydd',
    tile: 'Dalen y rhestr gyda’ch marc',
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
    mark: () => 'Rydych ar restr eich rownd, a bennwyd cyn y tyniad',
    commitments: ({ rolls: n }) => `Pennwyd pob rhestr cyn ei thyniad: ${rounds(n)}`,
    counts: ({ rounds: n, fans }) =>
      `Ni lithrwyd neb i mewn: mae’r cyfrif, ${places(fans)} mewn ${rounds(n)}, yn gywir`,
    seeds: () => 'Ni allai neb ddewis y tyniad: roedd wedi’i rwymo cyn i neb ymuno',
    beacon: () => 'Ni allai neb wybod y tyniad ymlaen llaw: cymysgwyd ffynhonnell hap gyhoeddus iddo',
    position: ({ position }) => `Mae’r tyniad yn rhoi rhif ${count(position)} i chi`,
    positions: ({ drawn }) => `Rhoddir pob rhif o 1 i ${count(drawn)} unwaith`,
    ledger: ({ entries: n }) => `Mae’r llyfr cofnodion yn gyfan: ${entries(n)}`,
    board: () => 'Y llyfr cofnodion a’r rhestrau yw’r rhai a welodd pawb ar y bwrdd',
    heads: () => 'Yr hyn a gadwodd y porwr hwn o’r blaen yw’r hyn sydd wedi’i gyhoeddi nawr',
  },

  wrong: {
    receipt: 'Nid yw’ch derbynneb yn dal',
    place: 'Ni chyfrifwyd eich lle',
    mark: 'Nid ydych ar y rhestr lle mae’ch derbynneb yn dweud',
    commitments: 'Ni phennwyd y rhestrau fel y dylid',
    counts: 'Nid yw’r cyfrif yn gywir',
    seeds: 'Nid y tyniad hwn a rwymwyd',
    beacon: 'Nid yw’r ffynhonnell hap gyhoeddus fel yr addawyd',
    position: 'Nid yw’ch rhif yn dod allan',
    positions: 'Ni roddir pob rhif unwaith yn unig',
    ledger: 'Ymyrrwyd â’r llyfr cofnodion',
    board: 'Roedd y bwrdd yn dangos llyfr cofnodion arall',
    heads: 'Nid yr hyn a gadwodd y porwr hwn o’r blaen sydd wedi’i gyhoeddi nawr',
  },

  open: {
    receipt: 'Eich derbynneb',
    place: 'Eich lle yn y rownd',
    mark: 'Eich marc ar y rhestr',
    commitments: 'Y pennwyd y rhestrau cyn eu tyniadau',
    counts: 'Na lithrwyd neb i mewn',
    seeds: 'Na allai neb ddewis y tyniad',
    beacon: 'Na allai neb wybod y tyniad ymlaen llaw',
    position: 'Eich rhif',
    positions: 'Y rhoddir pob rhif unwaith',
    ledger: 'Y llyfr cofnodion',
    board: 'Diwedd y llyfr cofnodion ar y bwrdd',
    heads: 'Yr hyn a gadwodd y porwr hwn o’r blaen',
  },

  how: {
    receipt:
      'Pan ymunoch, llofnododd y swyddfa docynnau eich lle ag allwedd yr oedd wedi cyhoeddi ei hanner cyhoeddus ymlaen llaw. Nid yw derbynneb ag un nod wedi’i newid yn cyd-fynd â’i llofnod mwyach.',
    place:
      'Caiff pobl eu cyfrif ar sawl rhifydd ar yr un pryd. Eich lle chi yw’r rhifydd a’r rhif oedd gennych arno; cyhoeddwyd cyfansymiau pob rhifydd gyda’r tyniad.',
    mark: 'Mae pawb a ymunodd â’ch rownd ar ei rhestr unwaith, dan farc nad yw’n dweud dim am y person. Cyhoeddwyd ei hashiau cyn y gallai neb wybod y tyniad: nid yw marc a ychwanegwyd, a dynnwyd neu a symudwyd wedyn yn cyd-fynd â nhw mwyach.',
    commitments:
      'Pennir rhestr pob rownd mewn ychydig hashiau, sy’n dilyn o’r rhai o’i blaen ac yn enwi’r rhif hap a fydd yn penderfynu. Nid yw rhestr a bennwyd ar ôl y rhif hwnnw yn profi dim.',
    counts:
      'Mae pob rownd yn dechrau lle mae’r rhai o’i blaen yn gorffen. Byddai rownd a adawyd allan, a lithrwyd i mewn neu a newidiwyd wedyn yn gadael bwlch neu orgyffwrdd.',
    seeds:
      'Cyn agor y ciw, hashiwyd cyfrinach dro ar ôl tro, a chyhoeddwyd yr hash olaf. Mae pob tyniad yn defnyddio’r hash o’i flaen: gall unrhyw un ei hashio eto a chyrraedd yr un a gyhoeddwyd, ac ni all neb ddewis un arall.',
    beacon:
      'Mae ffynhonnell hap, a redir gan sefydliadau annibynnol, yn rhoi rhif bob ychydig eiliadau. Pennwyd pa un sy’n penderfynu ar eich rownd cyn iddo ddod allan, a rhestr eich rownd hefyd, fel na allai neb wybod y tyniad tra gellid newid y rhestr o hyd. Mae ei llofnod yn profi o ble y daeth.',
    position:
      'Cymysgu y gall unrhyw un ei gyfrifo yw’r tyniad: mae’n rhoi’ch lle yn nhrefn eich rownd, y tu ôl i’r holl rowndiau o’i blaen.',
    positions: 'Tynnwyd pob lle ym mhob rownd eto, ac nid oes dau â’r un rhif.',
    ledger:
      'Cofnod yw pob gweithred gan y swyddfa docynnau ar y ciw hwn: pwy, beth, pryd a pham. Mae pob un yn cario hash yr un o’i flaen, felly ni ellir newid na thynnu’r un heb i neb sylwi.',
    board:
      'Mae’r bwrdd y mae pawb sy’n aros yn ei ddarllen yn cario un hash o’r cofnod diweddaraf ac o bob rhestr. Byddai’n rhaid i lyfr neu restr a ailysgrifennwyd fod yn wahanol iddo.',
    heads:
      'Wrth i chi aros, cadwodd y porwr hwn yr hash a ddangosai’r bwrdd. Mae gan lyfr neu restr a ailysgrifennwyd ers hynny un arall.',
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
    mark: ({ round, mark, n, committedAt }) => [
      ['Rownd', `${round}`],
      ['Marc', mark],
      ['Rhestr a bennwyd', `${count(n)}, ${longMoment(committedAt)}`],
    ],
    commitments: ({ rolls, marks, head }) => [
      ['Rhestrau', count(rolls)],
      ['Marc', count(marks)],
      ['Yr hash olaf', head],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Rowndiau hyd at eich un chi', count(n)],
      ['Lleoedd ynddynt', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Hashiau a gyfrifwyd', count(hashes)],
      ['Angor', anchor],
    ],
    beacon: ({ chainHash }) => [['Ffynhonnell hap', chainHash]],
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
    board: ({ n, rolls, head }) => [
      ['Cofnod', count(n)],
      ['Rhestrau', count(rolls)],
      ['Yr hash olaf', head],
    ],
    heads: ({ heads, early }) => [
      ['Hashiau a gadwyd', count(heads)],
      ['Rhestrau a welwyd cyn eu rhif hap', count(early)],
    ],
  },

  lacks: {
    line: 'Ni ellid darllen addewid y ciw.',
    'own-sheet': 'Nid yw’ch rownd wedi’i thynnu eto.',
    'some-sheets': 'Ni ellid darllen pob tyniad cynharach.',
    'own-roll': 'Nid yw’ch rownd wedi cau eto, neu ni ellid darllen ei rhestr.',
    'some-rolls': 'Ni ellid darllen pob rhestr.',
    ledger: 'Ni ellid darllen y llyfr cofnodion.',
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
    'beacon-impostor': () => 'mae’r ffynhonnell hap a addawyd yn defnyddio enw un hysbys, ond un arall ydyw.',
    'beacon-other': ({ round, taken, due }) =>
      `${inRound(round)} cymerwyd rhif ${count(taken)} y ffynhonnell, lle’r oedd ${count(due)} i fod.`,
    'position-taken': ({ position }) => `rhoddir rhif ${count(position)} ddwywaith.`,
    'position-empty': ({ position }) => `ni roddir rhif ${count(position)} i neb.`,
    'entry-changed': ({ n }) => `nid yw cofnod ${count(n)} yn y llyfr yn cyd-fynd â’i hash.`,
    'entry-unreadable': ({ n }) => `ni ellir darllen cofnod ${count(n)} yn y llyfr.`,
    'entry-number': ({ n }) => `mae cofnod ${count(n)} yn y llyfr yn cario rhif arall.`,
    'entry-time': ({ n }) => `mae cofnod ${count(n)} yn y llyfr yn hŷn na’r un o’i flaen.`,
    'doors-in-vain': ({ n }) =>
      `mae cofnod ${count(n)} yn y llyfr yn symud amser agor y drysau yn rhy hwyr, neu’n enwi rhif hap arall na’r un yn ôl y rheol.`,
    'entry-turn': ({ n }) => `mae cofnod ${count(n)} yn y llyfr yn dweud newid i’r gwerthu eto, neu allan o’i drefn.`,
    'mark-elsewhere': ({ round }) => `${inRound(round)} nid yw’r rhestr yn dangos eich marc yn eich lle.`,
    'joined-late': () => 'mae’ch derbynneb o amser ar ôl i’w rownd gau.',
    'mark-twice': ({ round }) => `${inRound(round)} mae’ch marc ar y rhestr ddwywaith.`,
    'sheet-roll': ({ round }) => `${inRound(round)} mae’r tyniad ar gyfer rhestr wahanol i’r un a bennwyd.`,
    'sheet-counts': ({ round }) => `${inRound(round)} nid yw cyfrif y tyniad yr un â’r rhestr.`,
    'closed-early': ({ round }) => `caewyd ${named(round)} cyn i’w drysau agor.`,
    'commitment-times': ({ round }) => `ni all amserau’r ymrwymiad i ${named(round)} fod yn wir.`,
    'head-back': ({ n, rolls }) =>
      `mae bwrdd diweddarach yn dangos llai nag un cynharach: ${count(n)} cofnod a ${count(rolls)} rhestr.`,
    'opened-otherwise': ({ field }) => `yn ôl y llyfr cofnodion, agorwyd y ciw yn wahanol i’r addewid: ${field}.`,
    'drawn-early': ({ round }) => `tynnwyd ${named(round)} cyn pennu ei rhestr, neu cyn i’w rhif hap ddod.`,
    'lobby-unpromised': ({ round }) => `byddai ${named(round)} yn gyntedd nas addawyd erioed.`,
    'lobby-beacon': ({ round }) => `nid y rhif hap a addawyd ar gyfer ${named(round)} yw’r un cywir.`,
    'commitments-differ': ({ round }) => `${inRound(round)} pennwyd y rhestr mewn dwy ffordd wahanol.`,
    'commitment-chain': ({ round }) => `${inRound(round)} nid yw’r rhestr yn dilyn o’r un o’i blaen.`,
    'commitment-beacon': ({ round }) => `${inRound(round)} mae’r rhestr yn enwi rhif hap gwahanol i’r un cywir.`,
    'commitment-late': ({ round }) => `${inRound(round)} pennwyd y rhestr pan oedd ei rhif hap eisoes allan.`,
    'commitment-unseen': ({ round }) =>
      `${inRound(round)} nid oedd y rhestr ar y bwrdd eto pan oedd ei rhif hap allan.`,
    'roll-form': ({ round }) => `${inRound(round)} nid yw’r rhestr ar y ffurf a addawyd.`,
    'bank-altered': ({ round }) => `${inRound(round)} newidiwyd y rhestr ar ôl ei phennu.`,
    'tile-altered': ({ round }) => `${inRound(round)} newidiwyd eich rhan chi o’r rhestr ar ôl ei phennu.`,
    unproved: ({ round }) => `tynnwyd ${named(round)} heb ei rhif hap. Nid yw’r tyniad hwnnw wedi’i brofi.`,
    'unproved-untold': ({ round }) =>
      `tynnwyd ${named(round)} heb ei rhif hap, ac nid yw’r llyfr cofnodion yn sôn am hynny.`,
    'unproved-early': ({ round }) => `tynnwyd ${named(round)} heb ei rhif hap cyn i’r aros a addawyd ddod i ben.`,
    'ledger-rewritten': ({ n }) => `mae dau gopi o’r llyfr yn wahanol wrth gofnod ${count(n)}.`,
    'segment-missing': () => 'mae rhan o’r llyfr cofnodion ar goll.',
    'ledger-short': ({ n, entries: entryCount }) =>
      `dangosodd y bwrdd ${count(n)} cofnod, ac mae gan y llyfr ${count(entryCount)}.`,
    head: ({ n }) => `wrth gofnod ${count(n)} roedd y bwrdd yn dangos hash gwahanol i un y llyfr a’r rhestrau.`,
    'head-seen': ({ n }) => `wrth gofnod ${count(n)} gwelodd y porwr hwn hash gwahanol i un y llyfr a’r rhestrau nawr.`,
  },
} satisfies CheckWords;
