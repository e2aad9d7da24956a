import { count, plural } from './written.ts';

export const seasonWords = {
  cancelled: 'Cancelled',
  empty: 'Nothing is on the bill yet',
  emptyDetail: 'The season is being prepared. Please come back soon.',
  plainPage: 'No script? Take the plain page of the line',
  findOrder: 'Find my order',
  shows: 'On stage',
  onSales: 'Booking',
  performances: (n: number) => plural(n, { one: '1 performance', other: `${count(n)} performances` }),
  whoFor: (audience: string) => `For ${audience}`,

  opensIn: 'Doors open in',
  opens: 'Doors open',
  doorsOpen: 'The doors are open',
  until: (when: string) => `Until ${when}`,
  joinLobby: 'Join the lobby',
  joinLine: 'Join the line',
  toPlace: 'See your place',
  shopNow: 'You are in: choose a show',
  limit: (seats: number) => plural(seats, { one: '1 seat each', other: `up to ${count(seats)} seats each` }),
};

export type SeasonWords = typeof seasonWords;
