import type { AllocationsFile, PerformanceFile } from '../contracts/catalogue.ts';
import { type Place, tierStride } from '../contracts/line.ts';
import type { Dials } from '../contracts/line-operation.ts';
import { type EndedPasses, type Pass, passName } from '../contracts/pass.ts';
import { published } from '../contracts/paths.ts';
import type { Plan } from '../contracts/plan.ts';
import { seatsInOrder } from '../contracts/plan.ts';
import type { RollLayout } from '../contracts/roll.ts';
import { readSigned } from '../lambdas/foundation/signing.ts';
import { afterEndMs } from '../lambdas/waiting-room/line/shoppers-store.ts';
import type { Chance } from '../rehearsal/fans/chance.ts';
import type { BeaconFaults } from '../stand-ins/beacon/faults.ts';
import { isOff } from './audit/audit-acts.ts';
import { LineAudit } from './audit/audit-line.ts';
import { AuditOfOrders } from './audit/audit-orders.ts';
import { SeatAudit } from './audit/audit-seats.ts';
import { StockAudit } from './audit/audit-stock.ts';
import { ToldAudit } from './audit/audit-told.ts';
import { Breach } from './audit/breach.ts';
import { Chronicle } from './audit/chronicle.ts';
import { type Names, tellEffect } from './audit/telling.ts';
import type { LaterTiers } from './fans/entrant.ts';
import type { Counting } from './kind.ts';
import { hear, settle } from './ordering.ts';
import { Bank } from './stage/bank.ts';
import { beaconAtHand } from './stage/beacon-at-hand.ts';
import { BuyersPost } from './stage/buyers-post.ts';
import { type CallGate, Cloud, type Crash, type Effect, isInjected, type Process } from './stage/cloud.ts';
import { type Api, isExpected, keys, PlatformInMemory, type Spoils } from './stage/platform.ts';
import { twins } from './stage/stores.ts';
import { VirtualTime } from './stage/virtual-time.ts';
import type { Weather } from './stage/weather.ts';

export const onSale = 'friends';

/** Milliseconds since the epoch: when the doors open. */
export const opensAt = 1_800_000_000_000;

export interface MorningOf {
  readonly chance: Chance;
  readonly weather: Weather;
  readonly plan: Plan;
  readonly performances: readonly PerformanceFile[];
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  readonly dials: Dials;
  /** Milliseconds before the doors at which it begins. */
  readonly lobbyMs: number;
  readonly layout: RollLayout;
  /** The faults of the public beacon; undefined for a line without one. */
  readonly beacon: BeaconFaults | undefined;
  readonly kept: boolean;
  readonly spoils: Spoils;
  /** @default - the weather says when each call arrives */
  readonly gate?: CallGate;
  /** Beside what the weather does. */
  readonly crash?: Crash;
  /** Tiers after that of the members. @default - all are members */
  readonly later?: LaterTiers;
  /** How seats are counted. @default - nobody counts them, and the line does not know how many are free */
  readonly counting?: Counting;
  /** Whether a fan whose order was not answered closes the page for good. @default - all ask again */
  readonly ordersAreLeft?: boolean;
  /** Whether buyers change their orders at once, and again. @default - some do, after a while */
  readonly isRestless?: boolean;
  /** The chance of buyers who give back some of their tickets. @default - nobody does */
  readonly giving?: Chance;
  /** The chance of staff who turn the levers of the sale. @default - nobody does */
  readonly turning?: Chance;
  /** Seats that are set aside, and the chance of staff who release them. @default - none are */
  readonly setAside?: readonly AllocationsFile[];
  readonly releasing?: Chance;
  /** Whether buyers are written to. @default - they are announced, and that is all */
  readonly letters?: true;
  /** The bank tells that it decided on an order. @default - at that time */
  readonly announce?: (order: string, decidesAt: number) => void;
}

