/**
 * How often to look whether an order is settled: soon at first, then calmer, as long as the page is open.
 * The seats are usually sold within a second; behind a full house queue it may be half a minute.
 */
const first = 400;
const calmest = 4_000;

/** Milliseconds before the look after look number `look` (from 0). */
export function beforeNextLook(look: number): number {
  return Math.min(calmest, first * 1.4 ** look);
}

/** While a card is being typed, or money is on its way back, everything that happens by itself can wait so long. */
export const betweenCalmLooks = 15_000;

/** From this look on, some 20 s after the order, the page says that it takes longer than usual. */
export const longLook = 10;
