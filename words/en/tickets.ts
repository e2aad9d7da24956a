import { count } from './written.ts';

export const ticketsWords = {
  tickets: 'All tickets as PDF',
  calendar: 'Add to calendar',
  fetching: 'Fetching…',
  /** On a ticket of a reduced price. */
  proof: (concession: string) => `${concession}: bring proof`,
  /** What the code says under its signature. All in one line: see `rules/ticket-price.ts`. */
  price: (price: string) => `Price ${price}, nothing added`,
  free: 'Free: the house asked for no money',
  unpaid: 'not paid when it was issued',
  limit: (seats: number) => `limit ${count(seats)} a person`,
};

export type TicketsWords = typeof ticketsWords;
