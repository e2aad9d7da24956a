import type { OrderReadingsFile } from '../../../contracts/readings.ts';
import { minuteOf } from '../../../rules/minute-history.ts';
import type { KeptReadings } from '../../foundation/readings/kept-readings.ts';
import type { OrderStore } from '../order/order-store.ts';
import {
  foldInto,
  nothingSold,
  type OldStretch,
  openMs,
  readingsOfOrders,
  recounted,
  type SeenOrder,
  seenOf,
  stretchToRecount,
  sumOfCounts,
} from './order-tally.ts';

/** An on-sale whose orders are counted. */
export interface CountedOnSale {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly currency: string;
}

export interface OrderCounterDeps {
  readonly store: Pick<OrderStore, 'placedBetween' | 'getMany'>;
  readonly readings: KeptReadings<OrderReadingsFile>;
}

/**
 * An order enters the book once its payment is decided, which is a second after it was placed, and the index may be a
 * second behind. One that comes later still is found when its stretch is counted anew.
 */
const overlapMs = 15_000;

/**
 * Counts the orders of on-sales, for as long as one start runs. The first look reads what was placed since the history
 * ends: three minutes. Each later one reads what was placed since the one before, and those that still moved.
 */
export class OrderCounter {
  readonly #deps: OrderCounterDeps;
  /** The open window, by id. */
  readonly #seen = new Map<string, SeenOrder>();
  #lookedAt: number | undefined;

  constructor(deps: OrderCounterDeps) {
    this.#deps = deps;
  }

  /**
   * Counts and writes. `now` in milliseconds since the epoch; a file that was written since `stepBegan` is left alone.
   * Answers whether it wrote any: false if another start was there first.
   */
  async count(onSales: readonly CountedOnSale[], stepBegan: number, now: number): Promise<boolean> {
    const begins = await Promise.all(onSales.map((onSale) => this.#beginOf(onSale)));
    await this.#look(Math.min(...begins), now);
    const written = await Promise.all(onSales.map((onSale) => this.#write(onSale, stepBegan, now)));
    const whole = Math.min(...written.map(({ upTo }) => upTo));
    for (const { id, placedAt } of this.#seen.values()) if (placedAt < whole) this.#seen.delete(id);
    return written.some(({ isOurs }) => isOurs);
  }

  /** From when on its orders are known one by one. */
  async #beginOf({ id, opensAt }: CountedOnSale): Promise<number> {
    return (await this.#deps.readings.read(id))?.upTo ?? minuteOf(opensAt);
  }

  async #look(from: number, now: number): Promise<void> {
    const { store } = this.#deps;
    const since = this.#lookedAt === undefined ? from : Math.max(from, this.#lookedAt - overlapMs);
    const placed = await store.placedBetween(since, now + 1, seenOf);
    for (const order of placed) this.#seen.set(order.id, order);
    const read = new Set(placed.map(({ id }) => id));
    const moving = [...this.#seen.values()].filter(({ id, count }) => count.underWay > 0 && !read.has(id));
    for (const order of await store.getMany(moving.map(({ id }) => id))) this.#seen.set(order.id, seenOf(order));
    this.#lookedAt = now;
  }

  /** Up to when its orders are in the history now, and who wrote that. */
  async #write(
    onSale: CountedOnSale,
    stepBegan: number,
    now: number,
  ): Promise<{ readonly upTo: number; readonly isOurs: boolean }> {
    const { readings } = this.#deps;
    const { id, opensAt } = onSale;
    const before = await readings.read(id);
    const isNewMinute = before !== undefined && minuteOf(before.now.countedAt) < minuteOf(now);
    const stretch = isNewMinute ? stretchToRecount(before.history, before.upTo, now) : undefined;
    const sum = stretch && (await this.#recount(id, stretch));
    const isOurs = await readings.write(id, stepBegan, (standing) => {
      const upTo = standing?.upTo ?? minuteOf(opensAt);
      const history = standing?.history ?? nothingSold;
      const right = stretch && sum ? recounted(history, upTo, stretch, sum) : history;
      const own = [...this.#seen.values()].filter((order) => order.onSale === id && order.placedAt >= upTo);
      const folded = foldInto(right, upTo, own, minuteOf(now - openMs));
      const open = own.filter(({ placedAt }) => placedAt >= folded.upTo);
      const { currency } = onSale;
      return { ...folded, now: readingsOfOrders({ onSale: id, currency }, folded.history, open, now) };
    });
    return { upTo: (await readings.read(id))?.upTo ?? minuteOf(opensAt), isOurs };
  }

  async #recount(onSale: string, { from, to }: OldStretch) {
    const placed = await this.#deps.store.placedBetween(from, to, seenOf);
    return sumOfCounts(placed.filter((order) => order.onSale === onSale).map(({ count }) => count));
  }
}
