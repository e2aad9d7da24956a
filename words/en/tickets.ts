export const ticketsWords = {
  tickets: 'All tickets as PDF',
  calendar: 'Add to calendar',
  fetching: 'Fetching…',
  /** On a ticket of a reduced price. */
  proof: (concession: string) => `${concession}: bring proof`,
};

export type TicketsWords = typeof ticketsWords;