/** One run: the platform, its watchers, and the way of its users to it. Long because all of them meet here. */
export class Morning {
  readonly of: MorningOf;
  readonly time: VirtualTime;
  readonly cloud: Cloud;
  readonly platform: PlatformInMemory;
  readonly chronicle: Chronicle;
  readonly line: LineAudit;
  readonly seats: SeatAudit;
  readonly stock: StockAudit;
  readonly orders: AuditOfOrders;
  readonly told = new ToldAudit();
  readonly post: BuyersPost | undefined;
  breach: Breach | undefined;
  /** Nobody has a lever of the sale in hand, and nothing is turned. */
  isSaleAtRest = true;
  steps = 0;
  readonly #numbers = new Map<string, string>();
  readonly #waitingFor = new Map<string, string>();

  constructor(of: MorningOf) {
    this.of = of;
    this.time = new VirtualTime(opensAt - of.lobbyMs);
    this.chronicle = new Chronicle(of.kept, opensAt);
    const { time, chronicle } = this;
    const announce = (order: string, decidesAt: number) =>
      time.after(decidesAt - time.now, () => {
        const hearing = this.ask('bank', `speaks of order ${order}`, (api, now) => hear(api, order, now));
        hearing.catch((error: unknown) => this.fail(error));
      });
    const bank = new Bank({
      announce: of.announce ?? announce,
      taken: (order, amount) => this.orders.taken(order, amount),
    });
    const named = (fan: string) => this.named(fan);
    this.cloud = new Cloud({
      time,
      chance: of.chance,
      weather: of.weather,
      chronicle,
      saw: (effect) => this.#saw(effect),
      gate: of.gate,
      crash: of.crash,
    });
    const stores = twins(of.weather.perItem > 0 ? this.cloud.behind : undefined);
    this.line = new LineAudit({
      ...{
        onSale,
        layout: of.layout,
        shopping: of.dials.shopping,
        shoppers: stores.shoppers,
        lines: stores.lines,
        named,
      },
      files: () => this.platform.files,
      doors: (round) => of.later?.[Math.floor(round / tierStride) - 1]?.opensAt ?? opensAt,
    });
    const isCancelled = (performance: string) => isOff(this.platform.files, performance);
    this.seats = new SeatAudit({ ...of, named, isCancelled });
    this.stock = new StockAudit({
      ...{ onSale, seats: this.seats, files: () => this.platform.files },
      open: of.performances.map(({ id }) => id).filter((id) => id !== of.counting?.added),
    });
    this.orders = new AuditOfOrders({
      seats: this.seats,
      accounts: bank.accounts,
      hasLetters: of.letters === true,
    });
    this.post = of.letters && this.#openPost();
    this.platform = new PlatformInMemory({
      cloud: this.cloud,
      stores,
      bank,
      beacon:
        of.beacon &&
        beaconAtHand(
          () => time.now,
          () => of.beacon ?? {},
        ),
      spoils: of.spoils,
      settle,
      ...(this.post && { announced: this.post.announced }),
      report: (error) => this.#fault(error),
    });
  }

