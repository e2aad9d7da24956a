import { seatWords } from '../words/en/seats.ts';
import { seatNamed, seatsNamed } from '../words/seat-name.ts';

/** A seat's name in the page's language. */
export function seatInWords(label: string): string {
  return seatNamed(label, seatWords);
}

/** `Stalls, row C, seats 14 and 15; Circle, row A, seat 1` */
export function seatsInWords(seats: readonly { readonly label: string }[]): string {
  return seatsNamed(
    seats.map(({ label }) => label),
    seatWords,
  );
}
