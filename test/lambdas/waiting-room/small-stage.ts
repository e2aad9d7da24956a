import type { DrawSheet, LineFile, Place } from '../../../contracts/line.ts';
import type { LineOpening } from '../../../contracts/line-operation.ts';
import type { Pass, Voucher } from '../../../contracts/pass.ts';
import { published } from '../../../contracts/paths.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { fixedKeys } from '../../../lambdas/foundation/keys.ts';
import { makeSigned, readSigned } from '../../../lambdas/foundation/signing.ts';
import { rememberRounds } from '../../../lambdas/waiting-room/draw/remembered-rounds.ts';
import { type JoinOutcome, joinLine } from '../../../lambdas/waiting-room/entry/join-line.ts';
import { OwnShards } from '../../../lambdas/waiting-room/entry/own-shards.ts';
import { challengeFor } from '../../../lambdas/waiting-room/entry/proof-of-work.ts';
import { gatekeeper } from '../../../lambdas/waiting-room/entry/slow-suspects.ts';
import { solveWork } from '../../../lambdas/waiting-room/entry/solve-work.ts';
import { type Traits, traitsOf } from '../../../lambdas/waiting-room/entry/suspicion.ts';
import { lineKeys } from '../../../lambdas/waiting-room/line/line-keys.ts';
import { rememberMarks } from '../../../lambdas/waiting-room/line/marks.ts';
import { rememberLines } from '../../../lambdas/waiting-room/line/remembered-lines.ts';
import { openLine } from '../../../lambdas/waiting-room/opening/open-line.ts';
import { type TickDeps, type TickMemory, tickLine } from '../../../lambdas/waiting-room/pace/tick-line.ts';
import { appealSlowerLane } from '../../../lambdas/waiting-room/place/appeal-slower-lane.ts';
import { judgePlace } from '../../../lambdas/waiting-room/place/judge-place.ts';
import { type LeaveOutcome, leaveLine } from '../../../lambdas/waiting-room/place/leave-line.ts';
import { takeOverPlace } from '../../../lambdas/waiting-room/place/take-over-place.ts';
import { tendDevices } from '../../../lambdas/waiting-room/place/tend-devices.ts';
import { type ClaimOutcome, claimPass } from '../../../lambdas/waiting-room/turn/claim-pass.ts';
import { type ExtendOutcome, extendPass } from '../../../lambdas/waiting-room/turn/extend-pass.ts';
import { positionOf } from '../../../rules/draw.ts';
import { bankOf } from '../../../rules/roll.ts';
import { type Stores, twins } from '../../../simulation/stage/stores.ts';
import { filesIn } from '../../files-in.ts';
import { beforeAndAfter, through } from '../../interrupted.ts';

/*
 * A whole waiting room with a clock that the test sets: the real use cases over any stores, files in a
 * map. After `forget` every handler is a cold one.
 */

/** What the waiting room keeps, of all that a stage keeps. */
export type LineStores = Pick<
  Stores,
  'lines' | 'rolls' | 'rounds' | 'marks' | 'fans' | 'shoppers' | 'ledger' | 'gate' | 'appeals' | 'handovers'
>;

export const opensAt = 1_800_000_000_000;
export const onSale = 'friends';
export const passKey = { id: 'a', secret: 'pass-secret' };
export const voucherKey = { id: 'a', secret: 'voucher-secret' };
const voucherKeys = fixedKeys([voucherKey]);

export const anOpening = (more: Partial<LineOpening> = {}): LineOpening => ({
  onSale,
  title: 'Friends of the theatre',
  opensAt,
  closesAt: opensAt + 60 * 60_000,
  entry: 'open',
  audience: 1000,
  dials: { shopping: 5, perMinute: 600, paused: false, passMinutes: 3, claimMinutes: 2 },
  ...more,
});

export const keys = lineKeys('line-secret');

/** A key for marks that is no secret. */
export const newMarkKey = () => new Uint8Array(32).fill(7);

/** The visitor id of a numbered fan. */
export const visitor = (fan: number) => `visitor-${fan}`.padEnd(22, '_');

