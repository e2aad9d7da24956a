/**
 * Into how many parts the room of shoppers is laid out. A claim adds a name to an item of the room. All whom the dial lets
 * in are called at once when the doors open, and come within some 3 s. 600 are 200 claims a second, one unit each, and
 * 5,000 are 1,667 of three units, since the items grow: nine parts take 556 each. A line keeps the parts that it was
 * opened with; most have one.
 */
const shoppersAPart = 600;

/** Items of one expiry, by position. */
export const roomItems = 16;

/** The part that everything of a position is in. */
export const partOf = ({ position, parts = 1 }: { readonly position: number; readonly parts?: number }): number =>
  (position % roomItems) % parts;

export function roomPartsOf(shopping: number): number {
  return Math.min(roomItems, Math.max(1, Math.ceil(shopping / shoppersAPart)));
}
