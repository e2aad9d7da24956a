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

/** The charge to be paid. Amounts in minor units. */
export interface Charge {
  readonly order: string;
  readonly amount: number;
  readonly currency: string;
  /** Milliseconds since the epoch. */
  readonly placedAt: number;
  /** Milliseconds since the epoch: the earliest performance. */
  readonly firstStartsAt: number;
  /** Milliseconds since the epoch: when the first of its holds lapses. */
  readonly heldUntil: number;
  /** As `authorise` answered it. */
  readonly reference?: string;
}
