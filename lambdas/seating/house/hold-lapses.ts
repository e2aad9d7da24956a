import type { HoldRecord, SectionState } from './section-codec.ts';

/**
 * A hold lapses at its time by itself: nothing is written, and no clean-up runs. Every reader and every decision asks
 * here whether a record still counts.
 *
 *     held ──lapsesAt──▶ lapsed (free to the next decision)        sold: for ever
 */

/** A byte a seat: 0 is free at this time. */
export function takenSeats({ seats, blocked, records }: SectionState, now: number): Uint8Array {
  const taken = new Uint8Array(seats);
  for (const seat of blocked) taken[seat] = 1;
  for (const record of records) if (isLive(record, now)) for (const seat of record.seats) taken[seat] = 1;
  return taken;
}

/** `now` in milliseconds since the epoch. */
export function isLive({ lapsesAt }: Pick<HoldRecord, 'lapsesAt'>, now: number): boolean {
  return now < lapsesAt;
}

/** Whether the parts found are the whole hold, and all of them held or sold until one time. */
export function isWhole(parts: ReadonlyMap<string, HoldRecord>): boolean {
  const [first, ...others] = [...parts.values()];
  return hasAll(parts) && others.every(({ lapsesAt }) => lapsesAt === first?.lapsesAt);
}

/** Whether all seats of the hold are there, to whatever time. */
export function hasAll(parts: ReadonlyMap<string, HoldRecord>): boolean {
  const records = [...parts.values()];
  const found = records.reduce((sum, { seats }) => sum + seats.length, 0);
  return found > 0 && records.every(({ total }) => total === found);
}
