import type { HouseAsk, HouseOutcome } from '../../contracts/house.ts';
import { published } from '../../contracts/paths.ts';
import { rollLayout } from '../../contracts/roll.ts';
import { houseGroup } from '../../lambdas/foundation/house-group.ts';
import { openHouse } from '../../lambdas/seating/house/open-house.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';
import { Breach } from '../audit/breach.ts';
import { keepPace } from '../fans/line-hands.ts';
import { tendNowAndThen } from '../fans/order-hands.ts';
import { Morning, type MorningOf } from '../morning.ts';
import { settle } from '../ordering.ts';
import { isAtRest } from '../rest.ts';
import type { SmallHouses } from '../small-house.ts';
import type { Process } from '../stage/cloud.ts';
import type { Delivery } from '../stage/fifo-queue.ts';
import { plainCopy } from '../stage/plain-copy.ts';
import { type Api, isExpected, type Spoils } from '../stage/platform.ts';
import { fair } from '../stage/weather.ts';
import type { HeldScene } from './enumerate.ts';
import type { Fate } from './schedule.ts';
import { type Mishaps, quiet, Scheduler, type WaitingCall } from './scheduler.ts';

/** A few people, one seat, and what they do at the same time: small enough to try every order of it. */
export interface SmallScene {
  readonly tells: string;
  readonly houses: SmallHouses;
  readonly seatsPerFan: number;
  /** Milliseconds from the doors at which it plays. */
  readonly fromDoors: number;
  readonly mishaps: Mishaps;
  /** Brings the stage where the scene begins: nothing waits yet. */
  prepare(stage: SceneStage): Promise<void>;
  /** Begins all that runs at once. */
  play(stage: SceneStage): void;
  /** Looks at what came of it, once all is at rest. Throws a breach. */
  atEnd?(stage: SceneStage): Promise<void>;
  /** Whether there is a line that must come to rest. */
  readonly hasLine?: true;
  /** The guards that may be taken out, by name: each must be missed. */
  readonly mutants: Readonly<Record<string, () => Spoils>>;
}

/** Chance that never strikes: whatever may happen or not is left to the schedule. */
const noChance: Chance = {
  next: () => 0,
  happens: () => false,
  whole: (least) => least,
  wait: (mean) => mean,
  around: (median) => median,
  weighted: () => 0,
};

const minute = 60_000;
const restMs = 90 * minute;

interface AllocatorAtWork {
  readonly share?: number;
  readonly early?: boolean;
  readonly at?: number;
}

type Attempted<Result> = { readonly ended: 'well'; readonly result: Result } | { readonly ended: 'failed' | 'died' };

export class SceneStage implements HeldScene {
  readonly morning: Morning;
  /** Begins what was prepared with things that were known only then. */
  begins: () => void = () => {};
  readonly #scene: SmallScene;
  readonly #scheduler: Scheduler;
  /** Batches that allocators have and did not delete. */
  readonly #inFlight = new Set<Delivery<unknown>>();

