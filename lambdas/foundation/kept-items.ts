/*
 * Items of a twin, by key, with what stood there before. A table answers a read that need not be of the latest from any
 * of its copies, and each copy of each item may be behind the others. An index is always such a copy. So a twin asks for
 * `recent` wherever its store does, and whoever makes the twin says how far behind the answers are.
 */

/** How far behind reads are that need not be of the latest. */
export interface Behind {
  /** Milliseconds since the epoch. */
  clock(): number;
  /** Milliseconds, of the next item that is read so; asked for each. */
  ofItem(): number;
  /** Milliseconds, of the next item that is read from an index; asked for each. */
  ofIndex(): number;
}

/** Every read is of the latest. */
export const neverBehind: Behind = { clock: () => 0, ofItem: () => 0, ofIndex: () => 0 };

/** The most that any read is behind; what was older is forgotten. */
export const mostBehindMs = 30_000;

interface Stood<Value> {
  readonly value: Value;
  readonly since: number;
}

/** Values are never changed, but put anew. */
export class KeptItems<Value> {
  readonly #behind: Behind;
  /** The newest last. */
  readonly #items = new Map<string, readonly Stood<Value>[]>();

  constructor(behind: Behind) {
    this.#behind = behind;
  }

  get(key: string): Value | undefined {
    return this.#items.get(key)?.at(-1)?.value;
  }

  has(key: string): boolean {
    return this.#items.has(key);
  }

  set(key: string, value: Value): void {
    const since = this.#behind.clock();
    const before = this.#items.get(key) ?? [];
    const known = before.findLastIndex((one) => one.since <= since - mostBehindMs);
    const kept = this.#behind === neverBehind ? [] : before.slice(Math.max(0, known));
    this.#items.set(key, [...kept, { value, since }]);
  }

  /** As a read may see it that need not be of the latest. */
  recent(key: string): Value | undefined {
    return this.#at(this.#items.get(key), this.#behind.ofItem());
  }

  /** Of an item that never changes: a read that finds nothing is repeated, and that one must be of the latest. */
  lasting(key: string): Value | undefined {
    return this.recent(key) ?? this.get(key);
  }

  /** All of them, as an index may have them. */
  indexed(): readonly Value[] {
    return this.#all(() => this.#behind.ofIndex());
  }

  /** All of them, as a query may see them that need not be of the latest. */
  recents(): readonly Value[] {
    return this.#all(() => this.#behind.ofItem());
  }

  values(): readonly Value[] {
    return this.#all(() => 0);
  }

  #all(behindMs: () => number): readonly Value[] {
    return [...this.#items.values()].flatMap((stood) => {
      const found = this.#at(stood, behindMs());
      return found === undefined ? [] : [found];
    });
  }

  #at(stood: readonly Stood<Value>[] | undefined, behindMs: number): Value | undefined {
    if (behindMs === 0) return stood?.at(-1)?.value;
    const moment = this.#behind.clock() - behindMs;
    return stood?.findLast(({ since }) => since <= moment)?.value;
  }
}
