import type { OrderWords } from '../en/order.ts';

export const orderWords = {
  placedTitle: 'Mae’ch archeb ar y gweill',
  placedDetail:
    'Mae’r seddi’n cael eu rhoi yn eich enw. Mae hyn yn cymryd ychydig eiliadau; cewch gau’r dudalen a dod yn ôl.',
  placedLong: 'Mae’n cymryd mwy o amser nag arfer. Mae’ch archeb wedi cyrraedd; nid oes angen dim arall gennych.',
  confirmedTitle: 'Welwn ni chi yno',
  refusedTitle: 'Nid aeth yr archeb hon drwodd',
  'card-declined': 'Gwrthodwyd y cerdyn. Ni chodwyd dim arnoch, ac mae’ch seddi ar gadw o hyd tra bo’u hamser yn para.',
  'seats-lost': 'Roedd amser y seddi ar ben ac mae rhywun arall â nhw nawr. Ni chodwyd dim arnoch.',
  toCheckout: 'Talu mewn ffordd arall',
  toSeason: 'Dewis eto',

  reference: 'Eich cyfeirnod',
  referenceHint: 'Dywedwch hwn ar y ffôn.',
  total: 'Cyfanswm',
  lost: 'Nid oedd modd cael y seddi hyn, ac ni chodir amdanynt:',
  payBy: (when) =>
    `Talwch y swyddfa docynnau erbyn ${when}. Tan hynny chi piau’r seddi; wedi hynny gellir eu rhoi i eraill.`,
  promised: 'I’w dalu yn y swyddfa docynnau',
  captured: 'Wedi’i dalu',
  authorised: 'Taliad wedi’i awdurdodi',
  voided: 'Heb ei godi',
  declined: 'Wedi’i wrthod',

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

  notHere: 'Mewn porwr arall y cedwir yr archeb hon',
  notHereDetail:
    'Er eich diogelwch, dim ond lle y’i gwnaed y gellir agor archeb. Ffoniwch y swyddfa docynnau gyda’ch cyfeirnod ac fe wnânt helpu.',
} satisfies OrderWords;
