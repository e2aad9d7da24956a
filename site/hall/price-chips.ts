/**
 * The price to pay, in one tap. A chip stands for the price bands near it: those that cost at most a quarter more or
 * less, the nearest first, the cheaper first of two that are as near. So a fan who says "about £40" is never given a
 * seat at £65, and everyone finds a chip near the price they have in mind. So whoever says "about £40" is never given a
 * seat at £65, and everyone finds a chip near what they have in mind. Of more prices than fit, those are kept that lie
 * apart, the cheapest and the dearest among them.
 */
export interface Chip {
  /** Minor units. */
  readonly price: number;
  /** Ids of price bands, the most wanted first. */
  readonly bands: readonly string[];
  /** Free seats of these bands. */
  readonly free: number;
}

const mostChips = 4;
const near = 0.25;

/** `free` names the bands that general seats have, with how many of them are left. */
export function chipsOf(prices: Readonly<Record<string, number>>, free: ReadonlyMap<string, number>): readonly Chip[] {
  const bands = [...free.keys()].flatMap((id) => {
    const price = prices[id];
    return price === undefined ? [] : [{ id, price }];
  });
  const all = [...new Set(bands.map(({ price }) => price))].sort((a, b) => a - b);
  // One price for all is no choice.
  if (all.length < 2) return [];
  return apart(all).map((price) => {
    const meant = bands
      .filter((band) => Math.abs(band.price - price) <= price * near)
      .sort((a, b) => Math.abs(a.price - price) - Math.abs(b.price - price) || a.price - b.price);
    return {
      price,
      bands: meant.map(({ id }) => id),
      free: meant.reduce((sum, { id }) => sum + (free.get(id) ?? 0), 0),
    };
  });
}

/** Leaves out, one by one, the price whose neighbours are nearest to each other in proportion. */
function apart(prices: readonly number[]): readonly number[] {
  let kept = prices;
  while (kept.length > mostChips) {
    const gaps = kept.slice(1, -1).map((_, index) => (kept[index + 2] ?? 1) / Math.max(1, kept[index] ?? 1));
    const least = gaps.indexOf(Math.min(...gaps)) + 1;
    kept = kept.filter((_, index) => index !== least);
  }
  return kept;
}
