import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { ExchangeRequest } from '../../../contracts/order.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type FieldError, type Refusal, refuse } from '../../../contracts/refusals.ts';
import { withConcession } from '../order/concessions.ts';
import { type OrderedHold, type OrderedSeat, type OrderRecord, soldItems, sumOf } from '../order/order.ts';
import { type KnownSeat, type PlanSeats, seatsOf } from '../order/plan-seats.ts';
import { priceIn } from '../order/price.ts';

/*
 * The wish of an exchange, seat for seat. Labels and categories come from the published plan, and prices from the
 * performance's file of now. Each seat keeps the concession of the one given up for it. Only the house knows whether
 * the seats are free.
 */

export interface ExchangeWish {
  readonly ok: true;
  readonly item: OrderedHold;
  readonly to: readonly OrderedSeat[];
  /** Minor units that the new seats cost more; negative if they cost less. */
  readonly dearer: number;
}

/** The seats of the item that an exchange is about; undefined if the order has sold no such hold. */
export function itemOf(order: OrderRecord, { hold }: Pick<ExchangeRequest, 'hold'>): OrderedHold | undefined {
  return soldItems(order).find((item) => item.hold === hold);
}

/** Whether the order has become what was asked for, or is on its way: the request came before. */
export function isExchanged(order: OrderRecord, { hold, from, to }: ExchangeRequest): boolean {
  const { changing } = order;
  if (changing?.kind === 'exchange')
    return (
      changing.hold === hold &&
      changing.from.join() === from.join() &&
      changing.to.map(({ id }) => id).join() === to.join()
    );
  const has = itemOf(order, { hold })?.seats.map(({ id }) => id) ?? [];
  return (
    order.state === 'confirmed' && to.every((seat) => has.includes(seat)) && !from.some((seat) => has.includes(seat))
  );
}

export function readWish(
  order: OrderRecord,
  request: ExchangeRequest,
  { performance, plan }: { readonly performance: PerformanceFile; readonly plan: Plan },
): ExchangeWish | Refusal {
  const { from, to } = request;
  const item = itemOf(order, request);
  if (!item) return wrong([{ field: 'body.hold', message: 'is not a hold of this order' }]);
  if (from.length !== to.length)
    return wrong([{ field: 'body.to', message: `names ${to.length} seats for ${from.length}` }]);
  const seats = seatsOf(plan);
  const has = new Map(item.seats.map((seat) => [seat.id, seat]));
  const faults = [
    ...from.flatMap((id, at) => named('from', at, has.has(id) ? againIn(from, at) : 'is not a seat of that hold')),
    ...to.flatMap((id, at) =>
      named('to', at, has.has(id) ? 'is a seat of this order already' : (faultOfNew(seats, id) ?? againIn(to, at))),
    ),
  ];
  if (faults.length > 0) return wrong(faults);
  const given = from.map((id) => has.get(id) as OrderedSeat);
  const wanted = to.map((id, at) => {
    const { label, category } = seats.get(id) as KnownSeat;
    const plain = { id, label, category, price: priceIn(performance, category) };
    const { concession, percentOff } = given[at] as OrderedSeat;
    return concession !== undefined && percentOff !== undefined
      ? withConcession(plain, { name: concession, percentOff })
      : plain;
  });
  return { ok: true, item, to: wanted, dearer: sumOf(wanted) - sumOf(given) };
}

function faultOfNew(seats: PlanSeats, id: string): string | undefined {
  const known = seats.get(id);
  if (!known) return 'is not a seat of this performance';
  // As when seats are held: a name on a plan does not say who needs the place.
  return known.access ? 'is kept for those who need the place: ask the box office' : undefined;
}

function againIn(ids: readonly string[], at: number): string | undefined {
  return ids.indexOf(ids[at] as string) < at ? 'is named twice' : undefined;
}

function named(list: 'from' | 'to', at: number, message: string | undefined): readonly FieldError[] {
  return message === undefined ? [] : [{ field: `body.${list}.${at}`, message }];
}

function wrong(errors: readonly FieldError[]): Refusal {
  return refuse('seats-not-exchangeable', 'Name seats of this order, and as many others of the same performance.', {
    errors,
  });
}
