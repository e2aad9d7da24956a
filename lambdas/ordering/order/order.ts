import type { SaleLoss } from '../../../contracts/house.ts';
import type { Language } from '../../../contracts/languages.ts';
import type { NewsConsent } from '../../../contracts/news-consent.ts';
import type {
  CardDispute,
  OrderAct,
  OrderActor,
  OrderItem,
  OrderRefusal,
  OrderRequest,
  OrderState,
  OrderView,
  PaymentMethod,
  PaymentState,
  Ticket,
} from '../../../contracts/order.ts';
import type { DateChoice } from '../../../contracts/performance-acts.ts';
import { bankEndsAt } from '../../../rules/bank-time.ts';
import type { Charge } from './charge.ts';

/*
 * Long because all that an order keeps stands in one place.
 *
 * An order: the purchase of one fan with one request, for ever.
 *
 *   unpaid ─▶ paying ─▶ placed ─▶ confirmed ─▶ cancelled
 *      │ │       │ └───────┬─┘     ▲  │
 *      │ └───────┼─▶ placed┘       └──┴── changing: a cancellation or an exchange is on its way
 *      └─────────┴──▶ refused      declined or never paid; or all items lost
 *
 * `unpaid` is the moment between writing the order down and hearing what payment says of it. Nothing is owed, no seat
 * is asked for, and it stands in no book. The fan's retry carries it on. The house's answer is kept a hold. The first
 * answer for a hold is its answer, so a repeated one changes nothing. Everything left to do stands in the record
 * itself, and due.ts says when somebody must look after it.
 */

export interface OrderRecord {
  readonly id: string;
  /** Grows by one with every write; 0 was never written. */
  readonly version: number;
  /** Milliseconds since the epoch: when it was written last. */
  readonly movedAt: number;
  readonly onSale: string;
  readonly fan: string;
  /** The fan's pass it was placed with. */
  readonly pass: string;
  /** Of the request: see order-id.ts. */
  readonly fingerprint: string;
  readonly state: 'unpaid' | OrderState;
  readonly refusal?: OrderRefusal;
  readonly items: readonly OrderedHold[];
  /** By hold. */
  readonly outcomes: Readonly<Record<string, 'sold' | 'lost' | 'returned'>>;
  /** By hold: why the house lost it. Orders of before it said so have none. */
  readonly losses?: Readonly<Record<string, SaleLoss>>;
  /** By hold: the number of the last change of it that the house was asked for. */
  readonly changes: Readonly<Record<string, number>>;
  readonly changing?: Changing;
  readonly unchanged?: OrderView['unchanged'];
  /** Cancelled performances whose seats are back, and for which the buyer chooses another date or the money. */
  readonly choices?: readonly OpenChoice[];
  readonly currency: string;
  /** The published limit of its on-sale when it was ordered; orders of before it was kept have none. */
  readonly seatsPerFan?: number;
  readonly timeZone: string;
  readonly buyer: OrderRequest['buyer'];
  /** In which its buyer is written to; orders of before there was one have none, and are in English. */
  readonly language?: Language;
  /** Milliseconds since the epoch: since then it has no person (personal/person-erased.ts). */
  readonly erasedAt?: number;
  /** The venue may write to them about other shows, or might. Nothing if they never said so. */
  readonly news?: NewsConsent;
  readonly payment: PaymentRecord;
  readonly tickets: readonly IssuedTicket[];
  /** Its tickets are new, or it is over, and the message to write to the buyer has not been sent. */
  readonly untold?: true;
  readonly history: readonly OrderAct[];
  /** Milliseconds since the epoch. */
  readonly placedAt: number;
  /** Milliseconds since the epoch: when the first of its holds lapses, as its slips said, or later ones that the fan showed. */
  readonly heldUntil: number;
  /** Milliseconds since the epoch: when its bank was first seen to ask the buyer. Its seats wait: rules/bank-time.ts. */
  readonly bankAskedAt?: number;
}

export interface OrderedSeat {
  readonly id: string;
  readonly label: string;
  readonly category: string;
  /** Minor units: the price paid, reduced or not. */
  readonly price: number;
  /** Name of the concession. */
  readonly concession?: string;
  /** The concession's: an exchange carries it over to the new seat, whatever is published by then. */
  readonly percentOff?: number;
}

