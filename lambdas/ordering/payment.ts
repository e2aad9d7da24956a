import type { OrderRequest, PaymentMethod } from '../../contracts/order.ts';

/*
 * Payment is a port. An order is authorised once its price is known and before any seat is asked for;
 * captured for exactly the seats that were sold; voided if none was. Every act carries the order's id
 * and must come to the same thing however often it is repeated, because each may be cut short right
 * after it happened.
 *
 *   authorise ─▶ authorised ─▶ capture ─▶ captured        a card
 *      │     └─▶ promised ──▶ capture ─▶ promised         the box office takes the money by the deadline
 *      │     └──────────────▶ void ────▶ voided           no seat was sold
 *      └─▶ declined
 */

/** What is to be paid. Amounts in minor units. */
export interface Charge {
  readonly order: string;
  readonly amount: number;
  readonly currency: string;
  /** Milliseconds since the epoch. */
  readonly placedAt: number;
  /** Milliseconds since the epoch: the earliest performance. */
  readonly firstStartsAt: number;
}

export type Authorisation =
  | { readonly state: 'authorised' }
  | { readonly state: 'promised'; readonly deadline: number }
  | { readonly state: 'declined' };

/** One way to pay. */
export interface PaymentPort {
  /** Why this way cannot be used for this charge, in words to the fan; undefined if it can. Touches nothing. */
  objection(charge: Charge): string | undefined;
  authorise(charge: Charge, payment: OrderRequest['payment']): Promise<Authorisation>;
  /** `amount` is at most what was authorised. */
  capture(charge: { readonly order: string; readonly amount: number }): Promise<'captured' | 'promised'>;
  void(order: string): Promise<void>;
}

/** The ways to pay that are offered here. */
export type PaymentPorts = ReadonlyMap<PaymentMethod, PaymentPort>;
