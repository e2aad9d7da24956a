import type { LineWords } from '../en/line.ts';
import { count, plural } from './written.ts';

export const people = (n: number) =>
  plural(n, { one: '1 person', two: '2 berson', few: '3 pherson', many: '6 pherson', other: `${count(n)} o bobl` });

export function minutes(n: number): string {
  if (n < 60) return plural(n, { one: 'munud', two: '2 funud', other: `${n} munud` });
  const hours = Math.round(n / 30) / 2;
  return hours === 1 ? 'awr' : `${`${hours}`.replace('.5', '½')} awr`;
}

export const lineWords = {
  eyebrow: (audience) => (audience ? `I ${audience}` : 'Ar werth'),
  noOnSale: 'Pa giw?',

  doorsIn: 'Bydd y drysau’n agor ymhen',
  doorsAt: (when) => `Byddant yn agor ${when}.`,
  doorsOpening: 'Mae’r drysau’n agor',
  doorsOpen: 'Mae’r drysau ar agor',
  windows: 'Pwy sy’n dod i mewn, a phryd',
  openNow: 'ar agor',
  yourWindow: (name) => `Byddwch yn dod i mewn gyda: ${name}`,
  waitNow: (half, most) =>
    `O’r rhai sy’n ymuno nawr, caiff ${half ? `hanner eu galw o fewn tua ${half}, a naw o bob deg` : 'naw o bob deg eu galw'} o fewn ${most}.`,

  joinTitle: 'Dod i’r cyntedd',
  joinTitleOpen: 'Ymuno â’r ciw',
  ways: 'Sut byddwch chi’n dod i mewn?',
  way: { members: 'Gyda rhif aelod', email: 'Drwy e-bost', open: 'Heb yr un o’r ddau' },
  member: 'Rhif aelod',
  memberHint: 'Fel ar eich cerdyn aelodaeth.',
  postcode: 'Cod post',
  postcodeHint: 'Y cyfeiriad rydym yn ysgrifennu ato.',
  needsAsk: 'Oes angen lle cadair olwyn, cydymaith wrth eich ymyl, neu ragor o amser arnoch chi?',
  join: 'Cymryd lle',
  joining: 'Un eiliad…',
  proving: 'Yn gwirio nad robot ydych chi…',
  provingDetail: 'Mae eich porwr yn gwneud sỳm i ni am ychydig eiliadau.',
  joinOnce: 'Un lle yr un. Ymunwch eto o ddyfais arall a chewch yr un lle.',

  drawTitle: 'Sut y penderfynir y drefn',
  draw: 'Mae gan bawb sydd yma cyn i’r drysau agor yr un siawns: pan fyddant yn agor, caiff trefn y lleoedd ei thynnu ar hap. Does dim mantais mewn dod yn gynnar; bydd pawb a ddaw wedyn y tu ôl iddynt.',
  drawLater:
    'Mae’r drysau ar agor, felly byddwch y tu ôl i bawb sydd wedi’u tynnu. Caiff pawb sy’n ymuno o fewn yr un eiliadau eu tynnu gyda’i gilydd.',
  ledger: 'Beth a wnaed yn y ciw hwn',

  inLobby: 'Mae gennych le',
  inLobbyDetail:
    'Gallwch gau’r dudalen hon neu adael i’ch ffôn gysgu: chi piau’r lle o hyd. Dewch yn ôl pan fydd y drysau’n agor.',
  waitingHere: (n) => (n === 1 ? 'Chi yw’r cyntaf yma.' : `${people(n)} yn y cyntedd.`),
  drawing: 'Mae’r enwau’n cael eu tynnu',
  drawingDetail: 'Bydd eich rhif yma ymhen ychydig eiliadau.',

  ahead: (n) => (n === 0 ? 'Chi sydd nesaf' : `${people(n)} o’ch blaen`),

  halts: {
    staff: ['Mae’r ciw wedi’i oedi', 'Does neb yn cael ei alw am y tro, a does neb yn mynd heibio i chi.'],
    house: [
      'Mae’r swyddfa docynnau’n dal i fyny',
      'Ni fyddwn yn galw neb nes iddi ateb fel y dylai, a does neb yn mynd heibio i chi.',
    ],
    baskets: ['Mae pob sedd ym masged rhywun', 'Daw rhai’n ôl o fewn munudau, ac â’r ciw ymlaen.'],
    'sold-out': [
      'Wedi gwerthu allan',
      'Mae pob sedd wedi’i phrynu. Os daw rhai’n ôl, bydd y ciw’n symud ymlaen yn ei drefn. Gallwch aros, gadael, neu holi’r swyddfa docynnau.',
    ],
  },

  called: 'Eich tro chi yw hi',

  over: 'Mae’r gwerthiant hwn ar ben',

  lost: 'Dim gair gan y swyddfa docynnau ar hyn o bryd',
  lostDetail: 'Mae eich lle’n ddiogel: y swyddfa docynnau sy’n ei gadw, nid y dudalen hon. Rydym yn dal i geisio.',

  titleNumber: (position, ahead) =>
    ahead === 0 ? `Nesaf · rhif ${count(position)}` : `${count(ahead)} o’ch blaen · rhif ${count(position)}`,
  titleCalled: '★ Eich tro chi yw hi',
  announceNumber: (position, ahead) => `Eich rhif yw ${count(position)}. ${ahead}.`,
} satisfies LineWords;
