import { z } from 'zod';
import { opaqueId, seatId, slug } from './ids.ts';
import { languages } from './languages.ts';
import { newsConsent } from './news-consent.ts';
import { newsTexts } from './news-texts.ts';
import { longestSigned } from './pass.ts';
import { cancelledItem, movedItem } from './performance-in-order.ts';
import { inOneLine, lineText, seenText } from './seen.ts';

/* Long because an order is one shape: what is asked, what is shown of it, and to whom. */

/**
 * approved: at once. declined: at once. no-answer: approved, but the first ask for it dies without a word.
 * late: approved only after the seats have lapsed, without a word before. asks: its bank asks the buyer, and approves as
 * late; the seats wait for it. twice: approved, and said twice. withdrawn: approved, and taken back
 * before the money is taken.
 */
export const sandboxCards = ['approved', 'declined', 'no-answer', 'late', 'asks', 'twice', 'withdrawn'] as const;

/** Body of `place-order`. */
export const orderRequest = z.strictObject({
  slips: z
    .array(z.string().min(1).max(longestSigned))
    .min(1, 'send the slip of at least one hold')
    .max(20)
    .describe('Slips of the holds to buy.'),
  buyer: z.strictObject({
    name: lineText('type the name the tickets are for').max(120, 'use at most 120 characters'),
    email: z.email('type an e-mail address such as ada@example.org').max(254),
    phone: z.string().overwrite(inOneLine).trim().max(32).optional(),
  }),
  payment: z.discriminatedUnion('method', [
    z
      .strictObject({ method: z.literal('box-office') })
      .describe('The box office takes payment later, by the deadline.'),
    // The fate of the payment: see `sandboxCards`.
    z
      .strictObject({ method: z.literal('sandbox-card'), card: z.enum(sandboxCards) })
      .describe(
        'A pretend card. The local cloud accepts it; a deployed stage does for trials alone, which fans cannot see.',
      ),
    z
      .strictObject({ method: z.literal('stripe') })
      .describe('The page confirms the payment with Stripe; card data never reaches us.'),
  ]),
  concessions: z
    .array(z.strictObject({ hold: opaqueId, seat: seatId, concession: slug }))
    .max(1000)
    .optional()
    .describe('Reduced prices, by seat; full price for every other.'),
  language: z
    .enum(languages)
    .optional()
    .describe("Of the buyer's page: tickets and mails are in it. Left out, they are in the venue's."),
  news: z
    .enum(newsTexts)
    .optional()
    .describe('The buyer allows the venue to write about other shows: the text that they said yes to. Left out: no.'),
});
export type OrderRequest = z.infer<typeof orderRequest>;

const paymentMethods = [
  'box-office',
  'sandbox-card',
  'stripe',
] as const satisfies readonly OrderRequest['payment']['method'][];
/** A way to pay, by its name. */
export const paymentMethod = z.enum(paymentMethods);
export type PaymentMethod = OrderRequest['payment']['method'];

/**
 * paying ──▶ placed ──▶ confirmed ──▶ cancelled    all seats given back, and the money
 *    │          │
 *    └──────────┴────▶ refused                     no seat could be sold, or payment did not come; nothing is charged
 *
 * paying: the payment provider has not decided. placed: the house is asked for the seats. confirmed: every seat
 * sold (some, if `lost` names the others).
 */
export const orderState = z.enum(['paying', 'placed', 'confirmed', 'refused', 'cancelled']);
export type OrderState = z.infer<typeof orderState>;

/** The actors on an order. */
export const orderActor = z.enum(['fan', 'staff', 'door', 'house', 'payment', 'clock']);
export type OrderActor = z.infer<typeof orderActor>;

/**
 * warning-…: a bank asks, and has taken no money. needs-response: the money is with the bank, and the venue may answer.
 * won: the money is back. lost: the buyer has it. prevented: it was settled before it was a dispute. appeal-…: as the
 * words without it, once more.
 */
