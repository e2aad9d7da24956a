import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, rang ${row}, place ${seat}`,
  seatAlone: (section, seat) => `${section}, place ${seat}`,
  standing: (section) => `${section}, debout`,
  unreserved: (section) => `${section}, placement libre`,
} satisfies SeatWords;
