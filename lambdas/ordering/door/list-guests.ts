import type { Guest, GuestList, UnpaidAtDoor } from '../../../contracts/door.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { Memory } from '../../foundation/memory.ts';
import type { OrderRecord } from '../order/order.ts';
import { referenceOf } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { type MayScanDeps, mayNotScan } from '../pairing/may-scan.ts';
import { seatNamed } from './admit-tickets.ts';
import type { DoorStore } from './door-store.ts';
import { owedAtDoor } from './owed.ts';

/*
 * The guests of a performance, for a fan without a ticket at hand and for a door without a network: reference, buyer's
 * name, seats, and what is still to be paid. No address, no telephone number, no code of a ticket: the list opens no
 * door by itself, and a copy of it prints no tickets.
 *
 * The orders of a performance are listed by id when they are told of (buy/finish-after-crash.ts), and read by those ids.
 * 16,000 orders of 3 KB are 12,000 units and some seconds; so a warm function remembers what it read for 20 s, whichever
 * door asks.
 */

export interface ListGuestsDeps extends MayScanDeps {
  readonly orders: Pick<OrderStore, 'getMany'>;
  readonly doors: Pick<DoorStore, 'expected'>;
  readonly unpaidAtDoor: UnpaidAtDoor;
  readonly memory: Memory<readonly Guest[]>;
}

const ageMs = 20_000;

export const guestMemory = (): Memory<readonly Guest[]> => new Memory(4);

export async function listGuests(
  deps: ListGuestsDeps,
  { authorization, performance }: { readonly authorization: string | undefined; readonly performance: string },
  now: number,
): Promise<{ readonly ok: true; readonly list: GuestList } | Refusal> {
  const refused = await mayNotScan(deps, authorization, performance, now);
  if (refused) return refused;
  const look = async () => {
    const orders = await deps.orders.getMany(await deps.doors.expected(performance));
    return orders.flatMap((order) => guestOf(order, performance) ?? []);
  };
  const guests = await deps.memory.recall(performance, look, { now, ageMs });
  return { ok: true, list: { performance, readAt: now, unpaidAtDoor: deps.unpaidAtDoor, guests } };
}

/** Undefined if the order has no ticket of this performance any more. */
function guestOf(order: OrderRecord, performance: string): Guest | undefined {
  const tickets = order.tickets.filter((ticket) => ticket.performance === performance);
  if (tickets.length === 0) return undefined;
  const owed = owedAtDoor(order);
  return {
    order: order.id,
    reference: referenceOf(order.id),
    name: order.buyer.name,
    ...(owed && { owed }),
    tickets: tickets.map(({ id, seat }) => ({ ticket: id, seat, ...seatNamed(order, id) })),
  };
}
