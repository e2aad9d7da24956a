/*
 * The memory of a warm handler for looked-up values. A value serves until it is too old, and of all values the ones
 * that were last asked for are kept. A caller whose key is just being looked up waits for that answer. A look that
 * failed is not remembered, and that there was nothing only for as long as the caller says.
 *
 *   nothing ─look─▶ under way ─▶ known ──too old, or the oldest of too many──▶ nothing
 *      ▲                │ failed, or not found
 *      └────────────────┘
 *
 * lru-cache does most of this, by a clock of its own. Here time is an argument, so that the simulation's clock rules.
 * The allocator's memory of houses is another thing, which is right or wrong by versions: see house-memory.ts.
 */

export interface Freshness {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly ageMs: number;
  /** How long it is remembered that there was nothing. Not at all if left out. */
  readonly absentMs?: number;
}

/** Of what never changes. */
const forEver: Freshness = { now: 0, ageMs: Number.POSITIVE_INFINITY };

export class Memory<Value> {
  readonly #most: number;
  /** The one that was asked for longest ago stands first. */
  readonly #known = new Map<string, { readonly value: Value | undefined; readonly learnedAt: number }>();
  readonly #underWay = new Map<string, Promise<Value | undefined>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Gives the remembered value, if it is young enough; else the result of the look. */
  async recall<Found extends Value | undefined>(
    key: string,
    look: () => Promise<Found>,
    { now, ageMs, absentMs = 0 }: Freshness = forEver,
  ): Promise<Found> {
    const known = this.#known.get(key);
    const oldest = known?.value === undefined ? Math.min(absentMs, ageMs) : ageMs;
    if (known && now >= known.learnedAt && now - known.learnedAt < oldest) {
      this.#put(key, known);
      return known.value as Found;
    }
    return (await (this.#underWay.get(key) ?? this.#look(key, look, now))) as Found;
  }

  /** Remembers what was found by other ways. */
  keep(key: string, value: Value, now: number): void {
    this.#put(key, { value, learnedAt: now });
  }

  forget(key: string): void {
    this.#known.delete(key);
    this.#underWay.delete(key);
  }

  async #look<Found extends Value | undefined>(key: string, look: () => Promise<Found>, now: number): Promise<Found> {
    const looking = Promise.resolve().then(look);
    this.#underWay.set(key, looking);
    const isAwaited = () => this.#underWay.get(key) === looking;
    try {
      const value = await looking;
      // Forgotten while it was under way: it may be what was to be forgotten.
      if (isAwaited()) this.#put(key, { value, learnedAt: now });
      return value;
    } finally {
      if (isAwaited()) this.#underWay.delete(key);
    }
  }

  #put(key: string, known: { readonly value: Value | undefined; readonly learnedAt: number }): void {
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** A look-up whose answers never change. A found answer is not looked up again, for the last `most` keys. */
export function remembered<Value>(
  most: number,
  look: (key: string) => Promise<Value | undefined>,
): (key: string) => Promise<Value | undefined> {
  const memory = new Memory<Value>(most);
  return (key) => memory.recall(key, () => look(key));
}