  constructor(scene: SmallScene, { kept, spoils }: { readonly kept: boolean; readonly spoils: Spoils }) {
    this.#scene = scene;
    this.#scheduler = new Scheduler(scene.mishaps);
    const of: MorningOf = {
      ...scene.houses,
      chance: noChance,
      weather: fair,
      seatsPerFan: scene.seatsPerFan,
      holdMinutes: 1,
      dials: { shopping: 5, perMinute: 600, paused: false, passMinutes: 2, claimMinutes: 1 },
      lobbyMs: -scene.fromDoors,
      layout: rollLayout,
      beacon: undefined,
      kept,
      spoils,
      gate: this.#scheduler,
      announce: (order, at) => this.onDecided(order, at),
    };
    this.morning = new Morning(of);
    this.#scheduler.onEffect = (call, of) => {
      if (call === 'asks.send') this.onAsked(of[0] as HouseAsk);
      if (call === 'outcomes.send') this.onOutcomes();
      if (call === 'orders.put') this.onOrdered();
    };
  }

  /** Told of an ask in the house's queue. @default - an allocator comes for it */
  onAsked: (ask: HouseAsk) => void = ({ share = 0 }) => this.spawn('allocator', this.allocate({ share }));

  /** Told of outcomes for ordering. @default - a settler comes for each */
  onOutcomes: () => void = () => this.#settleAll();

  /** Told that an order was put. @default - nothing comes of it */
  onOrdered: () => void = () => {};

  /** Told that the bank decided on an order. @default - nothing comes of it */
  onDecided: (order: string, at: number) => void = () => {};

  get waiting(): readonly WaitingCall[] {
    return this.#scheduler.waiting;
  }

  get isOver(): boolean {
    return this.morning.breach !== undefined;
  }

  fatesOf(waiting: WaitingCall): readonly Fate[] {
    return this.#scheduler.fatesOf(waiting);
  }

  letThrough(waiting: WaitingCall, fate: Fate): Promise<void> {
    return this.#scheduler.letThrough(waiting, fate);
  }

  /** Sets the scene, and lets everybody come to their first call. */
  async begin(): Promise<void> {
    const { platform, of } = this.morning;
    const { publisher, stores } = platform;
    await publisher.write(published.plan(of.plan.id), of.plan);
    for (const file of of.performances) await publisher.write(published.performance(file.id), file);
    await openHouse(
      { store: stores.seats, files: publisher },
      { performances: of.performances.map(({ id }) => id) },
      this.morning.time.now,
    );
    await this.#scene.prepare(this);
    await quiet();
    this.#scheduler.isOpen = false;
    this.#scene.play(this);
    await quiet();
  }

  /** Runs beside everything else. */
  spawn(who: string, act: Promise<void>): void {
    this.morning.spawn(who, act);
  }

  /** A request to the API, each time in a process of its own, until it is answered. */
  async ask<Answer>(who: string, act: (api: Api, now: number) => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answered = await this.run('api', (by) => act(this.morning.platform.api(by), this.morning.time.now));
      if (answered.ended !== 'well') continue;
      this.morning.note(who, () => ({ what: `→ ${JSON.stringify(answered.result).slice(0, 160)}`, about: [who] }));
      return answered.result;
    }
  }

  /** In a new process, until it is done or its process dies. */
  run<Result>(role: string, act: (by: Process) => Promise<Result>): Promise<Attempted<Result>> {
    const by = this.morning.cloud.start(role);
    return new Promise((resolve) => {
      by.onDeath = () => resolve({ ended: 'died' });
      act(by).then(
        (result) => resolve({ ended: 'well', result }),
        (error: unknown) => {
          this.failed(error);
          resolve({ ended: 'failed' });
        },
      );
    });
  }

  /** An error is a fault of ours, unless the schedule made it, or two wrote at once. */
  failed(error: unknown): void {
    if (!isExpected(error)) this.morning.fail(error);
  }

  /**
   * One allocator works off what it finds in a group of the house's queue. If it dies, what it had comes again. `early`:
   * once it takes what another still works on, whose time of grace is over. `at`: its clock, which stood still since it
   * began; of whoever comes after it, the scene's.
   */
  async allocate({ share = 0, early = false, at }: AllocatorAtWork = {}): Promise<void> {
    const { platform, time, of } = this.morning;
    const group = houseGroup({ performance: of.performances[0]?.id ?? '', share });
    let takes = early;
    let mine: Delivery<unknown> | undefined;
    const worked = await this.run('allocator', async (by) => {
      const allocator = platform.allocator(by);
      for (;;) {
        // It has the messages, whether it hears of it or not.
        const take = () => {
          mine = this.#receive(group, takes);
          takes = false;
          return mine;
        };
        const delivery = (await by.call('asks.receive', [group], take)) as typeof mine;
        if (!delivery) return;
        const messages = delivery.messages.map(({ id, body }) => ({ messageId: id, body: JSON.stringify(body) }));
        const failed = new Set(await platform.allocate(allocator, messages, at ?? time.now));
        await by.call('asks.delete', [group], () => {
          this.#inFlight.delete(delivery);
          for (const { id } of delivery.messages)
            if (failed.has(id)) platform.asks.giveBack(id, delivery.receipt, time.now);
            else platform.asks.delete(id, delivery.receipt, time.now);
        });
      }
    });
    if (worked.ended === 'well') return;
    if (mine) this.#giveBack(mine);
    await this.allocate({ share });
  }

  #receive(group: string, early: boolean): Delivery<unknown> | undefined {
    const { asks } = this.morning.platform;
    const { now } = this.morning.time;
    if (early) for (const delivery of this.#inFlight) this.#giveBack(delivery);
    const delivery = asks.receive([group], { now, visibilityMs: 30_000 });
    if (delivery) this.#inFlight.add(delivery);
    return delivery;
  }

  #giveBack(delivery: Delivery<unknown>): void {
    const { platform, time } = this.morning;
    this.#inFlight.delete(delivery);
    for (const { id } of delivery.messages) platform.asks.giveBack(id, delivery.receipt, time.now);
  }

  #settleAll(): void {
    const { outcomes } = this.morning.platform;
    const { now } = this.morning.time;
    const delivery = outcomes.receive({ now, visibilityMs: 60_000, pick: () => 0, again: () => false });
    for (const { id, body } of delivery?.messages ?? []) this.spawn('settler', this.#settle(id, body));
  }

  async #settle(id: string, outcome: HouseOutcome): Promise<void> {
    const { platform, time } = this.morning;
    for (;;) {
      const settled = await this.run('settler', (by) => settle(platform.api(by), outcome, time.now));
      if (settled.ended === 'well') break;
    }
    platform.outcomes.delete(id);
  }

  /** Nothing waits: all may come to rest, and then the last checks are made. */
  async end(): Promise<void> {
    const { morning } = this;
    try {
      await this.#scheduler.open();
      await this.#rest();
      if (this.#scene.hasLine) morning.line.atEnd(false);
      morning.seats.atEnd(
        morning.of.performances.map(({ id }) => id),
        morning.time.now,
      );
      morning.orders.atEnd();
      await this.#scene.atEnd?.(this);
    } catch (error) {
      morning.fail(error);
    }
  }

  async #rest(): Promise<void> {
    const { morning } = this;
    const { time, cloud } = morning;
    cloud.calm = true;
    const isDone = () => isAtRest(morning) && !morning.isBusy;
    let over = isDone();
    if (over) return;
    const isOver = () => over;
    const hands = [tendNowAndThen(morning, isOver), ...(this.#scene.hasLine ? [keepPace(morning, isOver)] : [])];
    for (const hand of hands) hand.catch((error: unknown) => morning.fail(error));
    const limit = time.now + restMs;
    while (!morning.breach && !isDone()) {
      if (time.now > limit || !time.step()) throw unfinished(morning);
      await quiet();
    }
    over = true;
  }
}

function unfinished(morning: Morning): Breach {
  const who = morning.waiting[0] ?? 'an order';
  return new Breach('answered', `${who} never came to rest`, [who]);
}

/** Plain data is copied fast, as in the other runs. @returns what undoes it. */
export function copyFast(): () => void {
  const { structuredClone } = globalThis;
  globalThis.structuredClone = plainCopy;
  return () => {
    globalThis.structuredClone = structuredClone;
  };
}
