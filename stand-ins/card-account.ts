/*
 * A card company handles one payment by these rules. They are Stripe's, for a payment whose capture is manual
 * (https://docs.stripe.com/payments/paymentintents/lifecycle). Every imitation of a card company here acts by them.
 *
 *   unpaid ─ ponder ─▶ pending ─ authorise ─▶ authorised ─ capture ─▶ captured ─ refund ─▶ captured, less and less
 *     └──────────────────┴────── cancel ────────┴─▶ cancelled             the merchant lets go
 *                                               └─▶ withdrawn             its bank takes back its word
 *
 * A refusal changes nothing. That an act is asked for again is for whoever keeps the accounts to know: by a key, as
 * Stripe does, or by the order.
 */

export interface CardAccount {
  readonly state: 'unpaid' | 'pending' | 'authorised' | 'captured' | 'cancelled' | 'withdrawn';
  /** In minor units, as are the others: what is to be authorised. */
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

export type CardRefusal = 'wrong-state' | 'too-much' | 'nothing-left';
export type Acted =
  | { readonly ok: true; readonly account: CardAccount }
  | { readonly ok: false; readonly refusal: CardRefusal };

export function openAccount(amount: number): CardAccount {
  return { state: 'unpaid', amount, captured: 0, refunded: 0 };
}

/** The bank will decide later. */
export function ponder(account: CardAccount): Acted {
  return from(account, ['unpaid'], { state: 'pending' });
}

export function authorise(account: CardAccount): Acted {
  return from(account, ['unpaid', 'pending'], { state: 'authorised' });
}

/** Once, and at most what was authorised; the rest is let go of. */
export function capture(account: CardAccount, amount: number): Acted {
  const captured = from(account, ['authorised'], { state: 'captured', captured: amount });
  return captured.ok && !isPart(amount, account.amount) ? { ok: false, refusal: 'too-much' } : captured;
}

export function cancel(account: CardAccount): Acted {
  return from(account, ['unpaid', 'pending', 'authorised'], { state: 'cancelled' });
}

export function withdraw(account: CardAccount): Acted {
  return from(account, ['authorised'], { state: 'withdrawn' });
}

/** As often as there is something left of what was captured. */
export function refund(account: CardAccount, amount: number): Acted {
  const refunded = from(account, ['captured'], { refunded: account.refunded + amount });
  if (!refunded.ok) return refunded;
  const left = account.captured - account.refunded;
  if (left === 0) return { ok: false, refusal: 'nothing-left' };
  return isPart(amount, left) ? refunded : { ok: false, refusal: 'too-much' };
}

function from(account: CardAccount, states: readonly CardAccount['state'][], change: Partial<CardAccount>): Acted {
  if (!states.includes(account.state)) return { ok: false, refusal: 'wrong-state' };
  return { ok: true, account: { ...account, ...change } };
}

function isPart(amount: number, whole: number): boolean {
  return Number.isInteger(amount) && amount >= 1 && amount <= whole;
}
