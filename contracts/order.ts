import { z } from 'zod';

/** Body of `POST /api/orders`. Needs a pass, and an `idempotency-key` header. */
export const orderRequest = z.object({
  /** Slips of the holds to buy. */
  slips: z.array(z.string().min(1).max(8192)).min(1, 'send the slip of at least one hold').max(20),
  buyer: z.object({
    name: z.string().trim().min(1, 'type the name the tickets are for').max(120, 'use at most 120 characters'),
    email: z.email('type an e-mail address such as ada@example.org').max(254),
    phone: z.string().trim().max(32).optional(),
  }),
  payment: z.discriminatedUnion('method', [
    /** The box office takes payment later, by the deadline. */
    z.object({ method: z.literal('box-office') }),
    /** A pretend card that only the local cloud accepts. */
    z.object({ method: z.literal('sandbox-card'), card: z.enum(['approved', 'declined']) }),
  ]),
});
export type OrderRequest = z.infer<typeof orderRequest>;

export type PaymentMethod = OrderRequest['payment']['method'];

/**
 * placed ──▶ confirmed        every seat sold (some, if `lost` names the others)
 *        └─▶ refused          no seat could be sold, or the card was declined; nothing is charged
 */
export type OrderState = 'placed' | 'confirmed' | 'refused';

export interface OrderLine {
  readonly hold: string;
  readonly performance: string;
  readonly title: string;
  readonly startsAt: number;
  readonly venue: string;
  readonly seats: readonly {
    readonly id: string;
    readonly label: string;
    readonly category: string;
    readonly price: number;
  }[];
  readonly outcome: 'asked' | 'sold' | 'lost';
}

export interface Ticket {
  readonly id: string;
  readonly performance: string;
  readonly seat: string;
  readonly label: string;
  readonly title: string;
  readonly startsAt: number;
  readonly venue: string;
  /**
   * What the QR code says: `t1.<payload>.<signature>`, payload base64url(JSON {i: ticket, p: performance,
   * s: seat, o: order}), signature base64url of Ed25519 over `t1.<payload>`.
   */
  readonly code: string;
}

/** Answer to `POST /api/orders` (202) and `GET /api/orders/{order}` (200, with the order's key in a header). */
export interface OrderView {
  readonly order: string;
  /** The right to see this order: `stampede-order-key`. Only in the answer to `POST`. */
  readonly key?: string;
  /** Short and speakable, for the telephone, e.g. `K7M-4QX`. */
  readonly reference: string;
  readonly state: OrderState;
  readonly refusal?: 'card-declined' | 'seats-lost';
  /** With `seats-lost`, for an hour: lets the fan shop again without waiting. See `Voucher`. */
  readonly voucher?: string;
  readonly lines: readonly OrderLine[];
  readonly currency: string;
  readonly timeZone: string;
  /** Minor units, of the seats not lost. */
  readonly total: number;
  readonly payment: {
    readonly method: PaymentMethod;
    readonly state: 'promised' | 'authorised' | 'captured' | 'voided' | 'declined';
    /** Milliseconds since the epoch: pay the box office before; only with a promise. */
    readonly deadline?: number;
  };
  readonly tickets: readonly Ticket[];
  readonly placedAt: number;
}

/** One line of the order book, for box-office staff. Answer to `GET /api/staff/orders`: `{ orders, next? }`. */
export interface OrderBookEntry extends Omit<OrderView, 'key' | 'voucher' | 'tickets'> {
  readonly buyer: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly tickets: number;
}

export interface OrderBookPage {
  readonly orders: readonly OrderBookEntry[];
  /** Pass as `?from=` for the next page. */
  readonly next?: string;
}
