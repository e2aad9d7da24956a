import { z } from 'zod';
import { opaqueId, seatId, slug } from './ids.ts';
import { longestSigned } from './pass.ts';

/**
 * approved: at once. declined: at once. no-answer: approved, but the first ask for it dies without a word.
 * late: approved only after the seats have lapsed. twice: approved, and said twice. withdrawn: approved, and taken back
 * before the money is taken.
 */
export const sandboxCards = ['approved', 'declined', 'no-answer', 'late', 'twice', 'withdrawn'] as const;

/** Body of `POST /api/orders`. Needs a pass, and an `idempotency-key` header. */
export const orderRequest = z.object({
  /** Slips of the holds to buy. */
  slips: z.array(z.string().min(1).max(longestSigned)).min(1, 'send the slip of at least one hold').max(20),
  buyer: z.object({
    name: z.string().trim().min(1, 'type the name the tickets are for').max(120, 'use at most 120 characters'),
    email: z.email('type an e-mail address such as ada@example.org').max(254),
    phone: z.string().trim().max(32).optional(),
  }),
  payment: z.discriminatedUnion('method', [
    /** The box office takes payment later, by the deadline. */
    z.object({ method: z.literal('box-office') }),
    /** A pretend card that only the local cloud accepts. What becomes of it: see `sandboxCards`. */
    z.object({ method: z.literal('sandbox-card'), card: z.enum(sandboxCards) }),
    /** The page confirms the payment with Stripe; card data never reaches us. */
    z.object({ method: z.literal('stripe') }),
  ]),
  /** Reduced prices, by seat; full price for every other. */
  concessions: z
    .array(z.object({ hold: opaqueId, seat: seatId, concession: slug }))
    .max(1000)
    .optional(),
});
export type OrderRequest = z.infer<typeof orderRequest>;

export type PaymentMethod = OrderRequest['payment']['method'];

/**
 * paying ──▶ placed ──▶ confirmed ──▶ cancelled    all seats given back, and the money
 *    │          │
 *    └──────────┴────▶ refused                     no seat could be sold, or payment did not come; nothing is charged
 *
 * paying: the payment provider has not decided. placed: the house is asked for the seats. confirmed: every seat
 * sold (some, if `lost` names the others).
 */
export type OrderState = 'paying' | 'placed' | 'confirmed' | 'refused' | 'cancelled';

/** Who does something to an order. */
export type OrderActor = 'fan' | 'staff' | 'house' | 'payment' | 'clock';

/** One entry of an order's audit: nothing personal, no card data. */
export interface OrderAct {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly by: OrderActor;
  readonly act:
    | 'placed'
    | 'payment-decided'
    | 'seats-answered'
    | 'confirmed'
    | 'refused'
    | 'payment-taken'
    | 'cancel-asked'
    | 'exchange-asked'
    | 'exchanged'
    | 'exchange-kept'
    | 'cancelled'
    /** The cancellation could not be made: a ticket had opened the door. */
    | 'cancel-kept'
    | 'tickets-sent'
    /** The buyer was written to that it is over. */
    | 'end-told';
  /** e.g. the reason that staff gave, or the seats. */
  readonly note?: string;
}

/** Body of `POST /api/orders/{order}/exchange`: one line's seats for others of the same performance, seat for seat. */
export const exchangeRequest = z.object({
  hold: opaqueId,
  /** Those given up. */
  from: z.array(seatId).min(1).max(50),
  /** As many others. */
  to: z.array(seatId).min(1).max(50),
});
export type ExchangeRequest = z.infer<typeof exchangeRequest>;

/** Body of `POST /api/staff/orders/{order}`: what the box office does for a fan. */
export const staffAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('cancel'), reason: z.string().trim().min(1, 'say why').max(200) }),
  /** The promised money has come. */
  z.object({ act: z.literal('take-payment') }),
  exchangeRequest.extend({ act: z.literal('exchange') }),
]);
export type StaffAct = z.infer<typeof staffAct>;

export interface OrderItem {
  readonly hold: string;
  readonly performance: string;
  readonly title: string;
  readonly startsAt: number;
  readonly venue: string;
  readonly seats: readonly {
    readonly id: string;
    readonly label: string;
    readonly category: string;
    /** Minor units: what is paid, reduced or not. */
    readonly price: number;
    /** Name of the concession. */
    readonly concession?: string;
  }[];
  readonly outcome: 'asked' | 'sold' | 'lost' | 'returned';
}

/** payment-withdrawn: the bank took back its word before the money was taken; `changing` until the seats are back. */
export type OrderRefusal = 'card-declined' | 'seats-lost' | 'not-paid' | 'payment-withdrawn';

/**
 * pending: the provider has not decided. promised: the box office takes it by the deadline. expired: it did not come.
 */
export type PaymentState =
  | 'pending'
  | 'promised'
  | 'authorised'
  | 'captured'
  | 'voided'
  | 'declined'
  | 'expired'
  | 'refunding'
  | 'refunded';

export interface Ticket {
  readonly id: string;
  readonly performance: string;
  readonly seat: string;
  readonly label: string;
  readonly title: string;
  readonly startsAt: number;
  readonly venue: string;
  /** Name of the concession: the door asks for proof. */
  readonly concession?: string;
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
  readonly refusal?: OrderRefusal;
  /** With `seats-lost`, for an hour: lets the fan shop again without waiting. See `Voucher`. */
  readonly voucher?: string;
  readonly items: readonly OrderItem[];
  readonly currency: string;
  readonly timeZone: string;
  /** Minor units, of the seats not lost. */
  readonly total: number;
  readonly payment: {
    readonly method: PaymentMethod;
    readonly state: PaymentState;
    /** Milliseconds since the epoch: pay the box office before; only with a promise. */
    readonly deadline?: number;
    /** With `pending` and Stripe: what its page element needs. */
    readonly clientSecret?: string;
    /** Minor units given back so far. */
    readonly refunded?: number;
    /** Minor units still to be paid at the box office, after an exchange for dearer seats. */
    readonly due?: number;
  };
  /** A cancellation or an exchange that is on its way. */
  readonly changing?: 'cancel' | 'exchange';
  /** The last change that was asked for, if it could not be made, and why. Gone with the next. */
  readonly unchanged?: { readonly change: 'cancel' | 'exchange'; readonly why: 'seats-taken' | 'ticket-used' };
  /** What the fan may do with it now. */
  readonly may?: { readonly cancel: boolean; readonly exchange: boolean };
  readonly tickets: readonly Ticket[];
  readonly placedAt: number;
}

/** One line of the order book, for box-office staff. Answer to `GET /api/staff/orders`: `{ orders, next? }`. */
export interface OrderBookEntry extends Omit<OrderView, 'key' | 'voucher' | 'tickets'> {
  readonly buyer: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly tickets: number;
}

/** Answer to `GET /api/staff/orders/{order}`: all that became of it. */
export interface OrderAudit extends OrderBookEntry {
  readonly history: readonly OrderAct[];
}

export interface OrderBookPage {
  readonly orders: readonly OrderBookEntry[];
  /** Pass as `?from=` for the next page. */
  readonly next?: string;
}
