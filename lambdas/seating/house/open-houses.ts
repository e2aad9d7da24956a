import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import type { OpenHouses } from '../../../contracts/stock.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';

/** Several calls of one load open houses at once, and each write may find the list moved by another. */
const tries = 30;

/**
 * Lists houses with their on-sales, beside those that are listed. Given twice, it changes nothing. Throws if others keep
 * writing: then call again.
 */
export async function listOpenHouses(
  files: Pick<FilesByPath, 'readTagged' | 'writeIf'>,
  performances: readonly Pick<PerformanceFile, 'id' | 'onSales'>[],
): Promise<void> {
  const path = published.openHouses();
  for (let again = 0; again < tries; again++) {
    const found = await files.readTagged<OpenHouses>(path);
    const next = withHouses(found?.file ?? { v: 1, onSales: {} }, performances);
    if (next === found?.file) return;
    if ((await files.writeIf(path, next, cacheControl.board, found?.tag)).ok) return;
  }
  throw new Error('The list of open houses keeps moving: open them again');
}

/** The same list if it has them all. */
export function withHouses(
  list: OpenHouses,
  performances: readonly Pick<PerformanceFile, 'id' | 'onSales'>[],
): OpenHouses {
  const onSales = { ...list.onSales };
  for (const { id, onSales: sold } of performances)
    for (const { id: onSale } of sold) {
      const before = Object.hasOwn(onSales, onSale) ? (onSales[onSale] ?? []) : [];
      if (!before.includes(id)) onSales[onSale] = [...before, id];
    }
  const isSame = Object.keys(onSales).every((onSale) => onSales[onSale] === list.onSales[onSale]);
  return isSame ? list : { ...list, onSales };
}
