import type { Charge } from '../../lambdas/ordering/order/charge.ts';
import type { Authorisation, PaymentPort } from '../../lambdas/ordering/payment/payment.ts';
import * as card from '../../stand-ins/card-account.ts';
import { Breach } from '../audit/breach.ts';
import { Injected } from './cloud.ts';

/**
 * A card company with a memory: an act that is asked again under the same name is done once. stand-ins/card-account.ts
 * says what becomes of a payment, as for the pretend Stripe. Some cards the bank decides later, and then says so, by
 * itself, twice if it must. A request that no merchant should make is a breach at once.
 */
export interface Account {
  card: card.CardAccount;
  /** By name. */
  readonly refunds: Map<string, number>;
  /** Its bank takes back its word when the money is to be taken. */
  readonly fickle: boolean;
  /** Milliseconds since the epoch: when a pending charge is decided. */
  readonly decidesAt: number;
  /** It asks its customer meanwhile. */
  readonly asks?: boolean;
}

export interface BankOf {
  /** Tells the merchant, at this time, that it decided. */
  announce(order: string, decidesAt: number): void;
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
      const kind = payment.method === 'sandbox-card' ? payment.card : 'declined';
      const account = this.#open(charge, kind, now);
      if (kind === 'no-answer') throw new Injected('The card company does not answer');
      return said(account, charge.order, now);
    },
    look: async ({ order }, now) => {
      const account = this.accounts.get(order);
      return account ? said(account, order, now) : { state: 'pending' };
    },
    capture: async ({ order, amount }) => {
      const account = this.#known(order, 'capture');
      if (account.card.state === 'captured' && account.card.captured === amount) return 'captured';
      if (account.fickle) account.card = after(card.withdraw(account.card)) ?? account.card;
      if (account.card.state === 'withdrawn') return 'withdrawn';
      // Free seats were sold, and those with a price were lost: nothing is taken, and the rest let go of.
      if (amount === 0) {
        account.card = after(card.cancel(account.card)) ?? account.card;
        return 'captured';
      }
      const { state, amount: authorised, captured: before } = account.card;
      account.card =
        after(card.capture(account.card, amount)) ??
        this.#never(order, `is captured for ${amount}; it is ${state}, ${before} of ${authorised} taken`);
      this.#of.taken(order, amount);
      return 'captured';
    },
    void: async (order) => {
      const account = this.accounts.get(order) ?? newAccount(0);
      this.accounts.set(order, account);
      if (account.card.state === 'captured') this.#never(order, 'is voided after it was captured');
      // A payment that is over already stays as it is.
      account.card = after(card.cancel(account.card)) ?? account.card;
    },
    refund: async ({ order, name, amount }) => {
      const account = this.#known(order, 'refund');
      const before = account.refunds.get(name);
      if (before === amount || amount === 0) return;
      if (before !== undefined) this.#never(order, `has refund ${name} of ${before}, then of ${amount}`);
      const { state, captured, refunded } = account.card;
      account.card =
        after(card.refund(account.card, amount)) ??
        this.#never(order, `is to give back ${amount}; it is ${state}, ${refunded} of ${captured} given back`);
      account.refunds.set(name, amount);
    },
  };

  #open({ order, amount, heldUntil }: Charge, kind: string, now: number): Account {
    const decidesAt = kind === 'late' || kind === 'asks' ? heldUntil + 20_000 : kind === 'twice' ? now + 3000 : now;
    const account: Account = { ...newAccount(amount), decidesAt, fickle: kind === 'withdrawn', asks: kind === 'asks' };
    this.accounts.set(order, account);
    if (kind === 'declined') return account;
    account.card = after(decidesAt > now ? card.ponder(account.card) : card.authorise(account.card)) ?? account.card;
    if (decidesAt > now) for (const later of [0, 5000]) this.#of.announce(order, decidesAt + later);
    return account;
  }

  #never(order: string, what: string): never {
    throw new Breach('O1', `Order ${order} ${what}`, [order]);
  }

  #known(order: string, act: string): Account {
    const account = this.accounts.get(order);
    if (!account) throw new Breach('O1', `${act} of order ${order}, of which the bank knows nothing`, [order]);
    return account;
  }
}

function newAccount(amount: number): Account {
  return { card: card.openAccount(amount), refunds: new Map(), decidesAt: 0, fickle: false };
}

/** Undefined if the card company would refuse. */
function after(acted: card.Acted): card.CardAccount | undefined {
  return acted.ok ? acted.account : undefined;
}

function said(account: Account, order: string, now: number): Authorisation {
  const reference = `charge-of-${order}`;
  if (account.card.state === 'pending' && now >= account.decidesAt)
    account.card = after(card.authorise(account.card)) ?? account.card;
  const { state } = account.card;
  if (state === 'pending') return { state, reference, ...(account.asks && { bankAsks: true }) };
  return { state: state === 'authorised' || state === 'captured' ? 'authorised' : 'declined', reference };
}
