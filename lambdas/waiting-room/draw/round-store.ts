import type { DrawSheet } from '../../../contracts/line.ts';
import type { RollBank, RollCommitment } from '../../../contracts/roll.ts';

/** The draw of a round: its sheets, but for what differs from bank to bank. Once written it never changes. */
export interface Draw extends Omit<DrawSheet, 'bank' | 'counts' | 'before'> {
  /** Marks on each bank. */
  readonly sizes: readonly number[];
}

/** What is fixed of each round: the banks of its roll, its commitment, its draw. */
export interface RoundStore {
  /** Keeps a bank whose shards are all final. It is kept after it was published. */
  keepBank(bank: RollBank): Promise<void>;
  /** The banks that are kept, in order; some may be missing. */
  banks(onSale: string, round: number): Promise<readonly RollBank[]>;
  /** Puts the commitment of a round if there is none; returns the one that stands. */
  commit(commitment: RollCommitment): Promise<RollCommitment>;
  committed(onSale: string, round: number): Promise<RollCommitment | undefined>;
  /** Puts the draw of a round if there is none; returns the one that stands. */
  draw(draw: Draw): Promise<Draw>;
  /** The sheet of one bank; undefined while the round is not drawn. */
  sheet(onSale: string, round: number, bank: number): Promise<DrawSheet | undefined>;
}

/** In one order of fields, so that a published sheet has the same bytes whoever writes it. */
export function sheetOf(draw: Draw, { bank, counts }: Pick<RollBank, 'bank' | 'counts'>): DrawSheet {
  const { onSale, round, closedAt, drawnAt, sizes, size, offset, seed, beacon } = draw;
  const before = sizes.slice(0, bank).reduce((sum, one) => sum + one, 0);
  return {
    v: 2,
    ...{ onSale, round, bank, closedAt, drawnAt, counts, before, size, offset, seed },
    ...(beacon && { beacon: beaconOf(beacon) }),
  };
}

function beaconOf(beacon: NonNullable<DrawSheet['beacon']>): NonNullable<DrawSheet['beacon']> {
  if ('unproved' in beacon) return { unproved: beacon.unproved };
  const { round, randomness, signature } = beacon;
  return { round, randomness, signature };
}