export type OrderedHold = Omit<OrderItem, 'outcome' | 'seats' | 'givenBack'> & {
  readonly seats: readonly OrderedSeat[];
  /** With the tickets that were given back. */
  readonly givenBack?: readonly (OrderedSeat & { readonly ticket: string })[];
  /** From the slip: in which the fan's asks go to the house. */
  readonly share?: number;
  /** Its performance was cancelled or moved, and the buyer has not been written to about it. */
  readonly untold?: true;
};

export interface OpenChoice extends DateChoice {
  /** The one that was cancelled. */
  readonly performance: string;
  /** Minor units of what was paid: they wait with us until the choice is over. */
  readonly amount: number;
  /** How often a date was asked for: each try has a hold of its own. */
  readonly tries: number;
}

/** A seat that is wanted at another date, and what it costs the buyer there. */
export interface WantedSeat extends Pick<OrderedSeat, 'price' | 'concession' | 'percentOff'> {
  readonly category: string;
  readonly access?: 'wheelchair' | 'companion';
}

/** A change that was asked for and is not done. Holds are asked for under the numbers in `OrderRecord.changes`. */
export type Changing = (
  | {
      readonly kind: 'cancel';
      /** Only the holds of this performance. */
      readonly performance?: string;
      /** Only the seats of these, by id. */
      readonly tickets?: readonly string[];
      /** It was cancelled, and its buyer chooses what becomes of the money. */
      readonly choice?: DateChoice;
    }
  | {
      readonly kind: 'choice';
      /** The one that was cancelled. */
      readonly performance: string;
      /** Of the seats at the other date. */
      readonly hold: string;
      /** The other date, as the item will say it. */
      readonly item: Pick<OrderedHold, 'performance' | 'title' | 'startsAt' | 'venue'>;
      readonly wanted: readonly WantedSeat[];
      /** Milliseconds since the epoch. */
      readonly askedAt: number;
      /** The seats that the house gave. */
      readonly seats?: readonly OrderedSeat[];
    }
  | {
      readonly kind: 'exchange';
      readonly hold: string;
      /** Ids of the seats given up. */
      readonly from: readonly string[];
      /** Seat for seat. */
      readonly to: readonly OrderedSeat[];
    }
) & {
  readonly by: OrderActor;
  /** Why, if somebody said so. */
  readonly note?: string;
  /** By hold: the house's answer. */
  readonly answers: Readonly<Record<string, 'changed' | 'kept'>>;
};

/** No card data: the decision, never the card (O3). Amounts in minor units. */
export interface PaymentRecord {
  readonly method: PaymentMethod;
  readonly state: 'undecided' | PaymentState;
  /** The provider's own id of the charge. */
  readonly reference?: string;
  /** With `pending`: all that the fan's page needs to go on. Nobody else is shown it. */
  readonly clientSecret?: string;
  /** Milliseconds since the epoch; only with a promise. */
  readonly deadline?: number;
  /** Taken. */
  readonly paid?: number;
  /** Given back of it. */
  readonly refunded?: number;
  /** To be given back, and not yet given: the order is not at rest before it is. */
  readonly owed?: RefundOwed;
  /** Refunds that were made, and that the bank sent back: see payment/failed-refund.ts. */
  readonly failedRefunds?: readonly FailedRefund[];
  /** What the buyer asked their bank to give back, as the provider had it last: see payment/hear-dispute.ts. */
  readonly disputes?: readonly CardDispute[];
  /** Still to be paid at the box office. */
  readonly due?: number;
  /** The order is over, and the provider has not been told to let go of the money. */
  readonly unvoided?: true;
}

export interface RefundOwed {
  readonly name: string;
  readonly amount: number;
  /** The provider gives nothing back while the bank has the money: it waits for the end of the dispute. */
  readonly disputed?: true;
}

export interface FailedRefund {
  /** The provider's own. */
  readonly id: string;
  /** One of the names that this order's refunds are asked for under. */
  readonly name?: string;
}

/** All else on the ticket stands in the order's item. */
export type IssuedTicket = Pick<Ticket, 'id' | 'performance' | 'seat' | 'code'>;

/** Minor units of the seats not lost. */
export function totalOf(order: Pick<OrderRecord, 'items' | 'outcomes'>): number {
  return sumOf(order.items.filter(({ hold }) => order.outcomes[hold] !== 'lost').flatMap(({ seats }) => seats));
}

