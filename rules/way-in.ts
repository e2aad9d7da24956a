import type { PublishedOnSale, ShowFile } from '../contracts/catalogue.ts';

/**
 * How a fan gets at one performance. With a running pass of an on-sale that sells it, they go straight to the hall.
 * Else they go by the line of the on-sale that opened last, or of the one that opens first.
 */
export type WayIn =
  | { readonly way: 'hall'; readonly onSale: string }
  | { readonly way: 'line' | 'lobby'; readonly onSale: PublishedOnSale }
  | { readonly way: 'none' };

export function wayIn(
  sells: readonly string[],
  onSales: readonly PublishedOnSale[],
  passes: readonly { readonly onSale: string; readonly expiresAt: number }[],
  now: number,
): WayIn {
  const pass = passes.find(({ onSale, expiresAt }) => sells.includes(onSale) && expiresAt > now);
  if (pass) return { way: 'hall', onSale: pass.onSale };
  const live = salesOf(sells, onSales, now);
  const open = live.filter(({ opensAt }) => opensAt <= now).sort((a, b) => b.opensAt - a.opensAt)[0];
  if (open) return { way: 'line', onSale: open };
  const next = live.sort((a, b) => a.opensAt - b.opensAt)[0];
  return next ? { way: 'lobby', onSale: next } : { way: 'none' };
}

/** The on-sales of a show that are open, or will be. `now` in milliseconds since the epoch. */
export function salesOfShow(
  { performances }: Pick<ShowFile, 'performances'>,
  onSales: readonly PublishedOnSale[],
  now: number,
): PublishedOnSale[] {
  const sells = performances.flatMap((performance) => performance.onSales);
  return salesOf(sells, onSales, now);
}

function salesOf(sells: readonly string[], onSales: readonly PublishedOnSale[], now: number): PublishedOnSale[] {
  return onSales.filter(({ id, closesAt }) => sells.includes(id) && closesAt > now);
}
