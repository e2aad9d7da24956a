import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { DateRequest, OrderActor } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { mayBeChosen } from '../../../rules/equal-category.ts';
import { amend } from '../order/amend.ts';
import { type AskHouse, askToChange } from '../order/ask-house.ts';
import { notChangeable, orderUnknown } from '../order/change-refusals.ts';
import { isMoving, type OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { seatsOf } from '../order/plan-seats.ts';
import { wantedSeats } from './choice-seats.ts';
import { choiceEnded, choiceIn, dateAsked } from './choice-steps.ts';

/*
 * A buyer whose performance was cancelled chooses another date, or the box office does it for them on the telephone. In
 * steps of which each is safe to do again:
 *
 *   1 mark the order, once, with the seats that are wanted and their prices
 *   2 ask the house of that date: all the seats, or none
 *   3 it has them: items, tickets and what is owed in one write. It has none: the choice is open as it was
 *   4 give the difference back, tell that there are new tickets (finish-after-crash.ts)
 */

export interface ChoiceDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly askHouse: AskHouse;
  /** The published file of a performance, of its plan: undefined if there is none. */
  readonly read: <File>(path: string) => Promise<File | undefined>;
}

/** The order as it stands after the act. */
type ChoiceDone = { readonly ok: true; readonly order: OrderRecord };
type ChosenBy = Extract<OrderActor, 'fan' | 'staff'>;

/** `order`: as it was just read. Asked again, by whomever, it is the same choice. */
export async function chooseFor(
  deps: ChoiceDeps,
  order: OrderRecord,
  request: DateRequest,
  by: ChosenBy,
  now: number,
): Promise<ChoiceDone | Refusal> {
  if (isChosen(order, request)) return again(deps, order);
  const choice = choiceIn(order, request.performance);
  if (order.state !== 'confirmed' || isMoving(order) || !choice || choice.until <= now) return notChangeable(order);
  const [from, to] = await Promise.all(
    [request.performance, request.instead].map((id) => deps.read<PerformanceFile>(published.performance(id))),
  );
  if (!choice.dates.includes(request.instead) || !to || !mayBeChosen(to, now)) return notOffered();
  const plan = from && (await deps.read<Plan>(published.plan(from.plan)));
  if (!from || !plan)
    return refuse('performance-unknown', 'This performance is no longer published. Ask the box office.');
  const gone = order.items.filter(
    ({ performance, cancelled, hold }) =>
      performance === request.performance && cancelled && order.outcomes[hold] === 'returned',
  );
  const wanted = wantedSeats(
    gone.flatMap(({ seats }) => seats),
    { from, to, places: seatsOf(plan) },
  );
  if (!wanted) return notOffered();
  const { id: performance, title, startsAt, venue } = to;
  const step = dateAsked(request.performance, { performance, title, startsAt, venue }, wanted, { by, now });
  const marked = await amend(deps.store, order.id, step, now, order);
  if (!marked) throw new Error(`Order ${order.id} vanished while a date was chosen`);
  return isChosen(marked, request) ? again(deps, marked) : notChangeable(marked);
}

/** Whether this was chosen, or is on its way. */
function isChosen({ changing, items }: OrderRecord, { performance, instead }: DateRequest): boolean {
  if (changing?.kind === 'choice') return changing.performance === performance && changing.item.performance === instead;
  return items.some((item) => item.insteadOf === performance && item.performance === instead);
}

/** Also for who comes second: the first may have died before it asked. */
async function again({ askHouse }: ChoiceDeps, order: OrderRecord): Promise<ChoiceDone> {
  await askToChange(askHouse, order);
  return { ok: true, order };
}

function notOffered(): Refusal {
  return refuse('date-not-offered', 'Choose another of the dates, or the money.', {
    errors: [{ field: 'body.instead', message: 'has no seats that may be had for these' }],
  });
}

/**
 * The money in place of another date. The clock gives it back, or whoever looks at the order next. Asked again, it is
 * the same.
 */
export async function moneyFor(
  { store }: Pick<ChoiceDeps, 'store'>,
  found: OrderRecord,
  performance: string,
  by: ChosenBy,
  now: number,
): Promise<ChoiceDone | Refusal> {
  if (isMoneyBack(found, performance)) return { ok: true, order: found };
  const order = await amend(store, found.id, choiceEnded(performance, by, now), now, found);
  if (!order) return orderUnknown();
  return isMoneyBack(order, performance) ? { ok: true, order } : notChangeable(order);
}

/** Whether a choice of this performance ended so. */
function isMoneyBack(order: OrderRecord, performance: string): boolean {
  if (choiceIn(order, performance) || order.changing) return false;
  return order.items.some((item) => item.performance === performance && item.cancelled?.back !== undefined);
}
