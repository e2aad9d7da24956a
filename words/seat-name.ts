import { readSeatLabel } from '../contracts/plan.ts';
import type { SeatWords } from './en/seats.ts';
import { isolated } from './isolated.ts';

/**
 * A seat's name in a language. The platform names a seat once, in English (`seatLabel` in contracts/plan.ts), in holds,
 * orders and tickets alike. A name of another form is left as it is.
 */
export function seatNamed(label: string, words: SeatWords): string {
  const seat = readSeatLabel(label);
  if (!seat) return isolated(label);
  const section = isolated(seat.section);
  return 'row' in seat ? words.seat(section, isolated(seat.row), isolated(seat.seat)) : words[seat.anywhere](section);
}
