import { published } from '../../../contracts/paths.ts';
import type { SaleFile, SaleTurnFile } from '../../../contracts/sale-levers.ts';
import type { LineRecord, LineStore, NotedAct } from './line-store.ts';

/*
 * Levers of the sale are seating's, and the ledger is the line's. Seating publishes each turn under its number; the
 * pacemaker notes those on the line that it has not noted yet, in their order, in one write with how far it came. So
 * each is noted once, however often the files are read, and by whichever pacemaker.
 *
 *     turned ──seating──▶ published ──pacemaker, with its next tick──▶ noted ──▶ ledger
 *
 * They are noted before they are entered, as every other act: an entry that is put follows from what stands on the line.
 * Were they entered straight from the files, a pacemaker that died after the put would leave an entry behind, and the
 * next one might have another act to enter first.
 */

/** A turn may name hundreds of performances, and the item of a line has its bounds; the rest comes a tick later. */
const mostAtOnce = 4;

export interface NoteSaleDeps {
  readonly lines: Pick<LineStore, 'write'>;
  readonly files: { read<File>(path: string): Promise<File | undefined> };
}

/** Undefined if the line moved on meanwhile. */
export async function noteSale(
  { lines, files }: NoteSaleDeps,
  line: LineRecord,
  now: number,
): Promise<LineRecord | undefined> {
  const { onSale } = line.facts;
  const noted = line.progress.sale ?? 0;
  const version = (await files.read<SaleFile>(published.sale(onSale)))?.version ?? 0;
  if (version <= noted) return line;
  const upTo = Math.min(version, noted + mostAtOnce);
  const numbers = Array.from({ length: upTo - noted }, (_, at) => noted + 1 + at);
  const turns = await Promise.all(numbers.map((n) => files.read<SaleTurnFile>(published.saleTurn(onSale, n))));
  // A turn is published before its number is: one that is missing was made before turns were published, without a role.
  const acts = turns.flatMap((turn) => (turn ? [actOf(turn, now)] : []));
  return lines.write(line, { acts: [...line.acts, ...acts], progress: { ...line.progress, sale: upTo } });
}

/**
 * Noted at this moment, and turned at the one in its detail: a ledger's times never run back by more than a minute, and
 * a turn may be published late.
 */
const actOf = ({ act, role, reason, detail }: SaleTurnFile, now: number): NotedAct => ({
  notedAt: now,
  act,
  role,
  reason,
  detail,
});
