import type { Charge } from '../../lambdas/ordering/order/charge.ts';
import type { Authorisation, PaymentPort } from '../../lambdas/ordering/payment/payment.ts';
import { Breach } from '../audit/breach.ts';
import { Injected } from './cloud.ts';

/**
 * A card company with a memory: what is asked again under the same name is done once. Some cards it decides later,
 * and then says so, by itself, twice if it must. What no merchant should ask for is a breach at once.
 *
 *   authorise ─▶ pending ─▶ authorised ─▶ captured ─▶ refunded, part by part
 *                   └──────────┴────────▶ voided, or withdrawn by itself: authorised nevermore
 */
export interface Account {
  readonly amount: number;
  state: 'pending' | 'authorised' | 'declined' | 'voided' | 'withdrawn';
  captured: number;
  readonly refunds: Map<string, number>;
  /** It takes back its word when the money is to be taken. */
  readonly fickle: boolean;
  /** Milliseconds since the epoch: when a pending charge is decided. */
  readonly decidesAt: number;
}

export interface BankOf {
  /** Tells the merchant, at this time, that it decided. */
  announce(order: string, at: number): void;
  /** Money is taken, for the first time. */
  taken(order: string, amount: number): void;
}

export class Bank {
  readonly accounts = new Map<string, Account>();
  readonly #of: BankOf;

  constructor(of: BankOf) {
    this.#of = of;
  }

  readonly port: PaymentPort = {
    objection: () => undefined,
    authorise: async (charge, payment, now) => {
      const known = this.accounts.get(charge.order);
      if (known) return said(known, charge.order, now);
      const card = payment.method === 'sandbox-card' ? payment.card : 'declined';
      const account = this.#open(charge, card, now);
      if (card === 'no-answer') throw new Injected('The card company does not answer');
      return said(account, charge.order, now);
    },
    look: async ({ order }, now) => {
      const account = this.accounts.get(order);
      return account ? said(account, order, now) : { state: 'pending' };
    },
    capture: async ({ order, amount }) => {
      const account = this.#known(order, 'capture');
      if (account.fickle && account.state === 'authorised') account.state = 'withdrawn';
      if (account.state === 'withdrawn') return 'withdrawn';
      if (account.state !== 'authorised')
        throw new Breach('O1', `Order ${order} is captured, and its payment is ${account.state}`, [order]);
      if (amount > account.amount)
        throw new Breach('O1', `Order ${order} is captured for ${amount} of ${account.amount} authorised`, [order]);
      if (account.captured > 0 && account.captured !== amount)
        throw new Breach('O1', `Order ${order} is captured for ${account.captured}, then for ${amount}`, [order]);
      const first = account.captured === 0;
      account.captured = amount;
      if (first) this.#of.taken(order, amount);
      return 'captured';
    },
    void: async (order) => {
      const account = this.accounts.get(order) ?? emptyAccount();
      this.accounts.set(order, account);
      if (account.captured > 0) throw new Breach('O1', `Order ${order} is voided after it was captured`, [order]);
      if (account.state !== 'declined' && account.state !== 'withdrawn') account.state = 'voided';
    },
    refund: async ({ order, name, amount }) => {
      const account = this.#known(order, 'refund');
      const before = account.refunds.get(name);
      if (before !== undefined && before !== amount)
        throw new Breach('O1', `Refund ${name} of order ${order} is ${before}, then ${amount}`, [order]);
      account.refunds.set(name, amount);
      if (refundedOf(account) > account.captured)
        throw new Breach('O1', `Order ${order}: ${refundedOf(account)} given back of ${account.captured}`, [order]);
    },
  };

  #open({ order, amount, heldUntil }: Charge, card: string, now: number): Account {
    const decidesAt = card === 'late' ? heldUntil + 20_000 : card === 'twice' ? now + 3000 : now;
    const state = card === 'declined' ? 'declined' : decidesAt > now ? 'pending' : 'authorised';
    const account: Account = { ...emptyAccount(), amount, state, decidesAt, fickle: card === 'withdrawn' };
    this.accounts.set(order, account);
    if (state === 'pending') for (const later of [0, 5000]) this.#of.announce(order, decidesAt + later);
    return account;
  }

  #known(order: string, act: string): Account {
    const account = this.accounts.get(order);
    if (!account) throw new Breach('O1', `${act} of order ${order}, of which the bank knows nothing`, [order]);
    return account;
  }
}

const emptyAccount = (): Account => ({
  amount: 0,
  state: 'voided',
  captured: 0,
  refunds: new Map(),
  decidesAt: 0,
  fickle: false,
});

function said(account: Account, order: string, now: number): Authorisation {
  const reference = `charge-of-${order}`;
  if (account.state === 'pending' && now >= account.decidesAt) account.state = 'authorised';
  if (account.state === 'pending') return { state: 'pending', reference };
  return { state: account.state === 'authorised' ? 'authorised' : 'declined', reference };
}

export function refundedOf({ refunds }: Pick<Account, 'refunds'>): number {
  return [...refunds.values()].reduce((sum, amount) => sum + amount, 0);
}