export function sumOf(seats: readonly Pick<OrderedSeat, 'price'>[]): number {
  return seats.reduce((sum, { price }) => sum + price, 0);
}

/** Minor units of the seats sold: the amount taken for an order, or to be taken. */
export function amountSold(order: Pick<OrderRecord, 'items' | 'outcomes'>): number {
  return sumOf(soldItems(order).flatMap(({ seats }) => seats));
}

/** Milliseconds since the epoch: when the first of its seats lapses, as far as ordering knows. A fan who was given more time shows later slips. */
export function seatsLapseAt({ heldUntil, bankAskedAt }: Pick<OrderRecord, 'heldUntil' | 'bankAskedAt'>): number {
  return bankAskedAt === undefined ? heldUntil : Math.max(heldUntil, bankEndsAt(bankAskedAt));
}

/** Whether the house has answered for every hold. */
export function answered(order: Pick<OrderRecord, 'items' | 'outcomes'>): boolean {
  return order.items.every(({ hold }) => order.outcomes[hold]);
}

export function soldItems<Order extends Pick<OrderRecord, 'items' | 'outcomes'>>(order: Order): Order['items'] {
  return order.items.filter(({ hold }) => order.outcomes[hold] === 'sold');
}

/** The holds that the change under way is about. */
export function changedHolds(order: OrderRecord): readonly OrderedHold[] {
  const { changing } = order;
  if (!changing) return [];
  return soldItems(order).filter((item) => {
    if (changing.kind !== 'cancel') return changing.hold === item.hold;
    if (changing.tickets && seatsBack(order, item).length === 0) return false;
    return item.performance === (changing.performance ?? item.performance);
  });
}

/** Ids of the seats of a hold that the cancellation under way gives back: all of them, or those of some tickets. */
export function seatsBack(
  { changing, tickets }: Pick<OrderRecord, 'changing' | 'tickets'>,
  { performance, seats }: OrderedHold,
): readonly string[] {
  const ids = seats.map(({ id }) => id);
  if (changing?.kind !== 'cancel') return [];
  const { tickets: given } = changing;
  if (!given) return ids;
  return ids.filter((seat) =>
    tickets.some((one) => one.performance === performance && one.seat === seat && given.includes(one.id)),
  );
}

/** The holds that the house is asked about for the change under way: also one that the order does not have yet. */
export function askedHolds(order: OrderRecord): readonly string[] {
  const { changing } = order;
  return changing?.kind === 'choice' ? [changing.hold] : changedHolds(order).map(({ hold }) => hold);
}

/** Minor units of what was paid that wait for the buyer's choices. */
export function withheld({ choices = [] }: Pick<OrderRecord, 'choices'>): number {
  return choices.reduce((sum, { amount }) => sum + amount, 0);
}

/** Whether money is to be given back that the provider would give back now. */
export function owesNow({ owed }: Pick<PaymentRecord, 'owed'>): boolean {
  return owed !== undefined && !owed.disputed;
}

/** Whether something is still to be done, by the house or by us, before it may be changed again. */
export function isMoving({ changing, payment }: Pick<OrderRecord, 'changing' | 'payment'>): boolean {
  return changing !== undefined || payment.owed !== undefined;
}

/** The charge that the provider is asked about. */
export function chargeOf(order: OrderRecord): Charge {
  const { reference } = order.payment;
  return {
    order: order.id,
    amount: totalOf(order),
    currency: order.currency,
    placedAt: order.placedAt,
    firstStartsAt: Math.min(...order.items.map(({ startsAt }) => startsAt)),
    heldUntil: order.heldUntil,
    ...(reference !== undefined && { reference }),
  };
}

/** The seats of these ids as people name them; one that the order does not have is left out. */
export function labelsOf({ items }: Pick<OrderRecord, 'items'>, ids: readonly string[]): string {
  const labels = new Map(items.flatMap(({ seats }) => seats.map(({ id, label }) => [id, label] as const)));
  return ids.flatMap((id) => labels.get(id) ?? []).join('; ');
}

/** The number of the last change of this hold; 0 before the first. */
export function changeOf({ changes }: Pick<OrderRecord, 'changes'>, hold: string): number {
  return changes[hold] ?? 0;
}
