import type { OrderRequest, PaymentMethod } from '../../../contracts/order.ts';
import type { Charge } from '../order/charge.ts';

/*
 * Payment is a port. An order is authorised once its price is known and before any seat is asked for. It is captured
 * for exactly the seats that were sold, and voided if none was. Money is given back, whole or in part, when seats come
 * back. Every act carries the charge's id and must come to the same thing however often it is repeated, because each
 * may be cut short right after it happened.
 *
 *   authorise ─▶ pending ───▶ look ────▶ any of these     the fan or the provider is not done
 *      │     └─▶ authorised ─▶ capture ─▶ captured ─▶ refund    a card
 *      │     │                    ├────▶ withdrawn             its bank took back its word: nothing can be taken
 *      │     │                    └────▶ too-small             so little is taken by the box office alone
 *      │     └─▶ promised ──▶ capture ─▶ promised         the box office takes the money by the deadline
 *      │     └──────────────▶ void ────▶ voided           no seat was sold
 *      └─▶ declined
 */
/**
 * `reference` is the provider's own id of this charge. It is kept with the order, in the write that records this
 * answer, and handed back with every later act. Without one, nothing was begun at the provider that anybody could still
 * pay.
 */
export type Authorisation = (
  | { readonly state: 'authorised' }
  | { readonly state: 'promised'; readonly deadline: number }
  | { readonly state: 'declined' }
  /**
   * `clientSecret` is what the page needs to go on; it is kept with the order, and shown to nobody else. `bankAsks`: the
   * buyer has done their part, and their bank is at work on it, or asks them.
   */
  | { readonly state: 'pending'; readonly clientSecret?: string; readonly bankAsks?: true }
) & { readonly reference?: string };

/** Part of what was captured, given back. */
export interface Refund {
  readonly order: string;
  /** The name of one of the order's refunds: asked again under the same name, it is the same refund. */
  readonly name: string;
  readonly amount: number;
  /** The charge's. */
  readonly reference?: string;
}

/** The part of a charge that is taken. */
export interface Capture {
  readonly order: string;
  readonly amount: number;
  readonly reference?: string;
}

export type Captured = 'captured' | 'promised' | 'withdrawn' | 'too-small';

/** One way to pay. */
export interface PaymentPort {
  /** Why this way cannot be used for this charge, in words to the fan; undefined if it can. Touches nothing. */
  objection(charge: Charge): string | undefined;
  authorise(charge: Charge, payment: OrderRequest['payment'], now: number): Promise<Authorisation>;
  /** The provider's present knowledge of a pending charge. */
  look(charge: Charge, now: number): Promise<Authorisation>;
  /**
   * `amount` is at most what was authorised. `withdrawn`: nothing was taken, and nothing ever can be. `too-small`: nothing
   * was taken and all was let go of, since the provider takes no charge as small as this.
   */
  capture(charge: Capture): Promise<Captured>;
  /** Lets go of what was authorised, or of what is pending: it can no longer be authorised after. */
  void(order: string, reference?: string): Promise<void>;
  /** `disputed`: nothing was given back, since the bank has the money by a dispute. */
  refund(refund: Refund): Promise<'disputed' | undefined>;
}

/** The ways to pay that are offered here. */
export type PaymentDeps = ReadonlyMap<PaymentMethod, PaymentPort>;