  /** A letter says which tickets are in it, and nothing else. One without is about an order that is over, or is to be chosen for. */
  #openPost(): BuyersPost {
    return new BuyersPost({
      cloud: this.cloud,
      platform: () => this.platform,
      sender: (by, order) => async (_, message) => {
        const sheet = message.attachments?.find(({ type }) => type === 'application/pdf');
        const toChoose = message.subject.startsWith('Cancelled, please choose') ? '' : undefined;
        const tickets = sheet ? Buffer.from(sheet.bytes).toString() : toChoose;
        await by.call('mail.send', [order, tickets], () => undefined);
        return 'sent';
      },
      draw: async ({ tickets }) => Buffer.from(tickets.map(({ id }) => id).join(' ')),
      site: () => 'https://tickets.example.org',
      report: (error) => this.#fault(error),
    });
  }

  named(fan: string): string {
    return this.#numbers.get(fan) ?? fan;
  }

  name(fan: string, name: string): void {
    this.#numbers.set(fan, name);
  }

  wait(milliseconds: number): Promise<void> {
    return this.time.wait(milliseconds);
  }

  /** Runs beside everything else; a failure of it ends the run. */
  spawn(who: string, act: Promise<void>): void {
    this.#waitingFor.set(who, 'something');
    void this.#safely(who, act).then(() => this.#waitingFor.delete(who));
  }

  get isBusy(): boolean {
    return this.#waitingFor.size > 0;
  }

  get waiting(): readonly string[] {
    return [...this.#waitingFor.keys()];
  }

  /** A request to the API, sent again until it is answered. */
  async ask<Answer>(who: string, what: string, act: ApiAct<Answer>): Promise<Answer> {
    return (await this.askAtMost(Number.POSITIVE_INFINITY, who, what, act)) as Answer;
  }

  /** A request to the API, sent so often at the most. Undefined: nobody ever heard what became of it. */
  async askAtMost<Answer>(times: number, who: string, what: string, act: ApiAct<Answer>): Promise<Answer | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const invoked = await this.platform.pool.invoke(act);
      if (invoked.ended === 'well') {
        this.note(who, () => ({ what: `${what} → ${answerIn(invoked.result)}`, about: [who] }));
        return invoked.result;
      }
      if (invoked.ended === 'failed') this.#fault(invoked.error);
      this.note(who, () => ({ what: `${what} → ${invoked.ended}, attempt ${attempt}`, about: [who] }));
      if (attempt >= times) return undefined;
      await this.wait(Math.min(8000, 300 * 2 ** attempt) * (0.5 + this.of.chance.next()));
    }
  }

  note(who: string, tell: () => { readonly what: string; readonly about: readonly string[] }): void {
    this.chronicle.note(this.time.now, who, tell);
  }

  /** Whether the list of ended passes has named this one long enough for all to know. */
  isListed(pass: string): boolean {
    const list = this.platform.published<EndedPasses>(published.ended(onSale));
    const read = readSigned<Pass>('p1', keys.passes, pass);
    const since = list?.ended.find(({ passes }) => read && passes.includes(passName(read)))?.listedAt;
    return since !== undefined && this.time.now >= since + afterEndMs;
  }

  /** A stranger's word for where a place stands. */
  positionOf(place: Place): number | undefined {
    return this.line.positionOf(place);
  }

  fail(error: unknown): void {
    if (this.breach) return;
    for (let at = error; at instanceof Error; at = at.cause)
      if (at instanceof Breach) {
        this.breach = at;
        return;
      }
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.breach = new Breach('no fault', said);
  }

  async #safely(who: string, act: Promise<void>): Promise<void> {
    try {
      await act;
    } catch (error) {
      this.note(who, () => ({ what: `ends with ${error}`, about: [who] }));
      if (!isInjected(error)) this.fail(error);
    }
  }

  /** An error in a function is one that was injected, or a fault of ours. */
  #fault(error: unknown): void {
    if (!isExpected(error)) this.fail(error);
  }

  async #saw(effect: Effect): Promise<void> {
    const { now } = this.time;
    this.note(effect.by, () => tellEffect(effect, this.#names));
    try {
      await this.line.saw(effect, now);
      if (this.of.counting) this.stock.saw(effect, now);
      this.seats.saw(effect, now);
      this.orders.saw(effect);
      this.told.saw(effect);
    } catch (error) {
      this.fail(error);
    }
  }

  readonly #names: Names = {
    fan: (fan) => this.named(fan),
    seats: (section) => {
      const found = this.of.plan.sections.find(({ id }) => id === section);
      return found ? seatsInOrder(found).map(({ id }) => id) : [];
    },
    time: (at) => this.chronicle.timeOf(at),
  };
}

type ApiAct<Answer> = (api: Api, now: number, by: Process) => Promise<Answer>;

function answerIn(answer: unknown): string {
  const text = JSON.stringify(answer) ?? 'nothing';
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
