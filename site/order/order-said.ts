import type { OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { money } from '../../words/en/written.ts';

/**
 * The words for an order, state by state: never more than is true, and always what comes next. `slow`: it
 * has been looked at for longer than is usual. `sent`: the fan has just paid, and the order does not know yet. `isOver`:
 * the time of its seats is over, and it cannot be paid any more.
 */
export interface Headline {
  readonly title: string;
  readonly detail?: string;
}

export function headline(
  order: OrderView,
  { slow, sent, isOver = false }: { readonly slow: boolean; readonly sent: boolean; readonly isOver?: boolean },
): Headline {
  const { state, refusal, payment, changing } = order;
  if (state === 'refused') return { title: orderWords.refusedTitle, ...(refusal && { detail: orderWords[refusal] }) };
  const isOff =
    order.items.some(({ cancelled }) => cancelled) &&
    order.items.every((item) => item.cancelled ?? item.outcome !== 'sold');
  const off = { title: orderWords.performanceOff, detail: orderWords.performanceOffDetail };
  if (isOff && (changing === 'cancel' || state === 'cancelled')) return off;
  if (changing === 'cancel') return { title: orderWords.cancelling, detail: orderWords.cancellingDetail };
  if (changing === 'choice') return { title: orderWords.choice.finding, detail: orderWords.choice.findingDetail };
  const chooses = state === 'confirmed' && order.choices !== undefined;
  if (chooses && isOff) return { title: orderWords.choice.headline, detail: orderWords.choice.headlineDetail };
  if (changing === 'exchange') return { title: orderWords.exchanging, detail: orderWords.exchangingDetail };
  switch (state) {
    case 'paying':
      if (sent) return { title: orderWords.sentTitle, detail: slow ? orderWords.sentLong : orderWords.sentDetail };
      if (payment.bankAsks) return { title: orderWords.bankAsksTitle, detail: orderWords.bankAsksDetail };
      if (isOver) return { title: orderWords.payOverTitle, detail: orderWords.payOverDetail };
      if (payment.clientSecret !== undefined) return { title: orderWords.payingTitle, detail: orderWords.payingDetail };
      return { title: orderWords.bankTitle, detail: orderWords.bankDetail };
    case 'placed':
      return { title: orderWords.placedTitle, detail: slow ? orderWords.placedLong : orderWords.placedDetail };
    case 'confirmed':
      return { title: orderWords.confirmedTitle, detail: orderWords.mailed };
    case 'cancelled':
      return payment.state === 'expired'
        ? { title: orderWords.expiredTitle, detail: orderWords.expiredDetail }
        : { title: orderWords.cancelledTitle, detail: orderWords.cancelledDetail };
  }
}

/** The sum that is paid, that came back, and that is still to pay. */
export function paymentSaid({ payment, currency, choices = [] }: OrderView): readonly string[] {
  const { state, refunded = 0, due = 0 } = payment;
  const waits = choices.reduce((sum, { amount }) => sum + amount, 0);
  return [
    orderWords[state],
    ...(waits > 0 ? [orderWords.choice.waits(money(waits, currency))] : []),
    ...(refunded > 0 ? [orderWords.givenBack(money(refunded, currency))] : []),
    ...(due > 0 ? [orderWords.due(money(due, currency))] : []),
  ];
}

/** Minor units that the fan gets back who gives everything back now, or one performance; 0 for a promise. */
export function comesBack({ payment, items, total }: OrderView, only?: string): number {
  if (payment.state !== 'captured') return 0;
  if (only === undefined) return total - (payment.due ?? 0);
  const back = items
    .filter(({ outcome, performance }) => outcome === 'sold' && performance === only)
    .flatMap(({ seats }) => seats);
  return Math.max(0, back.reduce((sum, { price }) => sum + price, 0) - (payment.due ?? 0));
}

/** Minor units that the fan gets back for these tickets; 0 for a promise. */
export function comesBackOf({ payment, items, tickets }: OrderView, picked: readonly string[]): number {
  if (payment.state !== 'captured') return 0;
  const prices = tickets
    .filter(({ id }) => picked.includes(id))
    .flatMap(({ performance, seat }) =>
      items
        .filter((item) => item.outcome === 'sold' && item.performance === performance)
        .flatMap((item) => item.seats.flatMap(({ id, price }) => (id === seat ? [price] : []))),
    );
  return Math.max(0, prices.reduce((sum, price) => sum + price, 0) - (payment.due ?? 0));
}

/** Why the last change that was asked for was not made. */
export function unchangedSaid({ unchanged }: OrderView): Headline | undefined {
  if (!unchanged) return undefined;
  if (unchanged.change === 'choice')
    return { title: orderWords.choice.noSeats, detail: orderWords.choice.noSeatsDetail };
  return unchanged.change === 'cancel'
    ? { title: orderWords.notGivenBack, detail: orderWords.notGivenBackDetail }
    : { title: orderWords.notExchanged, detail: orderWords.notExchangedDetail[unchanged.why] };
}

/** Whether the order is about to say something else, so that it is worth another look. */
export function isOnItsWay({ state, changing, payment }: Pick<OrderView, 'state' | 'changing' | 'payment'>): boolean {
  return state === 'paying' || state === 'placed' || changing !== undefined || payment.state === 'refunding';
}
