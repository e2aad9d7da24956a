/**
 * Keeps the old image of each item that is written, in the database of the engine and in one batch with the write, so that
 * neither is there without the other. The oldest go when all are larger than a bound.
 */
import type { Store } from 'dynalite/db/index.js';
import { Images, keptBounds, keptKey, keptSince, readKeptKey } from './past.ts';

/** Images are copied as they lie there, and read by nobody until a restore. */
const raw = { valueEncoding: 'buffer' } as const;
const nothing = Buffer.alloc(0);
const lostKey = '!past-lost';
const itemPrefix = 'item-';

/** Of all old images. */
export const usualMostBytes = 256 * 1024 * 1024;
/** When there are too many, so much of them stays. */
const share = 0.75;

export type Snapshot = ReturnType<Store['db']['snapshot']>;

export class WrittenBefore {
  readonly #db: Store['db'];
  readonly #track: (work: Promise<void>) => Promise<void>;
  readonly #now: () => number;
  readonly #isKept: (table: string) => boolean;
  readonly #mostBytes: number;
  #bytes = 0;
  #lastAt = 0;
  #sequence = 0;
  #lostAt = 0;
  #trimming: Promise<void> | undefined;

  /** @param isKept whether the old images of that table are wanted. */
  constructor(
    { db, lifecycleManager }: Store,
    now: () => number,
    isKept: (table: string) => boolean,
    mostBytes = usualMostBytes,
  ) {
    this.#db = db;
    this.#track = lifecycleManager.trackOperation;
    this.#now = now;
    this.#isKept = isKept;
    this.#mostBytes = mostBytes;
  }

  /** The time of the newest old image that is gone; what was until then cannot be restored. */
  get lostAt(): number {
    return this.#lostAt;
  }

  /** The time as writes have it: it never goes back, whatever the clock does. */
  now(): number {
    this.#lastAt = Math.max(this.#lastAt, this.#now());
    return this.#lastAt;
  }

  /** Looks at what an earlier run kept, and keeps from now on. */
  async open(): Promise<void> {
    for await (const [key, old] of this.#db.iterator<Buffer>({ ...keptBounds, ...raw })) {
      this.#bytes += old.length;
      // A new run numbers anew, so it begins in another millisecond.
      this.#lastAt = readKeptKey(key).at + 1;
    }
    this.#lostAt = ((await this.#db.get(lostKey)) as number | undefined) ?? 0;
    this.#db.hooks.prewrite.add((write, batch) => {
      const key = String(write.key);
      if (!key.startsWith(itemPrefix)) return;
      const table = key.slice(itemPrefix.length, key.indexOf('~'));
      if (!this.#isKept(table)) return;
      const old = this.#db.getSync(key, raw) ?? nothing;
      this.#sequence += 1;
      const item = key.slice(itemPrefix.length + table.length + 1);
      const kept = keptKey({ at: this.now(), sequence: this.#sequence, table, item });
      batch.add({ type: 'put', key: kept, value: old, ...raw });
      this.#bytes += old.length;
      if (this.#bytes > this.#mostBytes) this.#trimming ??= this.#track(this.#trim());
    });
  }

  /** The images at that moment, of the items of the table that were written since. */
  async imagesAt(table: string, at: number, snapshot: Snapshot): Promise<Images> {
    const images = new Images();
    for await (const [key, old] of this.#db.iterator<string>({
      ...keptSince(at),
      valueEncoding: 'utf8',
      snapshot,
    })) {
      const kept = readKeptKey(key);
      if (kept.table === table) images.add(kept.item, old);
    }
    return images;
  }

  async #trim(): Promise<void> {
    let last: string | undefined;
    for await (const [key, old] of this.#db.iterator<Buffer>({ ...keptBounds, ...raw })) {
      last = key;
      this.#bytes -= old.length;
      if (this.#bytes <= this.#mostBytes * share) break;
    }
    if (last !== undefined) {
      this.#lostAt = readKeptKey(last).at;
      await this.#db.put(lostKey, this.#lostAt);
      await this.#db.clear({ gte: keptBounds.gte, lte: last });
    }
    this.#trimming = undefined;
  }
}
