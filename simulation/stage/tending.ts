import {
  type HouseReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
} from '../../contracts/readings.ts';
import { keptReadings } from '../../lambdas/foundation/readings/kept-readings.ts';
import { watchLooks } from '../../lambdas/foundation/readings/looks.ts';
import { countOrders } from '../../lambdas/ordering/readings/count-orders.ts';
import { OrderCounter } from '../../lambdas/ordering/readings/order-counter.ts';
import { readOnSales } from '../../lambdas/seating/house/on-sale-performances.ts';
import { countStock, type StockDeps } from '../../lambdas/seating/stock/count-stock.ts';
import { dateBooks } from '../../lambdas/seating/stock/date-left.ts';
import { SeatCounter } from '../../lambdas/seating/stock/seat-counter.ts';
import { houseTeller } from '../../lambdas/seating/stock/tell-houses.ts';
import { keepPace } from '../../lambdas/waiting-room/pace/keep-pace.ts';
import { LineTeller } from '../../lambdas/waiting-room/pace/tell-readings.ts';
import { releaseLine, type TickDeps, type Ticked, tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { follow, tend } from '../ordering.ts';
import type { Stage } from './stage.ts';

const minuteMs = 60_000;

/** Somebody looks after orders once a minute, for so long at the most. */
const tendingMs = 48_000;

/**
 * The work of schedules on a deployed stage: tick lines, count seats and orders, look after orders. Once by hand, or all
 * the time.
 */
export class Tending {
  readonly #stage: Stage;
  #pacemaker: TickDeps | undefined;
  #teller: LineTeller | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** One tick of the pacemaker, which is the same one each time. */
  async tick(onSale: string): Promise<Ticked> {
    return this.#tickAndTell(onSale, this.#stage.time.now);
  }

  async #tickAndTell(onSale: string, now: number): Promise<Ticked> {
    const ticked = await tickLine(this.#tickDeps, onSale, now);
    if (ticked.did === 'ticked') await this.#lineTeller.tell(ticked, now);
    return ticked;
  }

  /** Counts the seats of every on-sale that is live, and publishes the count. */
  async countSeats(): Promise<void> {
    const { now } = this.#stage.time;
    let counted = false;
    const wait = async () => {
      counted = true;
    };
    await this.#count({ endsAt: now + 1, clock: () => (counted ? now + 1 : now), wait });
  }

  /** Counts the orders of what is on sale, once. */
  async countOrders(): Promise<void> {
    const { now } = this.#stage.time;
    let counted = false;
    const wait = async () => {
      counted = true;
    };
    await this.#countOrders({ endsAt: now + 1, clock: () => (counted ? now + 1 : now), wait });
  }

  /** Looks after the orders that are due, and brings orders to what became of their performances. */
  async orders(): Promise<void> {
    const { platform, time, faults } = this.#stage;
    const invoked = await platform.tenders.invoke((api) => tend(api, () => time.now, time.now + tendingMs));
    if (invoked.ended === 'failed') faults.push(invoked.error);
    if (invoked.ended === 'well') faults.push(...invoked.result.failed.map(({ error }) => error));
    const followed = await platform.tenders.invoke((api) => follow(api, () => time.now, time.now + tendingMs));
    if (followed.ended === 'failed') faults.push(followed.error);
    if (followed.ended === 'well') faults.push(...followed.result.failed.map(({ error }) => error));
  }

  /** Does all of it until then, milliseconds since the epoch. */
  async keepOn(endsAt: number): Promise<void> {
    const { platform, time, faults } = this.#stage;
    const clock = () => time.now;
    const wait = (milliseconds: number) => time.wait(milliseconds);
    const deps = this.#tickDeps;
    const counting = async () => {
      while (time.now < endsAt) {
        await this.#countOrders({ endsAt, clock, wait });
        await wait(Math.min(minuteMs, endsAt - time.now));
      }
    };
    const pace = keepPace(
      {
        lines: platform.stores.lines,
        tick: (onSale, now) => this.#tickAndTell(onSale, now),
        release: (onSale, now) => releaseLine(deps, onSale, now),
        report: (_, error) => void faults.push(error),
        clock,
        wait,
      },
      endsAt,
    );
    const orders = async () => {
      while (time.now < endsAt) {
        await this.orders();
        await wait(Math.min(minuteMs, endsAt - time.now));
      }
    };
    await Promise.all([pace, this.#count({ endsAt, clock, wait }), orders(), counting()]);
  }

  async #count({ endsAt, ...given }: Pick<StockDeps, 'clock' | 'wait'> & { readonly endsAt: number }): Promise<void> {
    const { platform, cloud, faults } = this.#stage;
    const files = platform.readingsOf(cloud.start('stock'));
    const counter = new SeatCounter(platform.stores.seats);
    const books = dateBooks(platform.publisher.read);
    await countStock(
      {
        onSales: () => readOnSales(platform.publisher.read),
        counter,
        dates: (open, now) => counter.dates(open, books, now),
        files: platform.publisher,
        readings: houseTeller({
          readings: keptReadings<HouseReadings>(files, readingsPath.house, ({ countedAt }) => countedAt),
          isLookedAt: watchLooks(files.read as typeof platform.publisher.read),
          byBand: (onSale, now) => counter.byBand(onSale, books, now),
          report: (error) => void faults.push(error),
        }),
        report: (error) => void faults.push(error),
        ...given,
      },
      endsAt,
    );
  }

  async #countOrders({
    endsAt,
    ...given
  }: Pick<StockDeps, 'clock' | 'wait'> & { readonly endsAt: number }): Promise<void> {
    const { platform, cloud, faults } = this.#stage;
    const files = platform.readingsOf(cloud.start('order-count'));
    const readings = keptReadings<OrderReadingsFile>(files, readingsPath.orders, ({ now }) => now.countedAt);
    await countOrders(
      {
        read: platform.publisher.read,
        counter: new OrderCounter({ store: platform.stores.orders, readings }),
        isLookedAt: watchLooks(files.read as typeof platform.publisher.read),
        report: (error) => void faults.push(error),
        ...given,
      },
      endsAt,
    );
  }

  get #lineTeller(): LineTeller {
    const { platform, cloud } = this.#stage;
    if (!this.#teller) {
      const files = platform.readingsOf(cloud.start('line-teller'));
      this.#teller = new LineTeller({
        readings: keptReadings<LineReadingsFile>(files, readingsPath.line, ({ now }) => now.writtenAt),
        isLookedAt: watchLooks(files.read as typeof platform.publisher.read),
        ledger: platform.stores.ledger,
        appeals: platform.stores.appeals,
      });
    }
    return this.#teller;
  }

  get #tickDeps(): TickDeps {
    const { platform, cloud } = this.#stage;
    this.#pacemaker ??= platform.tickDeps(cloud.start('pacemaker'), new Map());
    return this.#pacemaker;
  }
}
