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
  if ('anywhere' in seat) return words[seat.anywhere](section);
  return 'row' in seat
    ? words.seat(section, isolated(seat.row), isolated(seat.seat))
    : words.seatAlone(section, isolated(seat.seat));
}

/** Seats in words: those of one row together, as `Stalls, row C, seats 14 and 15`. */
export function seatsNamed(labels: readonly string[], words: SeatWords): string {
  const rows = Map.groupBy(labels, (label) => {
    const seat = readSeatLabel(label);
    return seat && 'row' in seat ? `${seat.section}, row ${seat.row}` : label;
  });
  return [...rows.values()].map((row) => rowNamed(row, words)).join('; ');
}

function rowNamed(labels: readonly string[], words: SeatWords): string {
  const seats = labels.map(readSeatLabel);
  const [first] = seats;
  if (labels.length < 2 || !first || !('row' in first))
    return [...new Set(labels)].map((label) => seatNamed(label, words)).join('; ');
  const numbers = seats.flatMap((seat) => (seat && 'row' in seat ? seat.seat : []));
  const inOrder = numbers.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const all = inOrder.map(isolated);
  return words.seats(
    isolated(first.section),
    isolated(first.row),
    words.numbers(all.slice(0, -1).join(', '), `${all.at(-1)}`),
  );
}
