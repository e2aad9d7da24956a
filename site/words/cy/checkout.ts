import type { CheckoutWords } from '../en/checkout.ts';

export const checkoutWords = {
  title: 'Eich archeb',
  held: 'Ar gadw i chi',
  empty: 'Does dim seddi ar gadw i chi',
  emptyDetail:
    'Bydd seddi sydd ar gadw i chi yn ymddangos yma. Os yw eu hamser ar ben maent yn rhydd eto, a chewch ddal i ddewis.',
  noPass: 'Mae’r dudalen hon i’r rhai y mae eu rhif wedi’i alw',
  noPassDetail:
    'Ymunwch â chiw gwerthiant ar dudalen y tymor. Os yw’ch amser i brynu ar ben, nid yw’ch lle yn y ciw wedi’i golli.',
  toSeason: 'Dewis sioe',
  total: 'I’w dalu',

  who: 'I bwy mae’r tocynnau',
  name: 'Enw',
  nameHint: 'Fel y byddwch yn ei ddweud wrth y swyddfa docynnau.',
  email: 'E-bost',
  emailHint: 'Ar gyfer newyddion am y perfformiadau hyn yn unig.',
  phone: 'Ffôn (cewch adael hwn yn wag)',
  nameWrong: 'teipiwch yr enw ar gyfer y tocynnau, mewn 120 nod ar y mwyaf',
  emailWrong: 'teipiwch gyfeiriad e-bost fel ada@example.org',
  phoneWrong: 'defnyddiwch 32 nod ar y mwyaf',

  how: 'Sut rydych yn talu',
  'box-office': 'Yn nes ymlaen, yn y swyddfa docynnau',
  'box-office-detail':
    'Chi piau’r seddi nawr. Talwch dros y ffôn neu wrth y cownter cyn y dyddiad cau a ddangoswn i chi nesaf; wedi hynny gellir eu rhoi i eraill.',
  'sandbox-card': 'Nawr, gyda cherdyn ffug',
  'sandbox-card-detail': 'Ar gyfer ymarferion: nid oes arian yn symud.',
  approved: 'Cerdyn a gaiff ei dderbyn',
  declined: 'Cerdyn a gaiff ei wrthod',
  card: 'Pa gerdyn',

  order: (total) => `Archebu am ${total}`,
  ordering: 'Yn anfon eich archeb…',
  again: 'Ni wyddom eto a gyrhaeddodd eich archeb ddiwethaf. Ni all gofyn eto archebu ddwywaith.',
  askAgain: 'Cael gwybod',
  correct: 'Mae angen cywiro rhywbeth uchod.',
} satisfies CheckoutWords;
