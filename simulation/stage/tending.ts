import { readOnSales } from '../../lambdas/seating/house/on-sale-performances.ts';
import { countStock, type StockDeps } from '../../lambdas/seating/stock/count-stock.ts';
import { dateBooks } from '../../lambdas/seating/stock/date-left.ts';
import { SeatCounter } from '../../lambdas/seating/stock/seat-counter.ts';
import { keepPace } from '../../lambdas/waiting-room/pace/keep-pace.ts';
import { releaseLine, type TickDeps, type Ticked, tickLine } from '../../lambdas/waiting-room/pace/tick-line.ts';
import { follow, tend } from '../ordering.ts';
import type { Stage } from './stage.ts';

const minuteMs = 60_000;

/** Somebody looks after orders once a minute, for so long at the most. */
const tendingMs = 48_000;

/**
 * The work of schedules on a deployed stage: tick lines, count seats, look after orders. Once by hand, or all the time.
 */
export class Tending {
  readonly #stage: Stage;
  #pacemaker: TickDeps | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** One tick of the pacemaker, which is the same one each time. */
  tick(onSale: string): Promise<Ticked> {
    return tickLine(this.#tickDeps, onSale, this.#stage.time.now);
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
    const pace = keepPace(
      {
        lines: platform.stores.lines,
        tick: (onSale, now) => tickLine(deps, onSale, now),
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
    await Promise.all([pace, this.#count({ endsAt, clock, wait }), orders()]);
  }

  async #count({ endsAt, ...given }: Pick<StockDeps, 'clock' | 'wait'> & { readonly endsAt: number }): Promise<void> {
    const { platform, faults } = this.#stage;
    const counter = new SeatCounter(platform.stores.seats);
    const books = dateBooks(platform.publisher.read);
    await countStock(
      {
        onSales: () => readOnSales(platform.publisher.read),
        counter,
        dates: (open, now) => counter.dates(open, books, now),
        files: platform.publisher,
        report: (error) => void faults.push(error),
        ...given,
      },
      endsAt,
    );
  }

  get #tickDeps(): TickDeps {
    const { platform, cloud } = this.#stage;
    this.#pacemaker ??= platform.tickDeps(cloud.start('pacemaker'), new Map());
    return this.#pacemaker;
  }
}
