import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, Reihe ${row}, Platz ${seat}`,
  seatAlone: (section, seat) => `${section}, Platz ${seat}`,
  standing: (section) => `${section}, Stehplatz`,
  unreserved: (section) => `${section}, freie Platzwahl`,
} satisfies SeatWords;
