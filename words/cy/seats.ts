import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, rhes ${row}, sedd ${seat}`,
  seatAlone: (section, seat) => `${section}, sedd ${seat}`,
  /** Several of one row. */
  seats: (section, row, seats) => `${section}, rhes ${row}, seddi ${seats}`,
  /** Their numbers, e.g. `3, 4 a 5`. */
  numbers: (before, last) => `${before} a ${last}`,
  standing: (section) => `${section}, sefyll`,
  unreserved: (section) => `${section}, eisteddwch lle mynnwch`,
} satisfies SeatWords;
