import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HouseAsk, HouseOutcome } from '../../contracts/house.ts';
import type { PerformanceActs } from '../../contracts/performance-acts.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { SaleFile } from '../../contracts/sale-levers.ts';
import { keptPlatform } from '../../lambdas/control-room/platform/kept-platform.ts';
import { metricsTwin } from '../../lambdas/control-room/platform/metrics.twin.ts';
import { askPlatform } from '../../lambdas/control-room/platform/platform-figures.ts';
import { rememberReadings } from '../../lambdas/control-room/readings/readings-memory.ts';
import { rememberEnded } from '../../lambdas/foundation/ended-passes.ts';
import { attemptName, houseGroup } from '../../lambdas/foundation/house-group.ts';
import { fixedKeys } from '../../lambdas/foundation/keys.ts';
import { rememberActs } from '../../lambdas/foundation/performance-acts.ts';
import { noteLooks } from '../../lambdas/foundation/readings/looks.ts';
import type { SharedKey } from '../../lambdas/foundation/signing.ts';
import { type StaffBook, staffBookPath } from '../../lambdas/foundation/staff/staff-book.ts';
import { whoAsks } from '../../lambdas/foundation/staff/who-asks.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import { orderingKeys } from '../../lambdas/ordering/order/order-id.ts';
import { rememberPerformances } from '../../lambdas/ordering/order/performances.ts';
import { rememberSeats } from '../../lambdas/ordering/order/plan-seats.ts';
import { rememberMethods } from '../../lambdas/ordering/payment/methods-now.ts';
import type { PaymentDeps } from '../../lambdas/ordering/payment/payment.ts';
import { publishedFacts, runUpFiles } from '../../lambdas/run-up/run-up-files.ts';
import { type Allocator, allocateSeats } from '../../lambdas/seating/allocate/allocate-seats.ts';
import { endLostAsk } from '../../lambdas/seating/allocate/end-lost-asks.ts';
import { readBatch } from '../../lambdas/seating/allocate/house-batch.ts';
import { pulsesOf } from '../../lambdas/seating/allocate/pulse.ts';
import { houseBooks } from '../../lambdas/seating/house/house-books.ts';
import { HouseMemory } from '../../lambdas/seating/house/house-memory.ts';
import type { HouseStore } from '../../lambdas/seating/house/house-store.ts';
import { peopleStore } from '../../lambdas/staff/people/people-store.ts';
import { rememberRounds } from '../../lambdas/waiting-room/draw/remembered-rounds.ts';
import { OwnShards } from '../../lambdas/waiting-room/entry/own-shards.ts';
import { type LineKeys, lineKeys } from '../../lambdas/waiting-room/line/line-keys.ts';
import { type Marks, rememberMarks } from '../../lambdas/waiting-room/line/marks.ts';
import { rememberLines } from '../../lambdas/waiting-room/line/remembered-lines.ts';
import type { TickDeps, TickMemory } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { handsFile } from '../../lambdas/waiting-room/switch/switch-hands.ts';
import type { BeaconSource } from '../../rules/beacon.ts';
import type { Bank } from './bank.ts';
import { readBy } from './beacon-at-hand.ts';
import { type Cloud, Injected, isInjected, type Process } from './cloud.ts';
import { dedupMs, FifoQueue } from './fifo-queue.ts';
import { switchIn } from './kept-switch.ts';
import { payments } from './payments.ts';
import { Pool } from './pool.ts';
import { type Files, publishedFiles, type StagePublisher } from './published-files.ts';
import { StandardQueue } from './standard-queue.ts';
import type { Stores } from './stores.ts';
import type { StagePerson } from './tokens.ts';
import { tornReads } from './torn-reads.ts';
import { watchedHere } from './watched-here.ts';
import { workOffFifo, workOffStandard } from './work-off.ts';

const oneKey = (secret: string): readonly [SharedKey] => [{ id: 'a', secret }];

/**
 * The platform as a run has it. The real use cases run each in a process whose every call goes through the cloud, over
 * one set of stores, queues and files. It is wired as the lambdas wire it (`*.lambda.ts`), with their time-outs.
 * Long because it wires every use case once.
 */
