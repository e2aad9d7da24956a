import type { RollBank, RollTile } from '../../../contracts/roll.ts';
import { bankText, hashOfFile, tileText } from '../../../rules/roll.ts';
import type { LineFacts } from '../line/line-store.ts';
import type { Round } from '../line/progress.ts';
import { type Publisher, publishBank, publishTile } from '../line/published-lines.ts';
import { isFinal, type RollStore } from './roll-store.ts';
import type { RoundStore } from './round-store.ts';

/**
 * The pacemaker's reading of a round's roll. It counts who joined, and remembers the shards that never change any more.
 * Once all shards of a tile are final the tile is published; once all tiles of a bank are, the bank is published, and
 * kept in the table for a pacemaker that comes after. So while people wait in a lobby most of its roll is published
 * already, and at the doors only the shards that still had room are sealed.
 *
 *     shard final ──tile of them──▶ tile published ──bank of those──▶ bank published ──▶ bank kept
 *
 * A handler that ends leaves its shard part empty. One such shard would keep its whole bank open until the doors, and
 * each new pacemaker would read and publish that bank again. So a shard that nobody filled for half a minute is sealed
 * ahead, once all shards of its bank are given out. To a join it is as good as full.
 *
 * Final shards are the same for whoever reads them. So two pacemakers publish the same bytes.
 */
export interface ReadingDeps {
  readonly rolls: Pick<RollStore, 'readMany' | 'allocated' | 'seal' | 'sealAllocation'>;
  readonly rounds: Pick<RoundStore, 'banks' | 'keepBank'>;
  readonly files: Publisher;
}

/** Calls under way at a time. */
const atOnce = 32;

/** As many as one read takes. */
const shardsARead = 100;

/** After so many shards or files whoever seals may have to renew a lease; so many shards are read before they are published. */
const slice = 4096;

/**
 * Final shards whose marks wait in memory for the rest of their tile: some 30 MB of 40 marks each. Those of others are
 * read again when the tile is complete. One part-empty shard of a hundred holds back a quarter of all tiles of 32.
 */
const mostHeld = 4 * slice;

/** Milliseconds that a shard may stand still before it is sealed ahead of its round. */
const stillMs = 30_000;

export class RollReading {
  readonly #facts: Pick<LineFacts, 'onSale' | 'roll'>;
  readonly #round: Round;
  /** Marks by shard, of the shards that are final. */
  readonly #counts: number[] = [];
  /** Marks by shard, of those whose tile is not published; not of all of them (`mostHeld`). */
  readonly #marks = new Map<number, readonly string[]>();
  /** The hash of each published tile, of those whose bank is not kept. */
  readonly #tiles = new Map<number, string>();
  /** The hash of each bank that is kept. */
  readonly #banks = new Map<number, string>();
  /** How many stand on the shards that still have room. */
  #room = 0;
  /** The shards that still have room: how many stood there, and since when. Milliseconds since the epoch. */
  readonly #still = new Map<number, { readonly count: number; readonly since: number }>();
  #begun = false;
  #shards: number | undefined;

  constructor(facts: Pick<LineFacts, 'onSale' | 'roll'>, { round, shards }: Round) {
    this.#facts = facts;
    this.#round = { round, shards };
  }

