import { count } from '../format.ts';

export const seasonWords = {
  loading: 'Raising the curtain…',
  empty: 'Nothing is on the bill yet',
  emptyDetail: 'The season is being prepared. Please come back soon.',
  shows: 'On stage',
  onSales: 'Booking',
  performances: (n: number) => (n === 1 ? '1 performance' : `${count(n)} performances`),
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
  limit: (seats: number) => `up to ${seats} seats each`,
};
