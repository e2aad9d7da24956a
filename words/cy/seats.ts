import type { SeatWords } from '../en/seats.ts';

export const seatWords = {
  seat: (section, row, seat) => `${section}, rhes ${row}, sedd ${seat}`,
  seatAlone: (section, seat) => `${section}, sedd ${seat}`,
  standing: (section) => `${section}, sefyll`,
  unreserved: (section) => `${section}, eisteddwch lle mynnwch`,
} satisfies SeatWords;