export const disputeStates = [
  'needs-response',
  'under-review',
  'won',
  'lost',
  'warning-needs-response',
  'warning-under-review',
  'warning-closed',
  'appeal-needs-response',
  'appeal-under-review',
  'prevented',
] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A buyer asked their bank for the money of an order back. */
export const cardDispute = z
  .object({
    id: z.string().describe("The provider's own."),
    state: z.enum(disputeStates),
    amount: z.number().int().describe('Minor units of `currency`: all of what was paid, or a part.'),
    currency: z.string().describe('ISO 4217. A bank may name another one than the order.'),
    reason: z.string().describe("The provider's word for what the buyer told their bank, e.g. `fraudulent`."),
    answerBy: z
      .number()
      .int()
      .exactOptional()
      .describe('Milliseconds since the epoch: an answer counts before it. Left out: the bank takes none.'),
    heardAt: z.number().int().describe('Milliseconds since the epoch: when it was first seen as it is.'),
  })
  .readonly();
export type CardDispute = z.infer<typeof cardDispute>;

/** One entry of an order's audit: nothing personal, no card data. */
export const orderAct = z
  .object({
    happenedAt: z.number().int().describe('Milliseconds since the epoch.'),
    by: orderActor,
    act: z
      .enum([
        'placed',
        'payment-decided',
        'seats-answered',
        'confirmed',
        'refused',
        'payment-taken',
        'cancel-asked',
        'exchange-asked',
        'exchanged',
        'exchange-kept',
        'cancelled',
        'cancel-kept',
        'tickets-sent',
        'end-told',
        'refund-failed',
        'disputed',
        'performance-cancelled',
        'performance-moved',
        'performance-told',
        'admitted-unpaid',
        'given-back',
        'choice-offered',
        'choice-asked',
        'choice-made',
        'choice-kept',
        'choice-ended',
        'mail-asked',
        'address-corrected',
        'news-taken-back',
        'person-erased',
      ])
      .describe(
        '`cancel-kept`: the cancellation could not be made, as a ticket had opened the door. `end-told`: the buyer ' +
          'was written to that it is over. `refund-failed`: the bank sent a refund back; the note is its id. ' +
          '`disputed`: the buyer’s bank asks for the money back, or what became of that; the note is its id and state. ' +
          '`performance-told`: the buyer was written to about what became of a performance. ' +
          '`admitted-unpaid`: a door let a ticket in while money was owed. `choice-offered`: a performance was cancelled, ' +
          'and the buyer chooses another date or the money. `choice-kept`: the date that was asked for had no such seats. ' +
          '`choice-ended`: the money goes back. `mail-asked`: staff had the last mail sent again. `address-corrected`: staff ' +
          'corrected the buyer’s e-mail address. `news-taken-back`: the venue writes to the buyer about other shows no more. ' +
          '`person-erased`: nothing of the buyer is kept any more.',
      ),
    note: z.string().exactOptional().describe('e.g. the reason that staff gave, or the seats.'),
  })
  .readonly();
export type OrderAct = z.infer<typeof orderAct>;

/** Body of `exchange-seats`: one item's seats for others of the same performance, seat for seat. */
export const exchangeRequest = z.strictObject({
  hold: opaqueId,
  from: z.array(seatId).min(1).max(50).describe('Those given up.'),
  to: z.array(seatId).min(1).max(50).describe('As many others.'),
});
export type ExchangeRequest = z.infer<typeof exchangeRequest>;

/** Body of `give-back-tickets`: some of an order's tickets, or all. */
export const giveBackRequest = z.strictObject({
  tickets: z.array(opaqueId).min(1, 'name a ticket').max(1000).describe('Ids of tickets, as `may.tickets` names them.'),
});
export type GiveBackRequest = z.infer<typeof giveBackRequest>;

/** Body of `choose-date`: the cancelled performance, and the date in its place. */
export const dateRequest = z.strictObject({
  performance: slug.describe('The one that was cancelled, as `choices` names it.'),
  instead: slug.describe('One of the dates of that choice.'),
});
export type DateRequest = z.infer<typeof dateRequest>;

