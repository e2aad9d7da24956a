import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import * as independent from '@chainsafe/swap-or-not-shuffle';
import { expect } from '@jest/globals';
import type { DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { RollBank, RollCommitment, RollTile } from '../../../contracts/roll.ts';
import { afterEndMs } from '../../../lambdas/waiting-room/line/shoppers-store.ts';
import { turnDials } from '../../../lambdas/waiting-room/line/turn-dials.ts';
import { twins } from '../../../simulation/stage/stores.ts';
import { Killed } from '../../interrupted.ts';
import fc from '../../properties.ts';
import {
  anOpening,
  asScript,
  asVisitor,
  aVoucher,
  faulty,
  joined,
  keys,
  onSale,
  opensAt,
  SmallStage,
} from './small-stage.ts';

/*
 * Invariants W1 to W6 over made-up histories. Fans join (some by script), claim (some with a voucher), extend and leave
 * from two devices. Staff judge places, two pacemakers tick, dials turn and clocks move. fast-check's scheduler
 * interleaves everything at every await, and any of it may be killed at any await. The invariants are checked after
 * every step on the things that a stranger and an auditor can see: receipts, published files, tables.
 */

const fans = 5;
const shopping = 2;

/** API handlers are killed at their time-out; the pacemaker may hang for longer. */
const timeoutMs = 10_000;

const act = fc.record({
  kind: fc.oneof(
    ...(['join', 'claim', 'claim', 'come-back', 'extend', 'leave', 'judge', 'tick', 'tick'] as const).map((kind) =>
      fc.constant(kind),
    ),
  ),
  /** The number of the fan, or of the pacemaker. */
  who: fc.nat(fans - 1),
  judgement: fc.constantFrom('slow', 'remove', 'restore'),
  /** How a join looks. */
  scripted: fc.boolean(),
  /** A second device does the same at the same time. */
  twice: fc.boolean(),
  /** Killed at this chance, if it comes that far. */
  killAt: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined, freq: 3 }),
});
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Acts that begin together, how far everything under way gets meanwhile, then time that passes. */
const step = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 4 }),
  awaits: fc.oneof(fc.nat(30), fc.constant(1000)),
  seconds: fc.oneof({ weight: 5, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.integer({ min: 20, max: 90 }) }),
  paused: fc.option(fc.boolean(), { nil: undefined, freq: 8 }),
});
const history = fc.record({
  /** Fans who are there when the doors open. */
  lobby: fc.nat(fans),
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
});

class History {
  readonly stores = twins();
  readonly files = new Map<string, unknown>();
  readonly receipts = new Map<number, string>();
  readonly positions = new Map<string, number>();
  readonly sheets = new Map<string, string>();
  /** Every act ends in here, killed or not. */
  readonly underWay: Promise<void>[] = [];
  /** Never interrupted. */
  readonly calm: SmallStage;
  /** Handlers that wait at every await until the scheduler lets them go on, and may be killed there. */
  readonly #stage: SmallStage;
  readonly #life = new AsyncLocalStorage<{ chances: number; readonly killAt: number; readonly diesAt: number }>();

  #progress = { drawn: 0, drawnRounds: 0, calledUpTo: 0 };

  constructor(scheduler: fc.Scheduler) {
    this.calm = new SmallStage(this.stores, this.files);
    const fault = async () => {
      const life = this.#life.getStore();
      await scheduler.schedule(Promise.resolve());
      if (!life) throw new Error('This call belongs to no act');
      life.chances += 1;
      if (life.chances === life.killAt || this.calm.now >= life.diesAt) throw new Killed();
    };
    this.#stage = new SmallStage(faulty(this.stores, fault), this.files);
  }

  async open(lobby: number): Promise<void> {
    const dials = { shopping, perMinute: 60, paused: false, passMinutes: 1, claimMinutes: 1 };
    await this.calm.open(anOpening({ audience: 1, dials }));
    this.calm.now = opensAt - 3000;
    for (let fan = 0; fan < lobby; fan += 1) this.#sameReceipt(fan, joined(await this.calm.join(fan)).receipt);
    if (lobby > 0) {
      this.calm.now = opensAt;
      await this.calm.tick('pacemaker-0');
    }
  }

