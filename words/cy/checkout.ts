import type { CheckoutWords } from '../en/checkout.ts';
import { count, plural } from './written.ts';

const seats = (n: number) => plural(n, { zero: 'dim seddi', other: `${count(n)} sedd` });

export const checkoutWords = {
  title: 'Eich archeb',
  held: 'Ar gadw i chi',
  empty: 'Does dim seddi ar gadw i chi',
  emptyDetail:
    'Bydd seddi sydd ar gadw i chi yn ymddangos yma. Os yw eu hamser ar ben maent yn rhydd eto, a chewch ddal i ddewis.',
  noPass: 'Mae’r dudalen hon i’r rhai y mae eu rhif wedi’i alw',
  noPassDetail:
    'Ymunwch â chiw gwerthiant ar dudalen y tymor. Os yw’ch amser i brynu ar ben, nid yw’ch lle yn y ciw wedi’i golli.',
  passOver: 'Mae eich amser siopa ar ben',
  passOverHeld:
    'Mae’r seddi hyn yn dal i gael eu cadw nes daw eu hamser eu hunain i ben. Ewch yn ôl i’r ciw a dewch i mewn eto: yna gallwch eu harchebu.',
  passOverDetail: 'Nid yw eich lle wedi’i golli: ewch yn ôl i’r ciw a gofynnwch am dro arall.',
  toLine: 'Yn ôl i’r ciw',
  begun: 'Rydych wedi dechrau archebu’r seddi hyn',
  toBegun: 'Parhau â’r archeb honno',
  toOrder: 'I’ch archeb',
  toSeason: 'Dewis sioe',
  total: 'I’w dalu',

  full: 'Pris llawn',
  priceFor: (seat) => `Pris ar gyfer ${seat}`,
  reducedBy: (name, off) => `${name} (−${off})`,
  insteadOf: 'yn lle',
  proof: 'Dewch â phrawf at y drws ar gyfer y prisiau gostyngol',
  reducedLimit:
    'Ni all pob sedd mewn archeb gael pris gostyngol: mae pris na allwch ei ddewis eisoes wedi’i ddefnyddio, neu mae angen lle i gadair olwyn.',
  reducedBefore: (name, had, most) =>
    `${name}: caiff un person ${seats(most)} am y pris hwn yn y gwerthiant hwn, ac mae gan eich archebion eraill ${count(had)}.`,
  bring: (name, note) => `${name}: ${note}`,
  limit: (most, left) =>
    left === 0
      ? `Caiff un person ${seats(most)} yn y gwerthiant hwn: dyma’ch rhai chi.`
      : `Caiff un person ${seats(most)} yn y gwerthiant hwn: cewch ychwanegu ${count(left)} arall.`,
  add: 'Ychwanegu perfformiad arall',

  who: 'I bwy mae’r tocynnau',
  name: 'Enw',
  nameHint: 'Fel y byddwch yn ei ddweud wrth y swyddfa docynnau.',
  email: 'E-bost',
  emailHint: 'Ar gyfer newyddion am y perfformiadau hyn yn unig.',
  phone: 'Ffôn (cewch adael hwn yn wag)',
  nameWrong: 'Teipiwch yr enw ar gyfer y tocynnau, mewn 120 nod ar y mwyaf',
  emailWrong: 'Teipiwch gyfeiriad e-bost fel ada@example.org',
  phoneWrong: 'Defnyddiwch 32 nod ar y mwyaf',

  how: 'Sut rydych yn talu',
  nothingToPay: 'Nid yw’r seddi hyn yn costio dim. Ar ôl ichi eu harchebu, chi biau nhw, ac nid oes dim i’w dalu.',
  'box-office': 'Yn nes ymlaen, yn y swyddfa docynnau',
  'box-office-detail':
    'Chi piau’r seddi nawr. Talwch dros y ffôn neu wrth y cownter cyn y dyddiad cau a ddangoswn i chi nesaf; wedi hynny gellir eu rhoi i eraill.',
  'sandbox-card': 'Nawr, gyda cherdyn ffug',
  'sandbox-card-detail': 'Ar gyfer ymarferion: nid oes arian yn symud.',
  cards: {
    approved: 'Cerdyn a gaiff ei dderbyn',
    declined: 'Cerdyn a gaiff ei wrthod',
    'no-answer': 'Cerdyn y mae ei fanc yn ateb dim ond wrth ofyn eto',
    late: 'Cerdyn a gaiff ei dderbyn wedi i amser y seddi ddod i ben',
    asks: 'Cerdyn y mae ei fanc yn eich holi’n gyntaf, ac yna’n derbyn',
    twice: 'Cerdyn y dywedir ddwywaith iddo gael ei dderbyn',
    withdrawn: 'Cerdyn y mae ei fanc yn tynnu ei gymeradwyaeth yn ôl',
  },
  card: 'Pa gerdyn',

  stripe: {
    way: 'Nawr, gyda cherdyn',
    detail:
      'Darparwr taliadau’r swyddfa docynnau, Stripe, sy’n cymryd y cerdyn yn y cam nesaf. Caiff eich seddi eu cadw yn y cyfamser.',
    title: 'Talu â cherdyn',
    hint: 'Mae’r hyn a deipiwch yma’n mynd yn syth at Stripe. Ni chodir dim oni bai mai chi piau’r seddi.',
    loading: 'Yn agor y ffurflen dalu…',
    pay: 'Talu',
    payPrice: (price) => `Talu ${price}`,
    sending: 'Yn gofyn i’ch banc…',
    declined: 'Nid aeth y taliad drwodd',
    declinedDetail:
      'Ni chodwyd dim. Rhowch gynnig arall arni, neu defnyddiwch gerdyn arall: mae’ch seddi’n dal wedi’u cadw.',
    unsure: 'Ni chlywsom beth ddaeth o’r taliad',
    unsureDetail: 'Pwyswch y botwm eto: ni allwch dalu ddwywaith am yr archeb hon.',
    unreachable: 'Nid agorodd y ffurflen dalu',
    unreachableDetail: 'Gall eich rhwydwaith neu atalydd cynnwys fod yn y ffordd. Mae’ch seddi’n dal wedi’u cadw.',
    again: 'Ei hagor eto',
  },

  order: (total) => `Archebu am ${total}`,
  ordering: 'Yn anfon eich archeb…',
  again: 'Ni wyddom eto a gyrhaeddodd eich archeb ddiwethaf. Ni all gofyn eto archebu ddwywaith.',
  askAgain: 'Cael gwybod',
  correct: 'Mae angen cywiro rhywbeth uchod.',
  cardDeclined: 'Gwrthodwyd y cerdyn',
  cardDeclinedDetail:
    'Ni chodwyd dim arnoch, ac mae’ch seddi ar gadw o hyd. Rhowch gynnig arall arni nawr, gyda cherdyn arall neu ffordd arall o dalu.',
} satisfies CheckoutWords;
