import { readSeatLabel } from '../contracts/plan.ts';
import type { SeatWords } from './en/seats.ts';

/**
 * A seat's name in a language. The platform names a seat once, in English (`seatLabel` in contracts/plan.ts), in holds,
 * orders and tickets alike. A name of another form is left as it is.
 */
export function seatNamed(label: string, words: SeatWords): string {
  const seat = readSeatLabel(label);
  if (!seat) return label;
  return 'row' in seat ? words.seat(seat.section, seat.row, seat.seat) : words[seat.anywhere](seat.section);
}