/** A join of a visitor, whose proof of work was an easy one. */
export const asVisitor = (fan: number, now: number, line = onSale) => {
  const terms = { onSale: line, visitor: visitor(fan) };
  const work = solveWork(challengeFor(keys.work, terms, { effort: 1, salt: '0'.repeat(24), fraction: 0 }, now));
  return { entry: 'open', visitor: terms.visitor, work } as const;
};

/** Headers of a program that hides nothing, from one address. */
export const asScript = (address = '203.0.113.9'): Traits =>
  traitsOf({ 'x-forwarded-for': `${address}, 198.51.100.1`, 'user-agent': 'python-requests/2.32' });

/** Ordering gives this to a fan whose turn an error of ours spoilt. */
export function aVoucher(fan: string, pass: string, more: Partial<Voucher> = {}): string {
  const voucher: Voucher = { o: onSale, f: fan, i: pass, x: opensAt / 1000 + 3600, w: 'fault', ...more };
  return makeSigned('v1', voucherKey, voucher);
}

export class SmallStage {
  now = opensAt - 60_000;
  /** None sign for half a minute after all keys were dropped. */
  passKeys = fixedKeys([passKey]);
  readonly files: Map<string, unknown>;
  readonly stores: LineStores;
  /** The faults that the gatekeeper met. */
  readonly faults: unknown[] = [];
  readonly #memories = new Map<string, Map<string, TickMemory>>();
  #chance = 1;
  #lines;
  #rounds;
  #marks;
  #shards = new OwnShards();

  constructor(stores: LineStores = twins(), files = new Map<string, unknown>()) {
    this.stores = stores;
    this.files = files;
    this.#lines = rememberLines(stores.lines);
    this.#rounds = rememberRounds(stores.rounds);
    this.#marks = rememberMarks(stores.marks);
  }

  /** A chance for tests: even, and the same each time (a linear congruential generator). */
  readonly random = () => {
    this.#chance = (this.#chance * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.#chance / 2_147_483_648;
  };

  /** Every handler starts cold again. */
  forget(): void {
    this.#lines = rememberLines(this.stores.lines);
    this.#rounds = rememberRounds(this.stores.rounds);
    this.#marks = rememberMarks(this.stores.marks);
    this.#shards = new OwnShards();
    this.#memories.clear();
  }

  get publisher() {
    return filesIn(this.files);
  }

  open(opening = anOpening(), joinsASecond?: number) {
    const { lines, marks } = this.stores;
    return openLine({ lines, marks, files: this.publisher, keys, newMarkKey, joinsASecond }, opening, this.now);
  }

  join(fan: number): Promise<JoinOutcome | Refusal> {
    return this.joinAs(asVisitor(fan, this.now));
  }

