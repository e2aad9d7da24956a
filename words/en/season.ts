import { count, plural } from './written.ts';

export const seasonWords = {
  loading: 'Raising the curtain…',
  cancelled: 'Cancelled',
  empty: 'Nothing is on the bill yet',
  emptyDetail: 'The season is being prepared. Please come back soon.',
  findOrder: 'Find my order',
  shows: 'On stage',
  onSales: 'Booking',
  performances: (n: number) => plural(n, { one: '1 performance', other: `${count(n)} performances` }),
  whoFor: (audience: string) => `For ${audience}`,

  opensIn: 'Doors open in',
  opensOn: (when: string) => `Doors open on ${when}`,
  doorsOpen: 'The doors are open',
  until: (when: string) => `Until ${when}`,
  joinLobby: 'Join the lobby',
  joinLine: 'Join the line',
  toPlace: 'See your place',
  shopNow: 'You are in: choose a show',
  shopDetail: (audience: string) => `Your pass for ${audience} is running. Choose a show, then a date.`,
  limit: (seats: number) => plural(seats, { one: '1 seat each', other: `up to ${count(seats)} seats each` }),
};

export type SeasonWords = typeof seasonWords;
