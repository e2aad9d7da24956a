import type { OrderActor } from '../../../contracts/order.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import { nameInHistory, ownInHistory } from '../order/name-in-history.ts';
import {
  amountSold,
  changeOf,
  isMoving,
  type OpenChoice,
  type OrderedHold,
  type OrderRecord,
  type PaymentRecord,
  soldItems,
  type WantedSeat,
} from '../order/order.ts';
import { choiceHoldOf } from '../order/order-id.ts';
import { deadlineOf } from '../payment/box-office.ts';
import { issueTicket, owesBoxOffice, type TicketKeys } from '../ticket/ticket.ts';
import { paymentCancelled } from './cancel-steps.ts';
import { paidFor, underWay } from './change-steps.ts';

/*
 * The choice of a buyer whose performance was cancelled. The seats are back when it begins (cancel-steps.ts), and what
 * was paid for them is withheld. It ends once, in one of two ways.
 *
 *   open ─a date is asked for─▶ changing ─the house has seats─▶ chosen: other seats, and the difference back
 *     ▲                            └─it has none──┐
 *     ├───────────────────────────────────────────┘
 *     └─the money is asked for, or the time is over─▶ ended: the money is owed
 */

type OtherDate = Pick<OrderedHold, 'performance' | 'title' | 'startsAt' | 'venue'>;

export function choiceIn({ choices }: Pick<OrderRecord, 'choices'>, performance: string): OpenChoice | undefined {
  return choices?.find((choice) => choice.performance === performance);
}

function without({ choices = [] }: Pick<OrderRecord, 'choices'>, performance: string): Pick<OrderRecord, 'choices'> {
  const others = choices.filter((choice) => choice.performance !== performance);
  return others.length > 0 ? { choices: others } : {};
}

/** The buyer asks for a date. `now` in milliseconds since the epoch. */
export function dateAsked(
  performance: string,
  item: OtherDate,
  wanted: readonly WantedSeat[],
  { by, now }: { readonly by: OrderActor; readonly now: number },
): OrderStep {
  return (order) => {
    const choice = choiceIn(order, performance);
    if (order.state !== 'confirmed' || isMoving(order) || !choice || choice.until <= now) return undefined;
    const { unchanged: _, ...rest } = order;
    const tries = choice.tries + 1;
    const hold = choiceHoldOf(order.id, performance, tries);
    const marked = {
      ...rest,
      choices: (order.choices ?? []).map((one) => (one === choice ? { ...one, tries } : one)),
      history: withAct(order.history, {
        happenedAt: now,
        by,
        act: 'choice-asked',
        note: movedTo(order, performance, item),
      }),
    };
    return underWay(marked, { kind: 'choice', performance, hold, item, wanted, askedAt: now, by, answers: {} });
  };
}

/** The house has seats: items, tickets and what is owed in one write. */
export function dateChosen(keys: TicketKeys, now: number): OrderStep {
  return (order) => {
    const { changing, unchanged: _, choices: __, ...rest } = order;
    if (changing?.kind !== 'choice' || changing.answers[changing.hold] !== 'changed' || !changing.seats)
      return undefined;
    const { performance, hold, seats, by } = changing;
    const item: OrderedHold = { ...changing.item, hold, seats, insteadOf: performance };
    const after: OrderRecord = {
      ...rest,
      ...without(order, performance),
      items: [...order.items, item],
      outcomes: { ...order.outcomes, [hold]: 'sold' },
    };
    const change = changeOf(order, hold);
    const payment = paymentChosen(order, after, item, now);
    const isUnpaid = owesBoxOffice(payment);
    return {
      ...after,
      payment,
      tickets: [
        ...order.tickets,
        ...seats.map((seat) => issueTicket(order, { performance: item.performance, seat, change, isUnpaid }, keys)),
      ],
      untold: true,
      history: withAct(order.history, {
        happenedAt: now,
        by,
        act: 'choice-made',
        note: `${nameInHistory(item, order.timeZone)}: ${seats.map(({ label }) => label).join('; ')}`,
      }),
    };
  };
}

/**
 * Of money that was taken, what the seats cost less is owed; what was due before is due again. A promise is for the
 * present cost of the seats, and kept as long as one that is made now.
 */
function paymentChosen(before: OrderRecord, after: OrderRecord, item: OrderedHold, now: number): PaymentRecord {
  const { due: _, ...payment } = before.payment;
  if (payment.state === 'captured') {
    const balance = amountSold(after) - paidFor(after);
    if (balance > 0) return { ...payment, due: balance };
    if (balance === 0) return payment;
    return { ...payment, owed: { name: `choice-${item.insteadOf}`, amount: -balance } };
  }
  const firstStartsAt = Math.min(...soldItems(after).map(({ startsAt }) => startsAt));
  const anew = deadlineOf({ placedAt: now, firstStartsAt });
  return { ...payment, deadline: Math.min(payment.deadline ?? anew, anew) };
}

const movedTo = (order: OrderRecord, from: string, to: OtherDate): string =>
  `${ownInHistory(order, from)} → ${nameInHistory(to, order.timeZone)}`;

/** The house has no such seats: the choice is open as it was. No tickets were sent meanwhile. */
export function dateKept(now: number): OrderStep {
  return (order) => {
    const { changing, ...rest } = order;
    if (changing?.kind !== 'choice' || changing.answers[changing.hold] !== 'kept') return undefined;
    const note = movedTo(order, changing.performance, changing.item);
    return {
      ...rest,
      untold: true,
      unchanged: { change: 'choice', why: 'seats-taken' },
      history: withAct(order.history, { happenedAt: now, by: 'house', act: 'choice-kept', note }),
    };
  };
}

/** No date was chosen: the money that waited is owed. By the clock only once its time is over. */
export function choiceEnded(
  performance: string,
  by: Exclude<OrderActor, 'door' | 'house' | 'payment'>,
  now: number,
): OrderStep {
  return (order) => {
    const choice = choiceIn(order, performance);
    if (order.state !== 'confirmed' || isMoving(order) || !choice) return undefined;
    if (by === 'clock' && now < choice.until) return undefined;
    const { choices: _, unchanged: __, ...rest } = order;
    const after: OrderRecord = { ...rest, ...without(order, performance) };
    const isOver = soldItems(after).length === 0 && !after.choices;
    const payment = isOver ? paymentCancelled(after, 'staff') : paymentEnded(order.payment, choice);
    return {
      ...after,
      state: isOver ? 'cancelled' : 'confirmed',
      payment,
      items: withMoneyBack(order, performance, choice.amount),
      untold: true,
      history: withAct(order.history, {
        happenedAt: now,
        by,
        act: 'choice-ended',
        note: ownInHistory(order, performance),
      }),
    };
  };
}

function paymentEnded(payment: PaymentRecord, { performance, amount }: OpenChoice): PaymentRecord {
  return amount > 0 ? { ...payment, owed: { name: `cancel-${performance}`, amount } } : payment;
}

/** Said with the first of its holds, of which the buyer hears once more. */
function withMoneyBack({ items }: OrderRecord, performance: string, back: number): OrderRecord['items'] {
  const first = items.findIndex((item) => item.performance === performance && item.cancelled !== undefined);
  return items.map((item, at) =>
    at === first && item.cancelled ? { ...item, cancelled: { ...item.cancelled, back }, untold: true } : item,
  );
}

/** The first choice whose time is over. `now` in milliseconds since the epoch. */
export function choiceOver({ choices = [] }: Pick<OrderRecord, 'choices'>, now: number): OpenChoice | undefined {
  return choices.find(({ until }) => until <= now);
}
