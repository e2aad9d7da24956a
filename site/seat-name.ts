import { seatName, standingName, unreservedName } from '../words/en/seats.ts';

/**
 * A seat's name in the page's language. The platform names a seat once, in English (`seatLabel` in
 * contracts/plan.ts), in holds, orders and tickets alike; what is not of that form is left as it is.
 */
export function seatInWords(label: string): string {
  const seat = /^(.+), row (.+), seat (.+)$/.exec(label);
  if (seat) return seatName(seat[1] as string, seat[2] as string, seat[3] as string);
  const standing = /^(.+), standing$/.exec(label);
  if (standing) return standingName(standing[1] as string);
  const unreserved = /^(.+), unreserved$/.exec(label);
  return unreserved ? unreservedName(unreserved[1] as string) : label;
}

/** `Stalls, row C, seat 14; Stalls, row C, seat 15` */
export function seatsInWords(seats: readonly { readonly label: string }[]): string {
  return seats.map(({ label }) => seatInWords(label)).join('; ');
}
