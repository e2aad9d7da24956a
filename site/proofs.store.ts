import type { SeenHead } from '../contracts/heads.ts';
import { long } from './box.store.ts';

/*
 * The memory of this browser for what a fan may have to show: heads that the board showed, and receipts that the roll
 * does not have. Apart from kept.store.ts, since the first load of the line page has no use for it.
 */

const headsOf = (onSale: string) => `stampede.heads.${onSale}`;
const asideOf = (onSale: string) => `stampede.receipt-aside.${onSale}`;

/** Heads that the board showed while this browser waited: see docs/fairness.md. */
export const heads = (onSale: string): readonly SeenHead[] => long.read(headsOf(onSale)) ?? [];
export const keepHeads = (onSale: string, heads: readonly SeenHead[]) =>
  long.put(headsOf(onSale), JSON.stringify(heads));

/** The last receipt that was put aside for a new place. */
export const aside = (onSale: string) => long.get(asideOf(onSale));
export const putAside = (onSale: string, receipt: string) => long.put(asideOf(onSale), receipt);
