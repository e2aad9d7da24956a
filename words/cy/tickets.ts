import type { TicketsWords } from '../en/tickets.ts';
import { count } from './written.ts';

export const ticketsWords = {
  tickets: 'Pob tocyn fel PDF',
  calendar: 'Ychwanegu at y calendr',
  fetching: 'Yn nôl…',
  proof: (concession) => `${concession}: dewch â phrawf`,
  price: (price) => `Pris ${price}, heb ychwanegu dim`,
  free: 'Am ddim: ni ofynnodd y tŷ am arian',
  unpaid: 'heb ei dalu pan roddwyd y tocyn',
  limit: (seats) => `hyd at ${count(seats)} y person`,
} satisfies TicketsWords;
