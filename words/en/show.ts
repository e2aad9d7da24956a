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
  leftLater: 'From the opening of the doors on, each date says how full it is.',
  leftUnknown: 'Nobody can say right now how full each date is.',
  leftAt: (time: string) => `Seats left as of ${time}. They can go, or come back, at any moment.`,
  left: {
    plenty: 'Plenty of seats',
    some: 'Seats left',
    few: 'Few seats left',
    baskets: 'All in baskets now',
    none: 'Sold out',
  },
  stopped: 'Not on sale at the moment',
  accessLeft: 'Only wheelchair places left',
};

export type ShowWords = typeof showWords;
