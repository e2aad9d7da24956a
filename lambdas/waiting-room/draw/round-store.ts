import type { DrawSheet } from '../../../contracts/line.ts';

/** The record of a drawn round: its draw sheet. Once written it never changes. */
export type DrawnRound = DrawSheet;

export interface RoundStore {
  /** Counts one more fan in a shard; returns how many stood there before, or `closed`. */
  count(onSale: string, round: number, shard: number): Promise<number | 'closed'>;
  /** Lets nobody more into a shard; returns its final count, the same however often it is closed. */
  close(onSale: string, round: number, shard: number): Promise<number>;
  /** Counts by shard, as of now or of a moment ago. */
  counts(onSale: string, round: number, shards: number): Promise<readonly number[]>;
  /** Puts the draw of a round if there is none; returns the one that stands. */
  draw(drawn: DrawnRound): Promise<DrawnRound>;
  drawn(onSale: string, round: number): Promise<DrawnRound | undefined>;
}
