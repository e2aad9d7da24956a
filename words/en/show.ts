import { count, plural } from './written.ts';

export const showWords = {
  chooseDate: 'Choose a date',
  all: 'All dates',
  matinee: 'Matinees',
  evening: 'Evenings',
  weekend: 'Weekends',
  filter: 'Show',
  none: 'No performances of that kind',
  noneDetail: 'Choose another kind of date.',
  found: (n: number) => plural(n, { one: '1 performance', other: `${count(n)} performances` }),
  from: (price: string) => `from ${price}`,
  seats: 'Choose seats',
  line: 'To the line',
  lobby: 'To the lobby',
  cancelled: 'Cancelled',
  movedFrom: (when: string) => `moved from ${when}`,
  look: 'See the seats',
  closed: 'Not on sale',
  saleFor: (audience: string) => `For ${audience}`,
  opens: (when: string) => `Doors open ${when}`,
  openNow: 'The doors are open',
};

export type ShowWords = typeof showWords;
