import type { TicketsWords } from '../en/tickets.ts';

export const ticketsWords = {
  tickets: 'Pob tocyn fel PDF',
  calendar: 'Ychwanegu at y calendr',
  fetching: 'Yn nôl…',
  proof: (concession) => `${concession}: dewch â phrawf`,
} satisfies TicketsWords;
