import type { PublishedOnSale } from '../../contracts/catalogue.ts';

/** Who opens the control room means the on-sale that runs, else the next to open, else the one that was last. */
export function nextOnSale(onSales: readonly PublishedOnSale[], now: number): PublishedOnSale | undefined {
  const byDoors = [...onSales].sort((one, other) => one.opensAt - other.opensAt);
  return byDoors.find(({ closesAt }) => now < closesAt) ?? byDoors.at(-1);
}