/** Body of `change-order`: an act of the box office for a fan. */
export const staffAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('cancel'), reason: seenText('say why').max(200) }),
  z.strictObject({ act: z.literal('take-payment') }).describe('The promised money has come.'),
  exchangeRequest.extend({ act: z.literal('exchange') }),
  dateRequest.extend({ act: z.literal('choose-date') }).describe('Another date in place of a cancelled performance.'),
  z
    .strictObject({ act: z.literal('money-back'), performance: dateRequest.shape.performance })
    .describe('The money in place of another date.'),
  z
    .strictObject({ act: z.literal('resend-mail'), reason: seenText('say why').max(200) })
    .describe('The last mail again: the tickets as they are now, or that it is over. Within a minute twice is once.'),
  z
    .strictObject({
      act: z.literal('correct-email'),
      email: z.email('type an e-mail address such as ada@example.org').max(254),
      reason: seenText('say why').max(200),
    })
    .describe('The buyer’s address was wrong: what was sent to the old one is sent to this one.'),
  z
    .strictObject({ act: z.literal('take-back-news'), reason: seenText('say why').max(200) })
    .describe('The buyer takes back that the venue may write about other shows.'),
  z
    .strictObject({
      act: z.literal('erase-person'),
      reason: seenText('say why').max(200),
      although: z.literal('to-come').optional().describe('Also if a performance of it is still to come.'),
    })
    .describe('Name, address and number go; what accounts must keep stays. It cannot be undone.'),
]);
export type StaffAct = z.infer<typeof staffAct>;

const orderedSeat = z
  .object({
    id: z.string(),
    label: z.string(),
    category: z.string(),
    price: z.number().int().describe('Minor units: what is paid, reduced or not.'),
    concession: z.string().exactOptional().describe('Name of the reduced price.'),
    percentOff: z
      .number()
      .int()
      .exactOptional()
      .describe('Percent that the reduced price was lower by when the seat was ordered. An exchange keeps it.'),
  })
  .readonly();

export const orderItem = z
  .object({
    hold: z.string(),
    performance: z.string(),
    title: z.string(),
    startsAt: z.number().int().describe('Milliseconds since the epoch.'),
    venue: z.string(),
    seats: z.array(orderedSeat).readonly(),
    givenBack: z
      .array(orderedSeat)
      .readonly()
      .exactOptional()
      .describe('Seats whose tickets were given back one by one.'),
    outcome: z.enum(['asked', 'sold', 'lost', 'returned']),
    cancelled: cancelledItem.exactOptional().describe('The performance does not take place.'),
    insteadOf: z
      .string()
      .exactOptional()
      .describe('The cancelled performance in whose place the buyer chose this one.'),
    moved: movedItem.exactOptional().describe('The performance was moved, to the time and place that this item has.'),
  })
  .readonly();
export type OrderItem = z.infer<typeof orderItem>;

/** payment-withdrawn: the bank took back its word before the money was taken; `changing` until the seats are back. */
export const orderRefusal = z.enum([
  'card-declined',
  'seats-lost',
  'not-paid',
  'payment-withdrawn',
  'performance-cancelled',
]);
export type OrderRefusal = z.infer<typeof orderRefusal>;

/**
 * pending: the provider has not decided. promised: the box office takes it by the deadline. expired: it did not come.
 */
export const paymentState = z.enum([
  'pending',
  'promised',
  'authorised',
  'captured',
  'voided',
  'declined',
  'expired',
  'refunding',
  'refunded',
]);
export type PaymentState = z.infer<typeof paymentState>;

export const ticket = z
  .object({
    id: z.string(),
    performance: z.string(),
    seat: z.string(),
    label: z.string(),
    title: z.string(),
    startsAt: z.number().int().describe('Milliseconds since the epoch.'),
    venue: z.string(),
    concession: z.string().exactOptional().describe('Name of the reduced price: the door asks for proof.'),
    code: z
      .string()
      .describe(
        'What the QR code says: `t1.<payload>.<signature>`, payload base64url(JSON {i: ticket, p: performance, ' +
          's: seat, o: order, n: on-sale, c: currency, v: price in minor units, l: limit a person, u: 1 if it was not paid ' +
          'when it was issued}), signature base64url of Ed25519 over `t1.<payload>`. A ticket of an earlier version ends with `o`.',
      ),
  })
  .readonly();
export type Ticket = z.infer<typeof ticket>;

/** Answer to `show-ticket-key`. */
export const ticketKey = z
  .object({ publicKey: z.string().describe('base64url of the raw Ed25519 key that ticket codes are signed with.') })
  .readonly();