  begin({ twice, ...one }: Act): void {
    this.underWay.push(this.#act(one));
    if (twice) this.underWay.push(this.#act({ ...one, killAt: undefined }));
  }

  async #act({ killAt = 0, ...one }: Omit<Act, 'twice'>): Promise<void> {
    const diesAt = one.kind === 'tick' ? Number.POSITIVE_INFINITY : this.calm.now + timeoutMs;
    this.#stage.now = this.calm.now;
    try {
      await this.#life.run({ chances: 0, killAt, diesAt }, () => this.#handle(one));
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.#stage.forget();
    }
  }

  async #handle({ kind, who, judgement, scripted }: Omit<Act, 'twice' | 'killAt'>): Promise<void> {
    const receipt = this.receipts.get(who);
    const { fan = '' } = (receipt && keys.receipts.open<Place>('r2', receipt)) || {};
    if (kind === 'tick') await this.#stage.tick(`pacemaker-${who % 2}`);
    else if (kind === 'claim') await this.#stage.claim(receipt);
    else if (kind === 'extend') await this.#stage.extend(receipt);
    else if (kind === 'leave') await this.#stage.leave(receipt);
    else if (kind === 'judge') await this.#stage.judge(fan, judgement);
    else if (kind === 'come-back') {
      const last = (await this.stores.fans.read(onSale, fan))?.pass?.number ?? 1;
      await this.#stage.claim(receipt, onSale, aVoucher(fan, `${last}`));
    } else {
      const traits = scripted ? asScript() : undefined;
      const outcome = await this.#stage.joinAs(asVisitor(who, this.#stage.now), onSale, traits);
      if (outcome.ok) this.#sameReceipt(who, outcome.joined.receipt);
    }
  }