  /** How many joined, as of the last reading. */
  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, this.#room);
  }

  /**
   * Reads what may have changed, and publishes what is final, a slice at a time: a pacemaker that comes late to a large
   * lobby never holds all of its marks.
   *
   * @param now Milliseconds since the epoch.
   */
  async read(deps: ReadingDeps, now: number): Promise<void> {
    await this.#begin(deps);
    const shards = await deps.rolls.allocated(this.#key);
    const open = upTo(shards).filter((shard) => this.#counts[shard] === undefined);
    let room = 0;
    for (let from = 0; from < open.length || from === 0; from += slice) {
      room += await this.#readSome(deps, open.slice(from, from + slice), now);
      this.#room = room;
      await this.#publish(deps, shards, false);
      this.#forget();
    }
    await this.#sealStill(deps, shards, now);
  }

  /** How many stand on those of them that still have room. */
  async #readSome({ rolls }: ReadingDeps, open: readonly number[], now: number): Promise<number> {
    const { onSale, roll } = this.#facts;
    const batches = upTo(Math.ceil(open.length / shardsARead)).map((at) =>
      open.slice(at * shardsARead, (at + 1) * shardsARead),
    );
    let room = 0;
    await inWaves(batches, async (batch) => {
      const found = await rolls.readMany(onSale, this.#round.round, batch);
      for (const [at, shard] of found.entries()) {
        const number = batch[at] as number;
        if (isFinal(shard, roll.cap)) this.#isFinal(number, shard.marks);
        else {
          room += shard.marks.length;
          if (this.#still.get(number)?.count !== shard.marks.length)
            this.#still.set(number, { count: shard.marks.length, since: now });
        }
      }
    });
    return room;
  }

  /** Only in banks that are given out as a whole: a lobby of some thousands is sealed at its doors, as ever. */
  async #sealStill(deps: ReadingDeps, shards: number, now: number): Promise<void> {
    const { onSale, roll } = this.#facts;
    const whole = Math.floor(shards / roll.bank) * roll.bank;
    const still = [...this.#still].filter(([shard, { since }]) => shard < whole && now - since >= stillMs);
    if (still.length === 0) return;
    await inWaves(still.slice(0, slice), async ([shard, { count }]) => {
      this.#isFinal(shard, await deps.rolls.seal({ onSale, round: this.#round.round, shard }));
      this.#room -= count;
    });
    await this.#publish(deps, shards, false);
  }

  /**
   * Seals the round and publishes the rest of its roll, a slice at a time. The answer is undefined while there is more
   * to do, so that the caller can renew its lease.
   */
  async seal(deps: ReadingDeps): Promise<Sealed | undefined> {
    await this.#begin(deps);
    const { onSale } = this.#facts;
    this.#shards ??= await deps.rolls.sealAllocation(this.#key);
    const shards = this.#shards;
    const open = upTo(shards).filter((shard) => this.#counts[shard] === undefined);
    await inWaves(open.slice(0, slice), async (shard) => {
      this.#isFinal(shard, await deps.rolls.seal({ onSale, round: this.#round.round, shard }));
    });
    this.#room = 0;
    const done = open.length <= slice && (await this.#publish(deps, shards, true));
    this.#forget();
    if (!done) return undefined;
    return { shards, size: this.count, banks: upTo(this.#banks.size).map((bank) => this.#banks.get(bank) ?? '') };
  }

  /** What a pacemaker before this one has kept. */
  async #begin({ rounds }: ReadingDeps): Promise<void> {
    if (this.#begun) return;
    for (const bank of await rounds.banks(this.#facts.onSale, this.#round.round)) {
      for (const [at, count] of bank.counts.entries()) this.#counts[bank.bank * this.#facts.roll.bank + at] = count;
      this.#banks.set(bank.bank, hashOfFile(bankText(bank)));
    }
    this.#begun = true;
  }

  #isFinal(shard: number, marks: readonly string[]): void {
    this.#counts[shard] = marks.length;
    this.#marks.set(shard, marks);
    this.#still.delete(shard);
  }

  /** The marks that were read first. */
  #forget(): void {
    for (const shard of this.#marks.keys()) {
      if (this.#marks.size <= mostHeld) return;
      this.#marks.delete(shard);
    }
  }

  /** `all`: the last tile and the last bank are what they are. Whether everything of the roll is published then. */
  async #publish(deps: ReadingDeps, shards: number, all: boolean): Promise<boolean> {
    const { tile, bank } = this.#facts.roll;
    const isReady = (from: number, to: number) =>
      (all || to <= shards) && upTo(Math.min(to, shards) - from).every((at) => this.#counts[from + at] !== undefined);
    const isKept = (one: number) => this.#banks.has(Math.floor((one * tile) / bank));
    const ready = upTo(Math.ceil(shards / tile)).filter(
      (one) => !isKept(one) && !this.#tiles.has(one) && isReady(one * tile, (one + 1) * tile),
    );
    await inWaves(ready.slice(0, slice), (one) => this.#publishTile(deps, one, Math.min((one + 1) * tile, shards)));
    const banks = upTo(Math.ceil(shards / bank)).filter((one) => !this.#banks.has(one));
    const tilesOf = (one: number) => {
      const end = Math.min((one + 1) * bank, shards);
      return upTo(Math.ceil((end - one * bank) / tile)).map((at) => this.#tiles.get((one * bank) / tile + at));
    };
    const whole = banks.filter((one) => (all || (one + 1) * bank <= shards) && !tilesOf(one).includes(undefined));
    await inWaves(whole, (one) =>
      this.#publishBank(deps, one, Math.min((one + 1) * bank, shards), tilesOf(one) as string[]),
    );
    return this.#banks.size === Math.ceil(shards / bank);
  }

  async #publishTile(deps: ReadingDeps, tile: number, end: number): Promise<void> {
    const { onSale, roll } = this.#facts;
    const first = tile * roll.tile;
    const shards = await this.#marksOf(
      deps,
      upTo(end - first).map((at) => first + at),
    );
    // The next look will do.
    if (!shards) return;
    const file: RollTile = { v: 2, onSale, round: this.#round.round, tile, shards };
    await publishTile(deps.files, file);
    this.#tiles.set(tile, hashOfFile(tileText(file)));
    for (let shard = first; shard < end; shard += 1) this.#marks.delete(shard);
  }

  /** Of final shards. Undefined if one that was forgotten was read by a copy of the table that is behind. */
  async #marksOf({ rolls }: ReadingDeps, shards: readonly number[]): Promise<RollTile['shards'] | undefined> {
    const forgotten = shards.filter((shard) => !this.#marks.has(shard));
    const found = forgotten.length > 0 ? await rolls.readMany(this.#facts.onSale, this.#round.round, forgotten) : [];
    const again = new Map(forgotten.map((shard, at) => [shard, found[at]?.marks ?? []] as const));
    const all = shards.map((shard) => this.#marks.get(shard) ?? again.get(shard) ?? []);
    return shards.every((shard, at) => all[at]?.length === this.#counts[shard]) ? all : undefined;
  }

  async #publishBank({ files, rounds }: ReadingDeps, bank: number, end: number, tiles: string[]): Promise<void> {
    const { onSale, roll } = this.#facts;
    const counts = this.#counts.slice(bank * roll.bank, end);
    const file: RollBank = { v: 2, onSale, round: this.#round.round, bank, counts, tiles };
    await publishBank(files, file);
    // Kept second: whoever finds it kept need not publish it again.
    await rounds.keepBank(file);
    this.#banks.set(bank, hashOfFile(bankText(file)));
    for (const at of tiles.keys()) this.#tiles.delete((bank * roll.bank) / roll.tile + at);
  }

  get #key() {
    return { onSale: this.#facts.onSale, round: this.#round.round, offered: this.#round.shards };
  }
}

/** The roll of a round that takes no more joins. */
export interface Sealed {
  readonly shards: number;
  readonly size: number;
  /** The hash of each bank. */
  readonly banks: readonly string[];
}

const upTo = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, at) => at);

/** Does so many at a time; if one fails, the rest of its wave still ends first. */
export async function inWaves<Of>(all: readonly Of[], act: (of: Of) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    const wave = await Promise.allSettled(all.slice(from, from + atOnce).map(act));
    const failed = wave.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }
}
