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
} satisfies ShowWords;
