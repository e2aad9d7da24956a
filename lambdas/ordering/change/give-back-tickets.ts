import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { GiveBackRequest, OrderView } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { notChangeable, orderUnknown, ticketUsed } from '../order/change-refusals.ts';
import { labelsOf, type OrderRecord } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import { seatsOf } from '../order/plan-seats.ts';
import { type CancelDeps, cancel } from './cancel.ts';
import { type KnownPerformance, wouldPart } from './kept-together.ts';
import { returnable } from './terms.ts';

/**
 * A fan gives back some of the tickets of an order, on the terms of terms.ts: for these the money comes back, and the
 * others stay as they are. It is a cancellation of those seats alone, in the same steps (cancel.ts). A ticket is given back
 * once: its id is never another's, so a repeat finds it among those that were given back.
 */

export interface GiveBackTicketsDeps extends CancelDeps {
  readonly keys: CancelDeps['keys'] & Pick<OrderingKeys, 'orderKey'>;
  /** The published file of a performance, of its plan: undefined if there is none. */
  readonly read: <File>(path: string) => Promise<File | undefined>;
}

export async function giveBackTickets(
  deps: GiveBackTicketsDeps,
  { request, ...asked }: AskedOrder & { readonly request: GiveBackRequest },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const { order } = own;
  const tickets = [...new Set(request.tickets)].sort();
  if (wereGivenBack(order, tickets)) return seen(order);
  const known = await knownOf(deps, order, tickets);
  const files = new Map([...known].map(([id, { file }]) => [id, file]));
  const may = (standing: OrderRecord) => {
    const free = returnable(standing, files, now);
    return tickets.every((id) => free.includes(id)) && !wouldPart(standing, tickets, known);
  };
  if (!order.changing && wouldPart(order, tickets, known)) return parted();
  const seats = order.tickets.filter(({ id }) => tickets.includes(id)).map(({ seat }) => seat);
  const given = await cancel(deps, order, { by: 'fan', tickets, note: labelsOf(order, seats) }, may, now);
  if (!given) return orderUnknown();
  if (given.answer === 'ticket-used') return ticketUsed();
  if (given.answer === 'not-now' && !wereGivenBack(given.order, tickets)) return notChangeable(given.order);
  return seen(given.order);
}

function wereGivenBack({ items }: OrderRecord, tickets: readonly string[]): boolean {
  const gone = items.flatMap(({ givenBack = [] }) => givenBack.map(({ ticket }) => ticket));
  return tickets.every((id) => gone.includes(id));
}

/** The performances that these tickets are for, as they are published. */
async function knownOf(
  { read }: GiveBackTicketsDeps,
  order: OrderRecord,
  tickets: readonly string[],
): Promise<ReadonlyMap<string, KnownPerformance>> {
  const named = order.tickets.filter(({ id }) => tickets.includes(id)).map(({ performance }) => performance);
  const known = await Promise.all(
    [...new Set(named)].map(async (id): Promise<readonly (readonly [string, KnownPerformance])[]> => {
      const file = await read<PerformanceFile>(published.performance(id));
      const plan = file && (await read<Plan>(published.plan(file.plan)));
      return file && plan ? [[id, { file, places: seatsOf(plan) }]] : [];
    }),
  );
  return new Map(known.flat());
}

function seen(order: OrderRecord) {
  return { ok: true, order: viewOf(order, { may: { change: false, giveBack: [] } }) } as const;
}

function parted(): Refusal {
  return refuse('tickets-belong-together', 'Give back the companion’s seat together with its wheelchair place.', {
    errors: [{ field: 'body.tickets', message: 'leave a companion’s seat or price without its wheelchair place' }],
  });
}
