import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, fila ${row}, asiento ${seat}`,
  seatAlone: (section, seat) => `${section}, asiento ${seat}`,
  /** Several of one row. */
  seats: (section, row, seats) => `${section}, fila ${row}, asientos ${seats}`,
  /** Their numbers, e.g. `3, 4 y 5`. */
  numbers: (before, last) => `${before} y ${last}`,
  standing: (section) => `${section}, de pie`,
  unreserved: (section) => `${section}, sin numerar`,
} satisfies SeatWords;
