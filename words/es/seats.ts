import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, fila ${row}, asiento ${seat}`,
  seatAlone: (section, seat) => `${section}, asiento ${seat}`,
  standing: (section) => `${section}, de pie`,
  unreserved: (section) => `${section}, sin numerar`,
} satisfies SeatWords;
