import type { OrderWords } from '../en/order.ts';
import { count, plural } from './written.ts';

export const orderWords = {
  placedTitle: 'Mae’ch archeb ar y gweill',
  placedDetail:
    'Mae’r seddi’n cael eu rhoi yn eich enw. Mae hyn yn cymryd ychydig eiliadau; cewch gau’r dudalen a dod yn ôl.',
  placedLong: 'Mae’n cymryd mwy o amser nag arfer. Mae’ch archeb wedi cyrraedd; nid oes angen dim arall gennych.',
  confirmedTitle: 'Welwn ni chi yno',
  refusedTitle: 'Nid aeth yr archeb hon drwodd',
  'card-declined': 'Gwrthodwyd y cerdyn. Ni chodwyd dim arnoch, ac mae’ch seddi ar gadw o hyd tra bo’u hamser yn para.',
  'seats-lost': 'Roedd amser y seddi ar ben ac mae rhywun arall â nhw nawr. Ni chodwyd dim arnoch.',
  'payment-withdrawn':
    'Tynnodd eich banc y taliad yn ôl cyn iddo gael ei wneud. Ni chodwyd dim arnoch, ac mae’r seddi’n mynd yn ôl ar werth.',
  'performance-cancelled': 'Mae’r perfformiad wedi’i ganslo. Ni chodwyd dim arnoch.',
  toCheckout: 'Talu mewn ffordd arall',
  toSeason: 'Dewis eto',

  reference: 'Eich cyfeirnod',
  referenceHint: 'Dywedwch hwn wrth y swyddfa docynnau.',
  total: 'Cyfanswm',
  lost: 'Nid oedd modd cael y seddi hyn, ac ni chodir amdanynt:',
  payBy: (when) =>
    `Talwch y swyddfa docynnau erbyn ${when}. Tan hynny chi piau’r seddi; wedi hynny caiff yr archeb ei chanslo ac ânt yn ôl ar werth.`,
  promised: 'I’w dalu yn y swyddfa docynnau',
  captured: 'Wedi’i dalu',
  authorised: 'Taliad wedi’i awdurdodi',
  voided: 'Heb ei godi',
  declined: 'Wedi’i wrthod',

  payingTitle: 'Un cam ar ôl: talu',
  payingDetail: 'Mae’ch seddi ar gadw tra bo’u hamser yn para. Ni chodir dim oni bai mai chi sy’n eu cael.',
  otherWay: 'Dewis ffordd arall o dalu',
  sentTitle: 'Mae’ch taliad gyda’r banc',
  sentDetail: 'Rydym yn clywed gan y banc. Mae hyn yn cymryd ychydig eiliadau; cewch gau’r dudalen a dod yn ôl.',
  sentLong: 'Mae’n cymryd mwy o amser nag arfer. Anfonwyd eich taliad unwaith, ac nid oes angen dim arall gennych.',
  bankTitle: 'Rydym yn aros am eich banc',
  bankDetail: 'Nid yw’ch banc wedi ateb eto. Rydym yn dal i ofyn; cewch gau’r dudalen a dod yn ôl.',
  'not-paid': 'Ni ddaeth taliad mewn pryd. Ni chodwyd dim arnoch. Os yw’ch seddi ar gadw o hyd, cewch eu harchebu eto.',
  toPayAgain: 'Yn ôl i’ch seddi',
  pending: 'Yn aros am daliad',
  expired: 'Heb ei dalu mewn pryd: nid oes dim yn ddyledus',
  refunding: 'Mae’r hyn a daloch ar ei ffordd yn ôl atoch',
  refunded: 'Rhoddwyd yr hyn a daloch yn ôl',
  givenBack: (amount) =>
    `Rhoddwyd ${amount} yn ôl yn yr un ffordd ag y taloch. Gall gymryd hyd at ddeg diwrnod i’ch banc ei ddangos.`,
  due: (amount) => `Mae ${amount} yn rhagor i’w dalu yn y swyddfa docynnau.`,

  performanceOff: 'Ni fydd y perfformiad hwn yn digwydd',
  performanceOffDetail: 'Nid yw ei docynnau’n agor y drws mwyach.',
  houseSays: (reason) => `Dywed y swyddfa docynnau: “${reason}”`,
  movedFrom: (before) => `Wedi’i symud. Roedd i fod ${before}.`,
  returnUntil: (when) =>
    `Os nad yw hynny’n gyfleus, rhowch y seddi’n ôl erbyn ${when}, a chewch bopeth a daloch amdanynt yn ôl.`,
  otherDates: 'Dyddiad a gynigir yn lle hynny',
  giveBackOf: (what) => `Rhoi’r tocynnau’n ôl: ${what}`,
  choice: {
    title: 'Dyddiad arall, neu’ch arian yn ôl',
    until: (when) => `Dewiswch erbyn ${when}. Os na ddewiswch ddim, cewch eich arian yn ôl bryd hynny.`,
    untilPromise: (when) =>
      `Dewiswch erbyn ${when}. Os na ddewiswch ddim, bydd ei seddi’n gadael eich archeb bryd hynny, ac ni fydd arnoch ddim amdanynt.`,
    seats:
      'Ar ddyddiad arall cewch y seddi rhydd gorau yn yr un categori pris. Nid ydynt yn costio dim mwy; os ydynt yn rhatach, cewch y gwahaniaeth yn ôl.',
    dates: 'Beth hoffech chi?',
    money: (amount) => `Dim dyddiad arall: ${amount} yn ôl`,
    nothing: 'Dim dyddiad arall: nid oes arnaf ddim',
    noDates: 'Nid oes modd cael yr un o’r dyddiadau mwyach.',
    confirm: 'Cadarnhau fy newis',
    confirming: 'Wrthi’n cadarnhau…',
    headline: 'Dewiswch, os gwelwch yn dda',
    headlineDetail: 'Ni chynhelir y perfformiad hwn. Dewiswch ddyddiad arall, neu’ch arian yn ôl.',
    finding: 'Mae seddi’n cael eu canfod i chi',
    findingDetail: 'Mae hyn yn cymryd ychydig eiliadau. Os nad oes rhai, cewch ddewis eto.',
    noSeats: 'Nid oes seddi i chi ar y dyddiad hwn',
    noSeatsDetail:
      'Nid oes digon o seddi rhydd o’ch math chi ar y dyddiad hwnnw nawr. Dewiswch ddyddiad arall, neu’ch arian yn ôl.',
    waits: (amount) => `Mae ${amount} yn aros am eich dewis`,
    instead: 'Yn lle’r perfformiad a ganslwyd',
  },
  cancelledTitle: 'Mae’r archeb hon wedi’i chanslo',
  cancelledDetail: 'Nid yw ei thocynnau’n agor y drws mwyach, ac mae ei seddi ar werth eto.',
  expiredTitle: 'Mae’r amser i dalu wedi mynd heibio',
  expiredDetail:
    'Ni thalwyd y swyddfa docynnau erbyn y dyddiad cau, felly mae’r seddi ar werth eto. Nid oes arnoch ddim.',
  cancelling: 'Mae’ch tocynnau’n cael eu rhoi yn ôl',
  cancellingDetail: 'Mae hyn yn cymryd ychydig eiliadau. Nid yw’r tocynnau’n agor y drws mwyach.',
  exchanging: 'Mae’ch seddi’n cael eu cyfnewid',
  exchangingDetail:
    'Mae hyn yn cymryd ychydig eiliadau. Os yw’r seddi newydd wedi mynd, cewch gadw’r rhai sydd gennych.',
  notGivenBack: 'Nid oedd modd rhoi’r tocynnau hyn yn ôl',
  notGivenBackDetail: 'Mae un ohonynt wedi agor y drws, felly mae’r archeb yn aros fel yr oedd.',
  notExchanged: 'Ni ddigwyddodd y cyfnewid',
  notExchangedDetail: {
    'seats-taken': 'Bu rhywun yn gynt gyda’r seddi newydd. Rydych yn cadw’r seddi oedd gennych, am yr un pris.',
    'ticket-used': 'Mae tocyn o’r archeb hon wedi agor y drws. Rydych yn cadw’r seddi oedd gennych.',
  },

  payOverTitle: 'Mae’r amser i dalu ar ben',
  payOverDetail: 'Ni chodwyd dim arnoch, ac nid yw’r archeb hon wedi’i gwneud.',
  bankAsksTitle: 'Mae eich banc yn eich holi',
  bankAsksDetail: 'Atebwch, yn ei ap efallai. Mae eich seddi’n aros am yr ateb.',
  bankAsksUntil: (when) => `Chi biau’r seddi tan ${when} tra bo’r banc yn holi.`,
  exchanged: 'Mae eich seddi wedi’u cyfnewid',
  exchangedDetail: 'Y tocynnau isod yw’r rhai newydd. Nid yw’r hen rai’n agor y drws mwyach.',
  mailed:
    'Rydym yn anfon y tocynnau i’ch cyfeiriad e-bost hefyd. Mae’r ddolen yn y neges honno’n agor y dudalen hon eto, ar unrhyw ddyfais.',

  change: 'Os bydd eich cynlluniau’n newid',
  exchange: 'Cyfnewid seddi',
  exchangeFull: (what) => `Cyfnewid seddi: ${what}`,
  giveBack: (n) => plural(n, { one: 'Rhoi’r tocyn hwn yn ôl', other: 'Rhoi’r tocynnau hyn yn ôl' }),
  giveBackSome: 'Rhoi rhai ohonynt yn ôl',
  giveBackWhich: 'Pa docynnau sy’n mynd yn ôl?',
  giveBackOthers: 'Mae’r tocynnau eraill yn aros fel y maent.',
  givenBackOnes: 'Wedi’u rhoi’n ôl',
  giveBackTitle: (n) => plural(n, { one: 'Rhoi’r tocyn hwn yn ôl?', other: 'Rhoi’r tocynnau hyn yn ôl?' }),
  giveBackWhat: (n) =>
    plural(n, {
      one: 'Ni fydd y tocyn yn agor y drws mwyach, ac aiff y sedd i rywun arall ar unwaith.',
      other: `Ni fydd y tocynnau (${count(n)}) yn agor y drws mwyach, ac aiff y seddi i eraill ar unwaith.`,
    }),
  giveBackMoney: (amount) =>
    `Cewch ${amount} yn ôl, yn yr un ffordd ag y taloch. Gall gymryd hyd at ddeg diwrnod i’ch banc ei ddangos.`,
  giveBackPromise: 'Nid ydych wedi talu eto, ac ni fydd arnoch ddim.',
  giveBackYes: (n) => plural(n, { one: 'Ie, rhowch ef yn ôl', other: 'Ie, rhowch nhw yn ôl' }),
  givingBack: (n) => plural(n, { one: 'Yn ei roi yn ôl…', other: 'Yn eu rhoi yn ôl…' }),
  giveBackNo: (n) => plural(n, { one: 'Ei gadw', other: 'Eu cadw' }),

  tickets: 'Tocynnau',
  ticketsHint: 'Dangoswch y cod wrth y drws, ar y sgrin hon neu ar bapur. Mae pob un yn agor y drws unwaith.',
  print: 'Argraffu',
  code: (label) => `Cod tocyn ar gyfer ${label}`,
  making: 'Yn llunio’r cod…',
  noCode: 'Nid oedd modd llunio’r cod ar y ddyfais hon. Dywedwch eich cyfeirnod wrth y swyddfa docynnau.',

  finish: 'Rwyf wedi gorffen prynu',
  finishDetail: 'Mae rhoi’ch amser yn ôl yn gadael y person nesaf i mewn yn gynt.',
  more: 'Ychwanegu perfformiad arall',
  thanks: 'Diolch',
  thanksDetail: 'Mae rhywun ymhellach yn ôl newydd symud ymlaen. Mae’ch tocynnau’n aros ar y dudalen hon.',

  notHere: 'Nid yw’r allwedd i’r archeb hon gan y porwr hwn',
  notHereDetail:
    'Dim ond i’r sawl a’i gwnaeth y mae archeb yn agor: â’r ddolen yn eu he-bost, neu â derbynneb eu lle yn y ciw.',
} satisfies OrderWords;
