import type { Concession } from '../../../contracts/catalogue.ts';
import { type FieldError, type Refusal, refuse } from '../../../contracts/refusals.ts';
import { mostOfFan } from '../../../rules/concession-limits.ts';
import type { OrderRecord } from './order.ts';
import type { OrderStore } from './order-store.ts';

/**
 * The limit of reduced prices that a fan may have in one on-sale, over all their orders. As seating keeps the limit of
 * seats in one basket, one record of the fan names every order with reduced prices. It is written by its version before
 * the order is, so of two orders at once one finds it moved and counts again.
 *
 *     read the book ─▶ count what its orders have ─▶ name this order (if nobody wrote) ─▶ write the order down
 *
 * What an order has the order itself says: one that was refused, lost its seats or gave them back counts no more, and
 * nobody has to write so here. An order that is named and not there yet counts as it was asked for, until nobody can be
 * writing it any more.
 */
export interface ReducedBook {
  readonly onSale: string;
  readonly fan: string;
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  readonly orders: readonly NotedOrder[];
}

export interface NotedOrder {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly notedAt: number;
  /** Seats that were asked for, by the concession's name. */
  readonly asked: Readonly<Record<string, number>>;
}

/** One reduced price that an order asks for. */
export interface AskedReduction {
  readonly concession: Concession;
  /** Of the request, e.g. `body.concessions.0.concession`. */
  readonly field: string;
}

/** The handler that writes orders runs for 10 s at most, and a write on its way arrives or never does. */
export const writtenByMs = 120_000;

/** Each lost write is another order of this fan that was named: far more than anybody sends at once. */
const mostAttempts = 30;

/** Names the order in its fan's book, if the fan may have so many reduced prices; else says which are too many. */
export async function noteReduced(
  store: Pick<OrderStore, 'reducedBook' | 'writeReducedBook' | 'get'>,
  { id, onSale, fan }: Pick<OrderRecord, 'id' | 'onSale' | 'fan'>,
  asked: readonly AskedReduction[],
  now: number,
): Promise<{ readonly ok: true } | Refusal> {
  if (asked.length === 0) return { ok: true };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const book = await store.reducedBook({ onSale, fan });
    const others = await Promise.all(
      book.orders.filter((one) => one.id !== id).map(async (one) => ({ one, has: await hasNow(store, one, now) })),
    );
    const live = others.filter(({ has }) => Object.values(has).some((seats) => seats > 0));
    const errors = tooMany(
      asked,
      live.map(({ has }) => has),
    );
    if (errors.length > 0) return overLimit(errors);
    const named = { id, notedAt: now, asked: countByName(asked.map(({ concession }) => concession.name)) };
    const orders = [...live.map(({ one }) => one), named];
    if ((await store.writeReducedBook({ onSale, fan, version: book.version + 1, orders })).ok) return { ok: true };
  }
  throw new Error(`The reduced prices of a fan in ${onSale} were written by others ${mostAttempts} times`);
}

async function hasNow(
  store: Pick<OrderStore, 'get'>,
  { id, notedAt, asked }: NotedOrder,
  now: number,
): Promise<Readonly<Record<string, number>>> {
  const order = await store.get(id);
  if (!order) return now < notedAt + writtenByMs ? asked : {};
  return reducedIn(order);
}

/** Seats with a reduced price that the order has, or may still get. */
export function reducedIn({ state, items, outcomes }: Pick<OrderRecord, 'state' | 'items' | 'outcomes'>) {
  if (state === 'refused' || state === 'cancelled') return {};
  const kept = items.filter(({ hold }) => outcomes[hold] !== 'lost' && outcomes[hold] !== 'returned');
  return countByName(kept.flatMap(({ seats }) => seats.flatMap(({ concession }) => concession ?? [])));
}

/** The same over several orders. One that is still unpaid counts, since its fan may carry it on. */
export function reducedOver(orders: readonly Pick<OrderRecord, 'state' | 'items' | 'outcomes'>[]) {
  return sumByName(orders.map((order) => reducedIn(order)));
}

function sumByName(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sum = new Map<string, number>();
  for (const has of counts)
    for (const [name, seats] of Object.entries(has)) sum.set(name, (sum.get(name) ?? 0) + seats);
  return Object.fromEntries(sum);
}

function tooMany(
  asked: readonly AskedReduction[],
  others: readonly Readonly<Record<string, number>>[],
): readonly FieldError[] {
  const given = new Map(Object.entries(sumByName(others)));
  return asked.flatMap(({ concession, field }) => {
    const before = given.get(concession.name) ?? 0;
    given.set(concession.name, before + 1);
    const most = mostOfFan(concession);
    return before < most ? [] : [{ field, message: `${concession.name}: at most ${most} over all your orders` }];
  });
}

function countByName(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

export function overLimit(errors: readonly FieldError[]): Refusal {
  return refuse('concession-over-limit', 'Choose the full price for the other seats, or ask the box office.', {
    errors,
  });
}
