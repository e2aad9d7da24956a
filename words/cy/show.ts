import type { ShowWords } from '../en/show.ts';
import { count, plural } from './written.ts';

export const showWords = {
  chooseDate: 'Dewis dyddiad',
  all: 'Pob dyddiad',
  matinee: 'Prynhawn',
  evening: 'Gyda’r nos',
  weekend: 'Penwythnos',
  filter: 'Dangos',
  none: 'Dim perfformiadau o’r math hwnnw',
  noneDetail: 'Dewiswch fath arall o ddyddiad.',
  found: (n) =>
    plural(n, {
      zero: 'Dim perfformiadau',
      two: '2 berfformiad',
      many: '6 pherfformiad',
      other: `${count(n)} perfformiad`,
    }),
  from: (price) => `o ${price}`,
  seats: 'Dewis seddi',
  line: 'I’r ciw',
  lobby: 'I’r cyntedd',
  cancelled: 'Wedi’i ganslo',
  movedFrom: (when) => `wedi’i symud, ${when} gynt`,
  look: 'Gweld y seddi',
  closed: 'Ddim ar werth',
  saleFor: (audience) => `Ar gyfer ${audience}`,
  opens: (when) => `Y drysau’n agor: ${when}`,
  openNow: 'Mae’r drysau ar agor',
  leftLater: 'O agoriad y drysau ymlaen, bydd pob dyddiad yn dweud pa mor llawn ydyw.',
  leftUnknown: 'Ni ŵyr neb ar hyn o bryd pa mor llawn yw pob dyddiad.',
  leftAt: (time) => `Seddi ar ôl am ${time}. Gallant fynd, neu ddod yn ôl, unrhyw eiliad.`,
  left: {
    plenty: 'Digon o seddi',
    some: 'Seddi ar ôl',
    few: 'Ychydig seddi ar ôl',
    baskets: 'Pob un mewn basgedi nawr',
    none: 'Wedi gwerthu allan',
  },
  stopped: 'Ddim ar werth ar hyn o bryd',
  accessLeft: 'Dim ond lleoedd cadair olwyn ar ôl',
} satisfies ShowWords;
