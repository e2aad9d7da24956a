import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, rang ${row}, place ${seat}`,
  seatAlone: (section, seat) => `${section}, place ${seat}`,
  /** Several of one row. */
  seats: (section, row, seats) => `${section}, rang ${row}, places ${seats}`,
  /** Their numbers, e.g. `3, 4 et 5`. */
  numbers: (before, last) => `${before} et ${last}`,
  standing: (section) => `${section}, debout`,
  unreserved: (section) => `${section}, placement libre`,
} satisfies SeatWords;