export type TicketKey = z.infer<typeof ticketKey>;

/** The part of an order that fans and staff see alike. */
const shown = {
  order: z.string(),
  reference: z.string().describe('Short and speakable, for the telephone, e.g. `K7M-4QX`.'),
  state: orderState,
  refusal: orderRefusal.exactOptional(),
  items: z.array(orderItem).readonly(),
  currency: z.string().describe('ISO 4217.'),
  timeZone: z.string(),
  language: z.enum(languages).optional().describe('Of its tickets and mails; English where none is said.'),
  total: z.number().int().describe('Minor units, of the seats not lost; of a confirmed order, those it still has.'),
  payment: z
    .object({
      method: z.enum(paymentMethods),
      state: paymentState,
      deadline: z
        .number()
        .int()
        .exactOptional()
        .describe('Milliseconds since the epoch: pay the box office before; only with a promise.'),
      seatsUntil: z
        .number()
        .int()
        .exactOptional()
        .describe(
          'Milliseconds since the epoch, while it is paying: the seats are held until then. Show later slips to see the order after more time was given.',
        ),
      bankAsks: z
        .literal(true)
        .exactOptional()
        .describe('While it is paying: the bank is asking the buyer, and the seats wait for its answer.'),
      lapsed: z
        .literal(true)
        .exactOptional()
        .describe(
          'While it is paying: the time of its seats is over and no bank asks, so it cannot be paid any more. It ends within a minute.',
        ),
      clientSecret: z.string().exactOptional().describe('With `pending` and Stripe: what its page element needs.'),
      refunded: z.number().int().exactOptional().describe('Minor units given back so far.'),
      due: z
        .number()
        .int()
        .exactOptional()
        .describe('Minor units still to be paid at the box office, after an exchange for dearer seats.'),
    })
    .readonly(),
  changing: z
    .enum(['cancel', 'exchange', 'choice'])
    .exactOptional()
    .describe('A cancellation, an exchange, or another date in place of a cancelled one, that is on its way.'),
  unchanged: z
    .object({ change: z.enum(['cancel', 'exchange', 'choice']), why: z.enum(['seats-taken', 'ticket-used']) })
    .readonly()
    .exactOptional()
    .describe('The last change that was asked for, if it could not be made, and why. Gone with the next.'),
  choices: z
    .array(
      z
        .object({
          performance: z.string().describe('The one that was cancelled.'),
          dates: z.array(z.string()).readonly().describe('Ids of performances that may be chosen in its place.'),
          until: z
            .number()
            .int()
            .describe('Milliseconds since the epoch: then the money goes back, if nothing was chosen.'),
          amount: z.number().int().describe('Minor units that go back if no date is chosen.'),
        })
        .readonly(),
    )
    .readonly()
    .exactOptional()
    .describe('Performances that were cancelled, and for which the buyer still chooses another date or the money.'),
  may: z
    .object({
      cancel: z.boolean(),
      exchange: z.boolean(),
      giveBack: z
        .array(z.string())
        .readonly()
        .exactOptional()
        .describe('Performances whose seats alone may be given back, since they were moved.'),
      tickets: z
        .array(z.string())
        .readonly()
        .exactOptional()
        .describe('Ids of tickets of which some may be given back. Absent with fewer than two.'),
    })
    .readonly()
    .exactOptional()
    .describe('What the fan may do with it now.'),
  news: newsConsent.exactOptional().describe('The buyer allowed the venue to write about other shows.'),
  placedAt: z.number().int().describe('Milliseconds since the epoch.'),
};

/** Answer to `place-order` and `show-order`. */
export const orderView = z
  .object({
    ...shown,
    key: z
      .string()
      .exactOptional()
      .describe('The right to see this order: `stampede-order-key`. Only in the answer to the request that placed it.'),
    voucher: z
      .string()
      .exactOptional()
      .describe('With `seats-lost`, for an hour: lets the fan shop again without waiting.'),
    tickets: z.array(ticket).readonly(),
  })
  .readonly();
export type OrderView = z.infer<typeof orderView>;

