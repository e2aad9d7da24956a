/**
 * How much of a section is drawn, by the pixels from one seat to the next. From afar a section is one shape with its
 * name; nearer its seats are dots; then seats that a finger can tell apart; then seats with their numbers. A mouse sees
 * finer than a finger, and hits finer.
 *
 *      1   2   3 │ 4   …   13 │ 14   …   25 │ 26   …      pixels a seat
 *       blocks   │    dots    │    seats    │  numbers
 */
export type Detail = 'blocks' | 'dots' | 'seats' | 'numbers';

const dots = 3.2;
const seats = 14;
const numbers = 26;

/** Plans of few seats never become blocks: there the seats are the picture. */
export const manySeats = 2_500;

export function detailAt(pixels: number, planSeats: number): Detail {
  if (pixels >= numbers) return 'numbers';
  if (pixels >= seats) return 'seats';
  return pixels >= dots || planSeats <= manySeats ? 'dots' : 'blocks';
}

/** Pixels a seat must have for a pointer to mean it. */
export const hit = { mouse: 9, finger: 20 } as const;

/** Pixels of a seat after a tap that brought the plan closer. */
export const comfortable = 30;

/** A picture made for one scale serves another while it is neither coarse nor much too large. */
export function serves(made: number, wanted: number): boolean {
  const ratio = wanted / made;
  return ratio <= 1.6 && ratio >= 0.45;
}
