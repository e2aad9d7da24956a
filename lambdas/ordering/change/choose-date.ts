import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { DateRequest, OrderView } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import type { Plan } from '../../../contracts/plan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { mayBeChosen } from '../../../rules/equal-category.ts';
import { amend } from '../order/amend.ts';
import { type AskHouse, askToChange } from '../order/ask-house.ts';
import { notChangeable } from '../order/change-refusals.ts';
import { isMoving, type OrderRecord } from '../order/order.ts';
import type { OrderingKeys } from '../order/order-id.ts';
import type { OrderStore } from '../order/order-store.ts';
import { viewOf } from '../order/order-view.ts';
import { type AskedOrder, ownOrder } from '../order/own-order.ts';
import { seatsOf } from '../order/plan-seats.ts';
import { wantedSeats } from './choice-seats.ts';
import { choiceIn, dateAsked } from './choice-steps.ts';

/*
 * A buyer whose performance was cancelled chooses another date, in steps of which each is safe to do again:
 *
 *   1 mark the order, once, with the seats that are wanted and their prices
 *   2 ask the house of that date: all the seats, or none
 *   3 it has them: items, tickets and what is owed in one write. It has none: the choice is open as it was
 *   4 give the difference back, tell that there are new tickets (finish-after-crash.ts)
 */

export interface ChooseDateDeps {
  readonly store: Pick<OrderStore, 'get' | 'write'>;
  readonly askHouse: AskHouse;
  readonly keys: Pick<OrderingKeys, 'orderKey'>;
  /** The published file of a performance, of its plan: undefined if there is none. */
  readonly read: <File>(path: string) => Promise<File | undefined>;
}

export async function chooseDate(
  deps: ChooseDateDeps,
  { request, ...asked }: AskedOrder & { readonly request: DateRequest },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderView } | Refusal> {
  const own = await ownOrder(deps, asked);
  if (!own.ok) return own;
  const { order } = own;
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
  const step = dateAsked(request.performance, { performance, title, startsAt, venue }, wanted, { by: 'fan', now });
  const marked = await amend(deps.store, order.id, step, now, order);
  if (!marked) throw new Error(`Order ${order.id} vanished while its buyer chose a date`);
  return isChosen(marked, request) ? again(deps, marked) : notChangeable(marked);
}

/** Whether this was chosen, or is on its way. */
function isChosen({ changing, items }: OrderRecord, { performance, instead }: DateRequest): boolean {
  if (changing?.kind === 'choice') return changing.performance === performance && changing.item.performance === instead;
  return items.some((item) => item.insteadOf === performance && item.performance === instead);
}

/** Also for who comes second: the first may have died before it asked. */
async function again({ askHouse }: ChooseDateDeps, order: OrderRecord) {
  await askToChange(askHouse, order);
  return { ok: true, order: viewOf(order, { may: { change: false, giveBack: [] } }) } as const;
}

function notOffered(): Refusal {
  return refuse('date-not-offered', 'Choose another of the dates, or your money back.', {
    errors: [{ field: 'body.instead', message: 'has no seats that may be had for these' }],
  });
}