/** Answer to `find-orders`: a fan's orders in one on-sale, the newest first, and the keys to see them by. */
export const ownOrders = z
  .object({
    orders: z
      .array(
        z.object({
          order: z.string(),
          key: z.string().describe('Send it as `stampede-order-key`.'),
          reference: z.string().describe('Short and speakable, for the telephone, e.g. `K7M-4QX`.'),
          state: orderState,
          placedAt: z.number().int().describe('Milliseconds since the epoch.'),
        }),
      )
      .readonly(),
    reduced: z
      .record(z.string(), z.number().int())
      .describe(
        'Seats at reduced prices in all of them, by the name of the price: they count against what a fan may have.',
      ),
  })
  .readonly();
export type OwnOrders = z.infer<typeof ownOrders>;

const booked = {
  ...shown,
  buyer: z.object({ name: z.string(), email: z.string(), phone: z.string().exactOptional() }).readonly(),
  tickets: z.number().int(),
  admittedUnpaid: z
    .literal(true)
    .exactOptional()
    .describe('Somebody of it is in, and money is still owed. Gone once it is paid.'),
  failedRefunds: z
    .array(z.string())
    .readonly()
    .exactOptional()
    .describe(
      "Refunds that the bank sent back, by the provider's ids: `refunded` counts them, and the money must be given back another way.",
    ),
  disputes: z
    .array(cardDispute)
    .readonly()
    .exactOptional()
    .describe('What its buyer asked their bank to give back, the oldest first.'),
  erasedAt: z
    .number()
    .int()
    .exactOptional()
    .describe('Milliseconds since the epoch: since then nothing of its buyer is kept, and `buyer` is empty.'),
};

/** One line of the order book, for box-office staff. */
export const orderBookEntry = z.object(booked).readonly();
export type OrderBookEntry = z.infer<typeof orderBookEntry>;

/** Answer to `audit-order`: all that became of it. */
export const orderAudit = z
  .object({
    ...booked,
    onSale: z.string().describe('In which it was ordered.'),
    history: z.array(orderAct).readonly(),
  })
  .readonly();
export type OrderAudit = z.infer<typeof orderAudit>;

/** Body of `seek-orders`: what somebody who telephones has. */
export const orderSearch = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('fan'),
    onSale: slug,
    fan: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'send the fan of a receipt or of an order'),
  }),
  z.strictObject({
    by: z.literal('reference'),
    onSale: slug,
    reference: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{3}[\s-]?[A-Za-z0-9]{3}$/, 'type a reference such as K7M-4QX'),
  }),
  z.strictObject({
    by: z.literal('email'),
    onSale: slug,
    email: z.email('type an e-mail address such as ada@example.org').max(254),
  }),
  z.strictObject({
    by: z.literal('seat'),
    onSale: slug,
    seat: seenText('type a seat such as Stalls C 12, Saturday').max(120),
  }),
]);
export type OrderSearch = z.infer<typeof orderSearch>;

/** A mail about an order, and what is known of it. */
export const orderMail = z
  .object({
    about: z.enum(['tickets', 'performance', 'end']),
    happenedAt: z.number().int().describe('Milliseconds since the epoch.'),
    became: z
      .enum(['sent', 'no-such-address', 'not-verified'])
      .describe('`sent`: the mail service took it. `no-such-address`: the address takes no mail.'),
  })
  .readonly();
export type OrderMail = z.infer<typeof orderMail>;

/** Answer to `seek-orders`. */
export const soughtOrders = z
  .object({
    orders: z
      .array(
        z
          .object({
            ...orderAudit.unwrap().shape,
            fan: z.string().describe('Who ordered it, within this on-sale.'),
            mails: z.array(orderMail).readonly().describe('The oldest first.'),
            mailWaits: z.literal(true).exactOptional().describe('The buyer has news that no mail has told yet.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The newest first, twenty at the most.'),
    more: z.literal(true).exactOptional().describe('There are others: say more.'),
  })
  .readonly();
export type SoughtOrders = z.infer<typeof soughtOrders>;

/** Answer to `list-orders`. */
export const orderBookPage = z
  .object({
    orders: z.array(orderBookEntry).readonly(),
    next: z.string().exactOptional().describe('Pass as `?from=` for the next page.'),
  })
  .readonly();
export type OrderBookPage = z.infer<typeof orderBookPage>;