  joinAs(
    request: Parameters<typeof joinLine>[1]['request'],
    line = onSale,
    traits?: Traits,
    receipt?: string,
  ): Promise<JoinOutcome | Refusal> {
    const { rolls, fans } = this.stores;
    const gate = gatekeeper({ ...this.stores, keys, onFault: (fault) => this.faults.push(fault) });
    const [marks, shards] = [this.#marks, this.#shards];
    const deps = { lines: this.#lines, rolls, fans, keys, marks, shards, random: this.random, gate };
    return joinLine(deps, { onSale: line, request, receipt, ...(traits && { traits }) }, this.now);
  }

  claim(receipt: string | undefined, line = onSale, voucher?: string): Promise<ClaimOutcome | Refusal> {
    const { rolls, fans, shoppers } = this.stores;
    const { passKeys } = this;
    const deps = { lines: this.#lines, rolls, rounds: this.#rounds, fans, shoppers, receipts: keys.receipts };
    return claimPass({ ...deps, passKeys, voucherKeys }, { onSale: line, receipt, voucher }, this.now);
  }

  extend(receipt: string | undefined, line = onSale): Promise<ExtendOutcome | Refusal> {
    const { fans, shoppers } = this.stores;
    const deps = { lines: this.#lines, rounds: this.#rounds, fans, shoppers, receipts: keys.receipts };
    return extendPass({ ...deps, passKeys: this.passKeys }, { onSale: line, receipt }, this.now);
  }

  appeal(receipt: string | undefined, message = 'I am a person', line = onSale) {
    const { fans, appeals } = this.stores;
    const deps = { lines: this.#lines, fans, appeals, receipts: keys.receipts };
    return appealSlowerLane(deps, { onSale: line, receipt, message }, this.now);
  }

  /** Claims, ticks and claims again: a fan without a kept slot asks, and the pacemaker gives it if there is one. */
  async claimLate(receipt: string | undefined): Promise<ClaimOutcome | Refusal> {
    await this.claim(receipt);
    // Long enough for a pacemaker that has to wait for another's lease.
    await this.run(this.now + 5000);
    return this.claim(receipt);
  }

  judge(fan: string, judgement: 'slow' | 'remove' | 'restore', line = onSale) {
    return judgePlace(
      { ...this.stores, marks: this.#marks },
      { onSale: line, fan, judgement, reason: 'looked at it' },
      this.now,
    );
  }

  leave(receipt: string | undefined, line = onSale): Promise<LeaveOutcome | Refusal> {
    const { fans, shoppers } = this.stores;
    const deps = { lines: this.#lines, rounds: this.#rounds, fans, shoppers, receipts: keys.receipts };
    return leaveLine(deps, { onSale: line, receipt }, this.now);
  }

  devices(receipt: string | undefined, end?: string, line = onSale) {
    const { fans, shoppers } = this.stores;
    return tendDevices(
      { lines: this.#lines, fans, shoppers, receipts: keys.receipts },
      { onSale: line, receipt, end },
      this.now,
    );
  }

  /** On a device with this secret. */
  takeOver(code: string, device: string | undefined, more: { readonly traits?: Traits; readonly line?: string } = {}) {
    const { rolls, fans, shoppers, handovers } = this.stores;
    const deps = { lines: this.#lines, rolls, fans, shoppers, handovers, keys, marks: this.#marks };
    return takeOverPlace(deps, { onSale: more.line ?? onSale, code, device, traits: more.traits }, this.now);
  }

  tickDeps(me = 'pacemaker'): TickDeps {
    const memory = this.#memories.get(me) ?? new Map<string, TickMemory>();
    this.#memories.set(me, memory);
    const { lines, rolls, rounds, shoppers, ledger } = this.stores;
    const files = this.publisher;
    return { lines, rolls, rounds, shoppers, ledger, files, keys, me, memory, clock: () => this.now };
  }

  tick(me?: string) {
    return tickLine(this.tickDeps(me), onSale, this.now);
  }

  /** Ticks once a second until the time, the last tick at that time. */
  async run(endsAt: number, me?: string): Promise<void> {
    while (this.now < endsAt) {
      this.now = Math.min(endsAt, this.now + 1000);
      await this.tick(me);
    }
  }

  /** How many shop now. */
  async shoppers() {
    const { inUse, ended, ...others } = await this.stores.shoppers.read(onSale, this.now);
    return { ...others, inUse: inUse.size };
  }

  async line() {
    const line = await this.stores.lines.read(onSale);
    if (!line) throw new Error('The line is not open');
    return line;
  }

  sheet(round: number, bank = 0): DrawSheet | undefined {
    return this.files.get(published.drawSheet(onSale, round, bank)) as DrawSheet | undefined;
  }

  sheets(): readonly DrawSheet[] {
    const sheets: DrawSheet[] = [];
    for (let sheet = this.sheet(0); sheet; sheet = this.sheet(sheets.length)) sheets.push(sheet);
    return sheets;
  }

  /** As a browser computes it. */
  position(place: Place): number | undefined {
    const { roll } = this.files.get(published.line(onSale)) as LineFile;
    const sheet = this.sheet(place.round, bankOf(roll, place.shard));
    return sheet && positionOf(sheet, place, roll);
  }
}

export function joined(outcome: JoinOutcome | Refusal) {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal}`);
  return outcome.joined;
}

export function claimed(outcome: ClaimOutcome | Refusal) {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal}`);
  return { ...outcome.claimed, how: outcome.how, read: readSigned<Pass>('p1', [passKey], outcome.claimed.pass) };
}

/** Calls `fault` before and after each call of each store. If it throws, the caller ends there. */
export function faulty(stores: LineStores, fault: () => Promise<void> | void): LineStores {
  const wrapped = Object.entries(stores).map(([name, store]) => [name, through(store, beforeAndAfter(fault))]);
  return Object.fromEntries(wrapped);
}
