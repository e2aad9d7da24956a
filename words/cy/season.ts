import type { SeasonWords } from '../en/season.ts';
import { count, plural } from './written.ts';

export const seasonWords = {
  cancelled: 'Wedi’i ganslo',
  empty: 'Does dim byd ar y rhaglen eto',
  emptyDetail: 'Mae’r tymor yn cael ei baratoi. Dewch yn ôl yn fuan, os gwelwch yn dda.',
  plainPage: 'Dim sgript? Ewch i dudalen seml y ciw',
  findOrder: 'Dod o hyd i’m harcheb',
  shows: 'Ar y llwyfan',
  onSales: 'Archebu',
  performances: (n) =>
    plural(n, {
      zero: 'Dim perfformiadau',
      two: '2 berfformiad',
      few: '3 pherfformiad',
      many: '6 pherfformiad',
      other: `${count(n)} perfformiad`,
    }),
  whoFor: (audience) => `Ar gyfer ${audience}`,

  opensIn: 'Y drysau’n agor ymhen',
  opens: 'Y drysau’n agor',
  doorsOpen: 'Mae’r drysau ar agor',
  until: (when) => `Tan ${when}`,
  joinLobby: 'Dod i’r cyntedd',
  joinLine: 'Ymuno â’r ciw',
  toPlace: 'Gweld eich lle',
  shopNow: 'Rydych i mewn: dewiswch sioe',
  limit: (seats) => plural(seats, { one: '1 sedd yr un', other: `hyd at ${count(seats)} sedd yr un` }),
} satisfies SeasonWords;
