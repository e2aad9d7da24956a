import type { OrderActor } from '../../../contracts/order.ts';
import type { HeldSeat } from '../../../contracts/pass.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import {
  amountSold,
  askedHolds,
  type Changing,
  changeOf,
  isMoving,
  labelsOf,
  type OrderRecord,
  withheld,
} from '../order/order.ts';
import { seatsFor } from './choice-seats.ts';

/*
 * Cancelling and exchanging, step by step. The mark that a change is under way is the claim to make it. It is set once,
 * and it numbers the change for every hold it is about. Only the answer to that number ends it.
 *
 *   confirmed ─asked─▶ confirmed, changing ─all answered─▶ cancelled, or exchanged
 *                              └─a seat was not free; a ticket opened the door─▶ confirmed, as it was
 *   refused because the bank took back its word, changing ─all answered─▶ refused, the seats returned
 *
 * cancel-steps.ts and exchange-steps.ts say how each kind ends.
 */

/** The asker of a change, and their reason if they gave one. */
export interface ChangeAsked {
  readonly by: OrderActor;
  readonly note?: string;
}

type WantedChange =
  | Pick<Extract<Changing, { kind: 'cancel' }>, 'kind' | 'performance' | 'tickets'>
  | Omit<Extract<Changing, { kind: 'exchange' }>, 'by' | 'note' | 'answers'>;

/** Marks the order, if nothing else is under way and `may` says that it can be changed as it stands. */
export function changeAsked(
  wanted: WantedChange,
  { by, note }: ChangeAsked,
  may: (order: OrderRecord) => boolean,
  now: number,
): OrderStep {
  return (order) => {
    if (order.state !== 'confirmed' || isMoving(order) || !may(order)) return undefined;
    const { unchanged: _, ...rest } = order;
    const said = wanted.kind === 'exchange' ? seatsNote(order, wanted) : note;
    return {
      ...underWay(rest, { ...wanted, by, ...(note !== undefined && { note }), answers: {} }),
      history: withAct(order.history, {
        happenedAt: now,
        by,
        act: wanted.kind === 'cancel' ? 'cancel-asked' : 'exchange-asked',
        ...(said !== undefined && { note: said }),
      }),
    };
  };
}

/** The order with this change under way, under the next number of every hold that it is about. */
export function underWay(order: OrderRecord, changing: Changing): OrderRecord {
  const marked = { ...order, changing };
  const numbers = askedHolds(marked).map((hold) => [hold, changeOf(order, hold) + 1] as const);
  return { ...marked, changes: { ...order.changes, ...Object.fromEntries(numbers) } };
}

/** The house answered for one hold of the change under way. */
export function changeAnswered(
  hold: string,
  change: number,
  answer: 'changed' | 'kept',
  named: readonly HeldSeat[] = [],
): OrderStep {
  return (order) => {
    const { changing } = order;
    if (!changing || changeOf(order, hold) !== change || changing.answers[hold]) return undefined;
    if (!askedHolds(order).includes(hold)) return undefined;
    const answers = { ...changing.answers, [hold]: answer };
    if (changing.kind !== 'choice' || answer === 'kept') return { ...order, changing: { ...changing, answers } };
    return { ...order, changing: { ...changing, answers, seats: seatsFor(changing.wanted, named) } };
  };
}

export function isChangeAnswered(order: OrderRecord): boolean {
  const { changing } = order;
  return changing !== undefined && askedHolds(order).every((hold) => changing.answers[hold]);
}

/** Minor units that were taken for the order, not given back, and wait for no choice of its buyer. */
export function paidFor(order: OrderRecord): number {
  const { paid = amountSold(order), refunded = 0 } = order.payment;
  return paid - refunded - withheld(order);
}

/** The note in the history of a change. */
export function noteOf(order: OrderRecord): { readonly note?: string } {
  const { changing } = order;
  if (changing?.kind === 'exchange') return { note: seatsNote(order, changing) };
  return changing?.note === undefined ? {} : { note: changing.note };
}

function seatsNote(
  order: OrderRecord,
  { from, to }: { readonly from: readonly string[]; readonly to: readonly { readonly label: string }[] },
): string {
  return `${labelsOf(order, from)} → ${to.map(({ label }) => label).join('; ')}`;
}
