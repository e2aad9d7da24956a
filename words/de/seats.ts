import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, Reihe ${row}, Platz ${seat}`,
  seatAlone: (section, seat) => `${section}, Platz ${seat}`,
  /** Several of one row. */
  seats: (section, row, seats) => `${section}, Reihe ${row}, Plätze ${seats}`,
  /** Their numbers, e.g. `3, 4 und 5`. */
  numbers: (before, last) => `${before} und ${last}`,
  standing: (section) => `${section}, Stehplatz`,
  unreserved: (section) => `${section}, freie Platzwahl`,
} satisfies SeatWords;