export const keys = {
  line: rememberingSeeds(lineKeys('a line secret for simulations')),
  ordering: orderingKeys('an ordering secret for simulations'),
  passes: oneKey('a pass secret for simulations'),
  slips: oneKey('a slip secret for simulations'),
  vouchers: oneKey('a voucher secret for simulations'),
  stewards: oneKey('a stewards secret for simulations'),
};

/** Thousands of schedules draw the same few rounds, and each seed is hundreds of hashes away from a mark. */
function rememberingSeeds(line: LineKeys): LineKeys {
  const known = new Map<string, string>();
  return {
    ...line,
    seeds(onSale) {
      const chain = line.seeds(onSale);
      const seedOf = (round: number) => {
        const name = `${onSale} ${round}`;
        const seed = known.get(name) ?? chain.seedOf(round);
        known.set(name, seed);
        return seed;
      };
      return { ...chain, seedOf };
    },
  };
}

/** As the use cases are given them. */
export const signers = {
  passKeys: fixedKeys(keys.passes),
  slipKeys: fixedKeys(keys.slips),
  voucherKeys: fixedKeys(keys.vouchers),
  stewardKeys: fixedKeys(keys.stewards),
};

/** The key of every line's marks: no secret here. */
export const newMarkKey = () => new Uint8Array(32).fill(7);

/** The owner whom the settings of a stage name, signed in for the first time long ago. */
export const olga: StagePerson = { subject: 'olga', email: 'olga@example.org', name: 'Olga Petrova' };
export const owners = [olga.email];
const bookOfOwners: StaffBook = { people: [{ ...olga, grants: [] }] };

const apiTimeoutMs = 10_000;
const allocatorTimeoutMs = 5000;
const settleTimeoutMs = 10_000;
const tenderTimeoutMs = 60_000;

/** Of the real queues: six times the time-out of who works them off. */
const visibilityOf = (timeoutMs: number) => ({ visibilityMs: 6 * timeoutMs });

/** The things that a mutant may take away: see mutants.ts. */
export interface Spoils {
  /** Wraps what all processes share. */
  readonly stores?: (stores: Stores) => Stores;
  /** Wraps what one allocator calls. */
  readonly allocator?: (allocator: Allocator) => Allocator;
  /** Wraps what a function behind the API calls. */
  readonly api?: (api: Api) => Api;
  /** Wraps the published files. */
  readonly files?: (files: StagePublisher) => StagePublisher;
  /** Wraps the card company. */
  readonly bank?: (bank: Bank['port']) => Bank['port'];
  /** Changes what is the same for all of this thread, as long as a run lasts; answers what changes it back. */
  readonly during?: () => () => void;
}

export type Api = ReturnType<PlatformInMemory['api']>;

export class PlatformInMemory {
  readonly cloud: Cloud;
  readonly stores: Stores;
  readonly files: Files = new Map();
  /** The bucket of the staff, which nothing serves. */
  readonly staffFiles: Files = new Map<string, unknown>([[staffBookPath, bookOfOwners]]);
  /** The bucket of readings, which nothing serves. */
  readonly readingsFiles: Files = new Map();
  /** CloudWatch, which measures here what a scene says. */
  readonly metrics = metricsTwin();
  /** The bucket of the run-ups, which nothing serves. */
  readonly runUpFiles: Files = new Map<string, unknown>();
  readonly switchFiles: Files = new Map<string, unknown>();
  /** The `cache-control` that each was written with, by path. */
  readonly cacheControls = new Map<string, string>();
  readonly publisher: StagePublisher = publishedFiles(this.files, this.cacheControls);
  readonly asks: FifoQueue<HouseAsk>;
  readonly outcomes: StandardQueue<HouseOutcome>;
  /** Milliseconds since the epoch: when a handler last could not read the list of ended passes, and went on without. */
  listUnreadAt = Number.NEGATIVE_INFINITY;
  readonly pool: Pool<Api>;
  readonly settlers: Pool<Api>;
  readonly tenders: Pool<Api>;
  readonly beacon: BeaconSource | undefined;
  readonly #spoils: Spoils;
  readonly #allocators: Pool<Allocator>;
  readonly #enders: Pool<{ readonly allocator: Allocator; readonly by: Process }>;
  readonly #bank: Bank['port'];
  /** As processes reach them. */
  readonly #reached: Stores;
  readonly #lookForAsks: () => void;
  readonly #lookForOutcomes: () => void;
  readonly #payments: PaymentDeps;
  readonly #announced: (order: OrderRecord) => void;
  /** Errors that nothing injected made. */
  readonly report: (error: unknown) => void;

