import type { CardDispute } from '../../../contracts/order.ts';
import { bankHasMoney } from '../../../rules/card-dispute.ts';
import { type OrderStep, withAct } from '../order/amend.ts';
import type { OrderRecord, PaymentRecord } from '../order/order.ts';

/*
 * A buyer asked their bank for the money back. The order keeps what the provider says of that now, and nobody's seats
 * change by it: what becomes of the tickets is for people to decide. The bank takes the money when a dispute begins, and
 * gives it back if the venue wins. While it has the money the provider refunds nothing, or the buyer would have it twice.
 * So a refund that is owed waits (`disputed`), and is asked for again if the venue wins. If it loses, the buyer has the
 * money from their bank, and nothing is owed.
 * The states are in rules/card-dispute.ts.
 */

/** Minor units of what was paid that banks have by disputes now. Of one in another currency: all that is left. */
export function withBanks(
  { paid = 0, refunded = 0, disputes = [] }: Pick<PaymentRecord, 'paid' | 'refunded' | 'disputes'>,
  currency: string,
): number {
  const left = Math.max(0, paid - refunded);
  const amounts = disputes
    .filter(bankHasMoney)
    .map((dispute) => (dispute.currency === currency ? dispute.amount : left));
  return Math.min(
    left,
    amounts.reduce((sum, one) => sum + one, 0),
  );
}

/** What the provider says of the disputes of an order now, the oldest first. */
export function disputesSaid(said: readonly Omit<CardDispute, 'heardAt'>[], now: number): OrderStep {
  return (order) => {
    const { disputes: known = [] } = order.payment;
    const news = said.filter((one) => !known.some((other) => isSame(one, other)));
    if (news.length === 0) return undefined;
    const disputes = said.map((one) => known.find((other) => isSame(one, other)) ?? { ...one, heardAt: now });
    const history = news
      .filter(({ id, state }) => !known.some((other) => other.id === id && other.state === state))
      .reduce(
        (acts, { id, state }) =>
          withAct(acts, { happenedAt: now, by: 'payment', act: 'disputed', note: `${id}: ${state}` }),
        order.history,
      );
    return { ...order, payment: settled({ ...order.payment, disputes }, order.state), history };
  };
}

function isSame(said: Omit<CardDispute, 'heardAt'>, { heardAt: _, ...known }: CardDispute): boolean {
  const names = ['id', 'state', 'amount', 'currency', 'reason', 'answerBy'] as const;
  return names.every((name) => said[name] === known[name]);
}

const isLost = ({ disputes = [] }: Pick<PaymentRecord, 'disputes'>) => disputes.some(({ state }) => state === 'lost');

/** The provider would not make the refund of this name, since the bank has the money. */
export function heldByBank(name: string): OrderStep {
  return (order) => {
    const { owed } = order.payment;
    if (owed?.name !== name || owed.disputed) return undefined;
    const held: PaymentRecord = { ...order.payment, owed: { ...owed, disputed: true } };
    // One that ended before: nobody will tell of it again.
    return { ...order, payment: isLost(held) ? settled(held, order.state) : held };
  };
}

/** What is owed, by what the disputes have become: it goes on waiting, is asked for again, or is owed no more. */
function settled({ owed, ...payment }: PaymentRecord, state: OrderRecord['state']): PaymentRecord {
  if (!owed?.disputed) return owed ? { ...payment, owed } : payment;
  const { disputes = [], failedRefunds = [] } = payment;
  const lost = disputes.filter((one) => one.state === 'lost');
  if (lost.length > 0) {
    const after: PaymentRecord = { ...payment, state: state === 'cancelled' ? 'refunded' : payment.state };
    // The bank took a part alone. The provider refunds nothing more of such a payment, so people give the rest back.
    if (lost.reduce((sum, { amount }) => sum + amount, 0) >= owed.amount) return after;
    return { ...after, failedRefunds: [...failedRefunds, ...lost.map(({ id }) => ({ id, name: owed.name }))] };
  }
  const { disputed: _, ...again } = owed;
  return { ...payment, owed: disputes.some(bankHasMoney) ? owed : again };
}
