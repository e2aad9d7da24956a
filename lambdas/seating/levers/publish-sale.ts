import { cacheControl, published } from '../../../contracts/paths.ts';
import type { SaleFile, SaleTurnFile } from '../../../contracts/sale-levers.ts';
import type { FilesByPath } from '../../foundation/aws.gateway.ts';
import type { HouseStore } from '../house/house-store.ts';
import type { SaleLevers } from '../house/sale-levers.ts';
import { turnsToTell } from './sale-turn.ts';

/*
 * What was turned is published after the write that makes it so. Whoever turns a lever publishes it, and the count of
 * the seats does so again if that was cut short. A file never goes back behind a later turn.
 *
 * Each turn has a file of its own, for the ledger of the line. It is there before the file of the sale names its version,
 * and the next turn is written only after that. So whoever reads a version finds all turns up to it.
 */

export type SaleFiles = Pick<FilesByPath, 'readTagged' | 'writeIf'>;

/** Two people at two levers, and a counter: each write may find the file moved by another. */
const tries = 10;

/** Publishes again what was cut short. */
export function salesPublisher(files: SaleFiles, store: Pick<HouseStore, 'levers'>) {
  return async (onSales: readonly string[]): Promise<void> => {
    for (const onSale of onSales) await publishSale(files, await store.levers(onSale, 'recent'));
  };
}

export async function publishSale(files: SaleFiles, levers: SaleLevers): Promise<void> {
  if (levers.version === 0) return;
  const path = published.sale(levers.onSale);
  for (let again = 0; again < tries; again++) {
    const found = await files.readTagged<SaleFile>(path);
    if (found && found.file.version >= levers.version) return;
    const turns = turnsToTell(levers, found?.file.version ?? 0);
    if (!(await Promise.all(turns.map((turn) => isTold(files, turn)))).every(Boolean)) continue;
    if ((await files.writeIf(path, saleFileOf(levers), cacheControl.board, found?.tag)).ok) return;
  }
  throw new Error(`The file of the sale ${levers.onSale} keeps moving: turn the lever again with the same key`);
}

/** False if somebody else writes it at this moment, and may die of it. */
async function isTold(files: SaleFiles, turn: SaleTurnFile): Promise<boolean> {
  const path = published.saleTurn(turn.onSale, turn.version);
  if ((await files.writeIf(path, turn, cacheControl.immutable, undefined)).ok) return true;
  return (await files.readTagged(path)) !== undefined;
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
