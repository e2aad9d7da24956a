import type { PlainShopWords } from '../en/plain-shop.ts';

export const plainShopWords: PlainShopWords = {
  toSeats: 'Dewiswch seddi yma',
  title: 'Eich seddi',
  noPass: 'Nid oes gennych drwydded ar hyn o bryd',
  noPassDetail:
    'Cedwir seddi i’r rhai y galwyd eu rhif ac a gymerodd eu trwydded. Mae eich tudalen o’r ciw yn dweud sut mae hi arnoch.',
  toLine: 'Yn ôl i’r ciw',
  toOrders: 'Eich archebion',

  which: 'Pa berfformiad?',
  none: 'Nid oes dim o’r ciw hwn ar werth ar hyn o bryd.',
  other: 'Perfformiad arall',
  howMany: 'Faint o seddi?',
  price: 'Am ba bris?',
  anyPrice: 'Unrhyw bris: y seddi gorau sydd ar gael',
  each: (category, price) => `${category}: ${price} yr un`,
  fullPrice:
    'Prisiau llawn yw’r rhain. Am brisiau gostyngol, neu i ddewis sedd ar y cynllun, defnyddiwch y dudalen lawn neu gofynnwch i’r swyddfa docynnau.',
  find: 'Dod o hyd i’r seddi gorau',
  noneLeft: 'Mae gennych gynifer o seddi ag y caiff un person yma.',
  lapsed: 'Mae amser eich seddi ar ben',
  lapsedDetail: 'Cewch ddal i ddewis.',

  finding: 'Rydym yn chwilio am eich seddi',
  findingDetail: 'Daw’r dudalen hon o’r newydd ymhen ychydig eiliadau a dweud wrthych.',
  heldUntil: (time) => `Wedi’u cadw i chi tan ${time}.`,
  letGo: 'Gollwng y rhain',
  lettingGo: 'Mae’r seddi hyn yn cael eu rhoi’n ôl.',
  together: (amount) => `Gyda’i gilydd ${amount}`,
  goOn: 'Ymlaen i archebu',

  orderTitle: 'Archebu’r seddi hyn',
  payLater:
    'Rydych yn talu yn y swyddfa docynnau. Ysgrifennwn atoch i ddweud erbyn pryd; tan hynny chi biau’r seddi. I dalu â cherdyn, defnyddiwch y dudalen lawn.',
  name: 'Enw',
  nameHint: 'Fel y dywedwch ef yn y swyddfa docynnau.',
  email: 'E-bost',
  emailHint: 'Yno yr â’ch archeb.',
  fill: {
    name: 'Teipiwch yr enw y mae’r tocynnau ar ei gyfer, mewn 120 nod ar y mwyaf.',
    email: 'Teipiwch gyfeiriad e-bost fel ada@example.org.',
  },
  order: (amount) => `Archebu am ${amount}`,
  cardsOnly: 'Mae angen y dudalen lawn i dalu',
  cardsOnlyDetail:
    'Dim ond â cherdyn y gellir talu yma, ac mae angen JavaScript ar gyfer hynny. Cedwir eich seddi: agorwch y dudalen lawn ar ffôn neu gyfrifiadur sydd ag ef ac ymunwch fel y gwnaethoch yma, neu gofynnwch i’r swyddfa docynnau.',
  ordersTitle: 'Eich archebion yn y ciw hwn',
  noOrders: 'Nid ydych wedi archebu dim yn y ciw hwn eto.',
  payOnFullPage: 'Talwch amdano ar y dudalen lawn, ar ffôn neu gyfrifiadur â JavaScript.',
  ticketsByMail: 'Daeth eich tocynnau drwy e-bost. Dangoswch eu codau wrth y drws, neu dywedwch eich cyfeirnod.',
};
