/**
 * How a table was at a moment of the past. Before each write its old image is kept with the time of the write: the item as
 * it was, or nothing where it was not there. An item that was written since the moment is as its first old image since then
 * says; every other is as it is now.
 *
 *     12:00:01 put a=1      12:00:02 put a=2      12:00:03 delete a        now: no a
 *       (was nothing)          (was a=1)             (was a=2)
 *                    └─ the moment: its first old image since is a=1
 */

export interface OldImage {
  readonly at: number;
  /** Tells apart what was written in one millisecond. */
  readonly sequence: number;
  readonly table: string;
  readonly item: string;
}

/** No key of the engine begins so, and one follows another in the order of time. */
const prefix = '!past!';
const timeDigits = 15;
const sequenceDigits = 9;

const timeText = (at: number): string => String(at).padStart(timeDigits, '0');

export const keptKey = ({ at, sequence, table, item }: OldImage): string =>
  `${prefix}${timeText(at)}~${String(sequence).padStart(sequenceDigits, '0')}~${table}~${item}`;

/** The bounds of all that was kept after the moment. */
export const keptSince = (at: number): { readonly gte: string; readonly lt: string } => ({
  gte: `${prefix}${timeText(at + 1)}`,
  lt: `${prefix}~`,
});

export const keptBounds = keptSince(-1);

/** Names of tables have no `~` in them; keys of items may. */
export const readKeptKey = (key: string): OldImage => {
  const [at = '', sequence = '', table = '', ...item] = key.slice(prefix.length).split('~');
  return { at: Number(at), sequence: Number(sequence), table, item: item.join('~') };
};

/** By the item: its image at the moment, of those that were written since. Nothing is the empty text. */
export class Images {
  readonly images = new Map<string, string>();

  /** Takes old images in the order of time. */
  add(item: string, old: string): void {
    if (!this.images.has(item)) this.images.set(item, old);
  }

  /** The items that were there at the moment, of those that were written since. */
  *there(): Generator<readonly [item: string, image: string]> {
    for (const [item, image] of this.images) if (image !== '') yield [item, image];
  }
}

const dayMs = 24 * 3_600_000;
export const longestDays = 35;

/** The first moment that can be restored. @param since recovery is on. @param lostAt of the newest old image that is gone. */
export const earliestOf = (now: number, since: number, days: number, lostAt: number): number =>
  Math.max(since, lostAt, now - days * dayMs);
