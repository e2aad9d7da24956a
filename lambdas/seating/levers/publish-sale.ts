import { cacheControl, published } from '../../../contracts/paths.ts';
import type { SaleFile } from '../../../contracts/sale-levers.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import type { SaleLevers } from '../house/sale-levers.ts';

/*
 * What was turned is published after the write that makes it so. Whoever turns a lever publishes it, and the count of
 * the seats does so again if that was cut short. A file never goes back behind a later turn.
 */

export type SaleFiles = Pick<FilesByPath, 'readTagged' | 'writeIf'>;

/** Two people at two levers, and a counter: each write may find the file moved by another. */
const tries = 10;

export async function publishSale(files: SaleFiles, levers: SaleLevers): Promise<void> {
  if (levers.version === 0) return;
  const path = published.sale(levers.onSale);
  for (let again = 0; again < tries; again++) {
    const found = await files.readTagged<SaleFile>(path);
    if (found && found.file.version >= levers.version) return;
    if ((await files.writeIf(path, saleFileOf(levers), cacheControl.board, found?.tag)).ok) return;
  }
  throw new Error(`The file of the sale ${levers.onSale} keeps moving: turn the lever again with the same key`);
}

/** Without who turned what: everybody may read it. */
function saleFileOf({ onSale, version, seatsPerFan, stopped, methods }: SaleLevers): SaleFile {
  return {
    v: 1,
    onSale,
    version,
    ...(seatsPerFan !== undefined && { seatsPerFan }),
    stopped,
    ...(methods && { methods }),
  };
}