  /** W1, W4: a fan who asks gets the receipt they had, whatever happens in between. */
  #sameReceipt(fan: number, receipt: string): void {
    expect(receipt).toBe(this.receipts.get(fan) ?? receipt);
    this.receipts.set(fan, receipt);
  }

  async check(): Promise<void> {
    // The line never goes back.
    const { progress } = await this.calm.line();
    for (const name of ['drawn', 'drawnRounds', 'calledUpTo'] as const) {
      expect(progress[name]).toBeGreaterThanOrEqual(this.#progress[name]);
    }
    this.#progress = progress;
    // A sheet or a part of a roll that was published never changes.
    for (const [path, file] of this.files) {
      if (!/\/(?:rounds|rolls)\//.test(path)) continue;
      const sheet = JSON.stringify(file);
      expect(sheet).toBe(this.sheets.get(path) ?? sheet);
      this.sheets.set(path, sheet);
    }
    const placed: { place: Place; position: number }[] = [];
    for (const receipt of this.receipts.values()) {
      const position = recompute(this.files, receipt);
      if (position === undefined) continue;
      // W1: a place never changes position.
      expect(position).toBe(this.positions.get(receipt) ?? position);
      this.positions.set(receipt, position);
      placed.push({ place: keys.receipts.open<Place>('r2', receipt) as Place, position });
    }
    // W1: no two places share one.
    expect(new Set(placed.map(({ position }) => position)).size).toBe(placed.length);
    // W2: nobody of a later round is ahead of anybody of an earlier one.
    for (const one of placed) {
      for (const other of placed) {
        if (one.place.round < other.place.round) expect(one.position).toBeLessThan(other.position);
      }
    }
    // W3: passes that live, as the fans' own records have them.
    const now = this.calm.now;
    let living = 0;
    let vouchers = 0;
    for (const { place } of placed) {
      const pass = (await this.stores.fans.read(onSale, place.fan))?.pass;
      // However many devices asked: a pass is extended once.
      expect(pass?.extended ?? 0).toBeLessThanOrEqual(1);
      if (!pass || pass.expiresAt <= now || (pass.endedAt !== undefined && now >= pass.endedAt + afterEndMs)) continue;
      living += 1;
      if (pass.voucher) vouchers += 1;
    }
    const shoppers = await this.stores.shoppers.read(onSale, now);
    expect(living).toBeLessThanOrEqual(shoppers.inUse.size);
    expect(living).toBeLessThanOrEqual(shopping + vouchers);
  }
}

/** W5: the position that a stranger computes from the published files and one receipt, with somebody else's shuffle. */
function recompute(files: ReadonlyMap<string, unknown>, receipt: string): number | undefined {
  const line = files.get(published.line(onSale)) as LineFile;
  const place = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString()) as Place;
  const sheetOf = (round: number) => files.get(published.drawSheet(onSale, round, 0)) as DrawSheet | undefined;
  const sheet = sheetOf(place.round);
  if (!sheet) return undefined;
  let before: string = line.chain.anchor;
  let offset = 0;
  for (let round = 0; round <= place.round; round += 1) {
    const drawn = sheetOf(round);
    if (!drawn) throw new Error(`Round ${round} is not published, though a later one is`);
    expect(createHash('sha256').update(Buffer.from(drawn.seed, 'hex')).digest('hex')).toBe(before);
    expect(drawn.offset).toBe(offset);
    expect(drawn.counts.reduce((sum, count) => sum + count, 0)).toBe(drawn.size);
    before = drawn.seed;
    offset += drawn.size;
  }
  // The mark stands in the published roll where the receipt says: the commitment binds the bank, and that the tile.
  const layout = line.roll;
  const tile = Math.floor(place.shard / layout.tile);
  const [commitment, bank, marks] = [
    published.rollCommitment(onSale, place.round),
    published.rollBank(onSale, place.round, 0),
    published.rollTile(onSale, place.round, tile),
  ].map((path) => files.get(path)) as [RollCommitment, RollBank, RollTile];
  const hashOf = (file: unknown) => createHash('sha256').update(JSON.stringify(file)).digest('base64url');
  expect(commitment.banks).toEqual([hashOf(bank)]);
  expect(bank.tiles[tile]).toBe(hashOf(marks));
  expect(bank.counts).toEqual(sheet.counts);
  expect(marks.shards[place.shard % layout.tile]?.[place.index]).toBe(place.mark);
  const index = sheet.counts.slice(0, place.shard).reduce((sum, count) => sum + count, place.index);
  expect(place.index).toBeLessThan(sheet.counts[place.shard] ?? 0);
  const shuffle = new independent.ComputeShuffledIndex(Buffer.from(sheet.seed, 'hex'), sheet.size, 90);
  return sheet.offset + 1 + shuffle.get(index);
}

/** Plays so many random histories, of which none may breach an invariant. */
export async function invariantsHold(histories: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), history, async (scheduler, { lobby, steps }) => {
      const made = new History(scheduler);
      await made.open(lobby);
      for (const { acts, awaits, seconds, paused } of steps) {
        for (const one of acts) made.begin(one);
        for (let left = awaits; left > 0 && scheduler.count() > 0; left -= 1) await scheduler.waitOne();
        await made.check();
        if (paused !== undefined) await turnDials(made.stores, { onSale, dials: { paused } }, made.calm.now);
        made.calm.now += seconds * 1000;
        await made.check();
      }
      await scheduler.waitFor(Promise.all(made.underWay));
      await made.check();
      for (const receipt of made.receipts.values()) {
        await made.calm.judge(keys.receipts.open<Place>('r2', receipt)?.fan ?? '', 'restore');
      }

      // W6: nobody comes any more. Everyone who joined is called, and may then claim.
      await turnDials(made.stores, { onSale, dials: { paused: false } }, made.calm.now);
      const end = Math.max(made.calm.now, opensAt) + 2000 * 1000;
      while (made.calm.now < end) {
        made.calm.now += 20_000;
        await made.calm.tick('last');
      }
      await made.check();
      const { progress } = await made.calm.line();
      expect(progress.calledUpTo).toBe(progress.drawn);
      for (const [fan, receipt] of made.receipts) {
        expect(joined(await made.calm.join(fan)).receipt).toBe(receipt);
        const claim = await made.calm.claimLate(receipt);
        expect(claim).toMatchObject({ ok: true });
        await made.calm.leave(receipt);
        await made.calm.run(made.calm.now + 35_000);
      }
      await made.check();
    }),
    { numRuns: histories },
  );
}
