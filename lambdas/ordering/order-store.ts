import type { OrderRecord, PaymentRecord } from './order.ts';

/** What a decision about payment changes. */
export interface PaymentDecision {
  readonly state: 'placed' | 'refused';
  readonly refusal?: 'card-declined';
  readonly payment: PaymentRecord;
}

/** What the last answer of the house changes. */
export type Settlement = Pick<OrderRecord, 'payment' | 'tickets'> &
  ({ readonly state: 'confirmed' } | { readonly state: 'refused'; readonly refusal: 'seats-lost' });

export interface OrderPage {
  /** Newest first. */
  readonly orders: readonly OrderRecord[];
  /** Where the next page begins. */
  readonly next?: string;
}

/**
 * Where orders are kept. Each write is conditional and says what stands now, whoever wrote it, so that
 * a caller who came second carries on from the first one's work.
 */
export interface OrderStore {
  /** Writes an unpaid order down, if there is none with its id. */
  put(order: OrderRecord): Promise<{ readonly first: boolean; readonly order: OrderRecord }>;
  get(id: string): Promise<OrderRecord | undefined>;
  /** Records what payment said, once, and enters the order into the book. */
  decidePayment(order: Pick<OrderRecord, 'id' | 'at'>, decision: PaymentDecision): Promise<OrderRecord | undefined>;
  /** Records the house's answer for one hold, once. */
  recordOutcome(id: string, hold: string, outcome: 'sold' | 'lost'): Promise<OrderRecord | undefined>;
  /** Ends a placed order, once. */
  settle(id: string, settlement: Settlement): Promise<OrderRecord | undefined>;
  /** The book, newest first, `size` orders after `from`. */
  page(size: number, from?: string): Promise<OrderPage>;
}

/** An order's place in the book, which sorts by time as text: 15 digits of milliseconds, then the id. */
export function bookMark(order: Pick<OrderRecord, 'at' | 'id'>): string {
  return `${`${order.at}`.padStart(15, '0')}-${order.id}`;
}

/** Of a book mark. */
export const bookMarkForm = /^\d{15}-[A-Za-z0-9_-]{20}$/;
