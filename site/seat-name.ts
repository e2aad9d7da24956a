import { seatWords } from '../words/en/seats.ts';
import { seatNamed } from '../words/seat-name.ts';

/** A seat's name in the page's language. */
export function seatInWords(label: string): string {
  return seatNamed(label, seatWords);
}

/** `Stalls, row C, seat 14; Stalls, row C, seat 15` */
export function seatsInWords(seats: readonly { readonly label: string }[]): string {
  return seats.map(({ label }) => seatInWords(label)).join('; ');
}