  constructor(of: {
    readonly cloud: Cloud;
    readonly stores: Stores;
    readonly bank: Bank;
    /** Further ways to pay. */
    readonly payments?: PaymentDeps;
    /** Decides the draws of lines that are opened; without it they are trusted. */
    readonly beacon?: BeaconSource | undefined;
    readonly spoils: Spoils;
    /** Works off one outcome. */
    readonly settle: (api: Api, outcome: HouseOutcome, now: number) => Promise<unknown>;
    /** Takes an announcement on: the buyer of this order has news. */
    readonly announced?: (order: OrderRecord) => void;
    report(error: unknown): void;
  }) {
    this.cloud = of.cloud;
    this.asks = new FifoQueue(of.cloud.weather.mostReceives);
    this.outcomes = new StandardQueue(of.cloud.weather.mostReceives);
    this.#spoils = of.spoils;
    this.stores = of.spoils.stores?.(of.stores) ?? of.stores;
    this.#reached = tornReads(of.cloud, this.stores);
    this.#bank = of.spoils.bank?.(of.bank.port) ?? of.bank.port;
    this.#payments = of.payments ?? new Map();
    this.beacon = of.beacon;
    this.#announced = of.announced ?? (() => {});
    this.report = of.report;
    this.pool = new Pool(this.cloud, {
      role: 'api',
      timeoutMs: apiTimeoutMs,
      make: (by) => of.spoils.api?.(this.api(by)) ?? this.api(by),
    });
    this.settlers = new Pool(this.cloud, { role: 'settler', timeoutMs: settleTimeoutMs, make: (by) => this.api(by) });
    this.tenders = new Pool(this.cloud, { role: 'tender', timeoutMs: tenderTimeoutMs, make: (by) => this.api(by) });
    const make = (by: Process) => this.allocator(by);
    this.#allocators = new Pool(this.cloud, { role: 'allocator', timeoutMs: allocatorTimeoutMs, make });
    this.#enders = new Pool(this.cloud, {
      role: 'ender',
      timeoutMs: allocatorTimeoutMs,
      make: (by) => ({ allocator: this.allocator(by), by }),
    });
    const setAside = (ask: HouseAsk) => this.#endLost(ask);
    this.#lookForAsks = workOffFifo(
      this.cloud,
      this.asks,
      { ...visibilityOf(allocatorTimeoutMs), setAside },
      (messages) =>
        this.#allocators.invoke((deps, now) =>
          this.allocate(
            deps,
            messages.map(({ id, body }) => ({ messageId: id, body: JSON.stringify(body) })),
            now,
          ),
        ),
    );
    this.#lookForOutcomes = workOffStandard(this.cloud, this.outcomes, visibilityOf(settleTimeoutMs), (messages) =>
      this.settlers.invoke((api, now) => this.#settle(api, messages, of.settle, now)),
    );
  }

  /** As end-lost-asks.lambda.ts: a letter that it fails at comes again. */
  #endLost(ask: HouseAsk): void {
    const ending = this.#enders.invoke(async ({ allocator, by }, now) => {
      const ended = await endLostAsk(allocator, ask, now);
      await by.call('asks.ended', [ask, ended], () => this.asks.forget(ask));
    });
    void ending.then((invoked) => {
      if (invoked.ended === 'failed') this.report(invoked.error);
      if (invoked.ended === 'well') return;
      this.cloud.time.after(visibilityOf(allocatorTimeoutMs).visibilityMs, () => this.#endLost(ask));
    });
  }

  /** Sends outcomes again that were set aside: a person looks at them in the end. */
  redrive(): void {
    if (this.asks.size > 0) this.#lookForAsks();
    if (this.outcomes.redrive() > 0 || this.outcomes.size > 0) this.#lookForOutcomes();
  }

  /** The published files, as a process reaches them. */
  #filesOf(by: Process): StagePublisher {
    const files = this.#spoils.files?.(this.publisher) ?? this.publisher;
    return by.bind('files', files) as StagePublisher;
  }

  /** The files of readings, as a process reaches them. */
  readingsOf(by: Process): StagePublisher {
    return by.bind('readings', publishedFiles(this.readingsFiles, new Map())) as StagePublisher;
  }

  /** The deps of the functions behind the API. */
  api(by: Process) {
    const {
      lines,
      rolls,
      rounds,
      marks,
      fans,
      shoppers,
      gate,
      appeals,
      handovers,
      invites,
      seats,
      orders,
      door,
      devices,
      audit,
      follow,
      notes,
      ledger,
    } = this.#reached;
    const files = this.#filesOf(by);
    const staffFiles = by.bind('staff-files', publishedFiles(this.staffFiles, new Map())) as StagePublisher;
    const readings = this.readingsOf(by);
    const bound = {
      fans: by.bind('fans', fans),
      shoppers: by.bind('shoppers', shoppers),
      seats: by.bind('seats', seats),
    };
    const boundRounds = by.bind('rounds', rounds);
    return {
      ...bound,
      gateBooks: by.bind('gate', gate),
      appeals: by.bind('appeals', appeals),
      handovers: by.bind('handovers', handovers),
      invites: by.bind('invites', invites),
      turnLine: by.bind('lines', { turn: lines.turn, glance: lines.glance }),
      orders: by.bind('orders', orders),
      door: by.bind('door', door),
      follow: by.bind('follow', follow),
      files,
      devices: by.bind('devices', devices),
      payments: payments(by, this.#bank, this.#payments),
      ask: this.#asker(by),
      rolls: by.bind('rolls', rolls),
      rounds: { ...boundRounds, ...rememberRounds(boundRounds) },
      marks: rememberMarks(by.bind('marks', marks)) satisfies Marks,
      shards: new OwnShards(),
      lines: rememberLines(by.bind('lines', lines)),
      books: houseBooks(bound.seats, files.read as StagePublisher['read']),
      findSeats: rememberSeats((path) => files.read(path) as Promise<Plan | undefined>),
      findMethods: rememberMethods((path) => files.read(path) as Promise<SaleFile | undefined>),
      findPerformance: rememberPerformances((path) => files.read(path) as Promise<PerformanceFile | undefined>),
      read: files.read as StagePublisher['read'],
      findActs: rememberActs((path) => files.read(path) as Promise<PerformanceActs | undefined>),
      findEnded: rememberEnded(files.read as StagePublisher['read'], () => {
        this.listUnreadAt = this.cloud.time.now;
      }),
      announce: async (order: OrderRecord) => {
        await by.call('tickets.announce', [order], () => this.#announced(order));
      },
      keys,
      ...signers,
      whoAsks: whoAsks({ readBook: () => staffFiles.read<StaffBook>(staffBookPath), owners }),
      readings: rememberReadings(readings.read as StagePublisher['read']),
      noteLook: noteLooks(readings),
      readingsFiles: readings,
      platform: keptPlatform({
        files: readings,
        ask: (now) => askPlatform(this.metrics, watchedHere, now),
        wait: (milliseconds) => this.cloud.time.wait(milliseconds),
      }),
      people: peopleStore(staffFiles),
      runUps: runUpFiles(by.bind('run-up-files', publishedFiles(this.runUpFiles, new Map())) as StagePublisher),
      facts: publishedFacts(files),
      switch: {
        ...by.bind(
          'switch',
          switchIn(this.switchFiles, () => this.cloud.time.now),
        ),
        hands: handsFile(by.bind('switch-hands', publishedFiles(this.switchFiles, new Map())) as StagePublisher),
      },
      audit: by.bind('audit', audit),
      notes: by.bind('notes', notes),
      ledger: by.bind('ledger', ledger),
      leverLines: by.bind('lines', lines),
      owners,
      random: () => this.cloud.chance.next(),
    };
  }

  #asker(by: Process): (ask: HouseAsk) => Promise<void> {
    return async (ask) => {
      await by.call('asks.send', [ask], () => {
        this.#send(ask);
        // A sender repeats it so only now and then, when its name is forgotten: a dead letter, a retry of a retry.
        if (this.cloud.strikes('sent-again', this.cloud.weather.perDelivery / 2))
          this.cloud.time.after(dedupMs + this.cloud.chance.wait(60_000), () => this.#send(ask));
      });
    };
  }

  #send(ask: HouseAsk): void {
    this.asks.send(ask, houseGroup(ask), attemptName(ask, this.cloud.time.now), this.cloud.time.now);
    this.#lookForAsks();
  }

  tickDeps(by: Process, memory: Map<string, TickMemory>): TickDeps {
    const { lines, rolls, rounds, shoppers, ledger } = this.#reached;
    return {
      lines: by.bind('lines', lines),
      rolls: by.bind('rolls', rolls),
      rounds: by.bind('rounds', rounds),
      shoppers: by.bind('shoppers', shoppers),
      ledger: by.bind('ledger', ledger),
      files: this.#filesOf(by),
      keys: keys.line,
      beacon: this.beacon && readBy(by, this.beacon),
      me: by.name,
      memory,
      clock: () => this.cloud.time.now,
    };
  }

  /** What those who count the seats call. */
  counterDeps(by: Process): { readonly store: HouseStore; readonly files: StagePublisher } {
    return { store: by.bind('seats', this.#reached.seats), files: this.#filesOf(by) };
  }

  allocator(by: Process): Allocator {
    const store = by.bind('seats', this.#reached.seats);
    const read = this.#filesOf(by).read;
    const allocator: Allocator = {
      store,
      books: houseBooks(store, read),
      memory: new HouseMemory(),
      tell: async (outcomes) => {
        for (let from = 0; from < outcomes.length; from += 10) {
          const ten = outcomes.slice(from, from + 10);
          const taken = this.#takenOf(ten);
          await by.call('outcomes.send', [taken], () => {
            for (const outcome of taken) this.outcomes.send(outcome);
            this.#lookForOutcomes();
          });
          // As the queue's gateway has it: whoever sent them hears that some were not taken.
          if (taken.length < ten.length) throw new Injected('outcomes.send: some were not taken');
        }
      },
    };
    return this.#spoils.allocator?.(allocator) ?? allocator;
  }

  /** The messages of one call that the queue takes. */
  #takenOf<Message>(sent: readonly Message[]): readonly Message[] {
    const { cloud } = this;
    if (!cloud.strikes('partly-taken', cloud.weather.perDelivery / 2)) return sent;
    const lost = cloud.chance.whole(0, sent.length - 1);
    return sent.filter((_, at) => at !== lost && cloud.chance.happens(0.7));
  }

  /** As allocate-seats.lambda.ts: the messages that must come again. */
  async allocate(
    allocator: Allocator,
    messages: readonly { readonly messageId: string; readonly body: string }[],
    now: number,
  ): Promise<readonly string[]> {
    const { houses, notYet } = readBatch(messages);
    const failed = await Promise.all(
      [...houses].map(async ([performance, own]) => {
        const asks = own.map(({ ask }) => ask);
        const { decisions, fault } = await allocateSeats(allocator, asks, now);
        if (fault) this.report(fault);
        try {
          await Promise.all(
            pulsesOf(performance, asks, decisions, now).map(({ key, pulse }) => allocator.store.addPulse(key, pulse)),
          );
        } catch (error) {
          this.report(error);
        }
        return own.slice(decisions.length).map(({ messageId }) => messageId);
      }),
    );
    return [...notYet, ...failed.flat()];
  }

  /** As settle-order.lambda.ts: one after the other, those that failed come again. */
  async #settle(
    api: Api,
    messages: readonly { readonly id: string; readonly body: HouseOutcome }[],
    settle: (api: Api, outcome: HouseOutcome, now: number) => Promise<unknown>,
    now: number,
  ): Promise<readonly string[]> {
    const done = await Promise.all(
      messages.map(async ({ id, body }) => {
        try {
          await settle(api, body, now);
          return [];
        } catch (error) {
          this.report(error);
          return [id];
        }
      }),
    );
    return done.flat();
  }

  /** The files that the CDN serves. */
  published<File>(path: string): File | undefined {
    return this.files.get(path) as File | undefined;
  }
}

/** The weather's errors are no news; these may happen when two write at once. */
export function isExpected(error: unknown): boolean {
  if (isInjected(error)) return true;
  return error instanceof Error && /^Somebody else wrote first/.test(error.message);
}
