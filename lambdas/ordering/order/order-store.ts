import { isTrial } from '../../../contracts/trial.ts';
import type { Written } from '../../foundation/write-outcome.ts';
import type { OrderRecord } from './order.ts';
import type { ReducedBook } from './reduced-book.ts';

export interface OrderPage {
  /** Newest first. */
  readonly orders: readonly OrderRecord[];
  /** The beginning of the next page. */
  readonly next?: string;
}

/** What is counted of an order. */
export type PlacedOrder = Pick<
  OrderRecord,
  'id' | 'onSale' | 'placedAt' | 'state' | 'items' | 'outcomes' | 'currency' | 'payment'
>;

/** An order of the book as it is searched. */
export interface BookLine extends Pick<OrderRecord, 'id' | 'onSale' | 'items' | 'timeZone' | 'placedAt'> {
  readonly email: string;
}

/**
 * The store of orders. An order carries a version that grows by one with every write; a write says which version it
 * follows and is taken only if that is still the one that stands. The store does not know what may follow what: see
 * amend.ts, and the steps it is given.
 */
export interface OrderStore {
  /** Writes an order down, if there is none with its id; else says which. */
  put(order: OrderRecord): Promise<Written<{ readonly order: OrderRecord }>>;
  /** As it stands now. */
  get(id: string): Promise<OrderRecord | undefined>;
  /** Those that are there, in any order. May be a second behind. */
  getMany(ids: readonly string[]): Promise<readonly OrderRecord[]>;
  /** Follows the version before its own. */
  write(order: OrderRecord): Promise<Written>;
  /** The fan's orders with reduced prices, as they stand now; none if it was never written. */
  reducedBook(of: Pick<ReducedBook, 'onSale' | 'fan'>): Promise<ReducedBook>;
  /** Follows the version before its own. */
  writeReducedBook(book: ReducedBook): Promise<Written>;
  /** The book, newest first, `size` orders after `from`. */
  page(size: number, from?: string): Promise<OrderPage>;
  /** All of the book that was placed from then on, in any order. May be a second behind. */
  placedSince(since: number): Promise<readonly BookLine[]>;
  /**
   * What is seen of each in the book that was placed from one moment to another, the latter not included. May be a
   * second behind. Nothing else of an order is kept, since there may be thirty thousand.
   */
  placedBetween<Seen>(from: number, to: number, see: (order: PlacedOrder) => Seen): Promise<readonly Seen[]>;
  /** Ids of at most `size` orders of one fan whose payment was decided, the newest first. May be a second behind. */
  ofFan(fan: string, size: number): Promise<readonly string[]>;
  /** Puts an order on the list of those whose buyer asked a bank for the money. Twice is once, and it stays there. */
  listDisputed(id: string): Promise<void>;
  /** Ids of the orders on that list, in any order. May be a second behind. */
  disputed(): Promise<readonly string[]>;
  /** Puts an order on the list of those whose buyer allowed news. Twice is once, and it stays there. */
  listConsenting(order: Pick<OrderRecord, 'id' | 'placedAt'>): Promise<void>;
  /** At most `size` ids of that list, as they were placed, after `from`. May be a second behind. */
  consenting(size: number, from?: string): Promise<{ readonly ids: readonly string[]; readonly next?: string }>;
  /**
   * A stretch of the whole book, in no order that matters, and where the next begins; undefined if `from` is no such
   * place. For walks through all of it: each order that stood in the book when the walk began is met once.
   */
  stretch(from?: string): Promise<{ readonly lines: readonly BookLine[]; readonly next?: string } | undefined>;
  /** Ids of at most `size` orders that somebody must look after (due.ts), the longest overdue first. May be a second behind. */
  due(now: number, size: number): Promise<readonly string[]>;
}

/** Staff read in the book every order whose payment was decided, and no trial (contracts/trial.ts). */
export const isInBook = ({ state, onSale }: Pick<OrderRecord, 'state' | 'onSale'>): boolean =>
  state !== 'unpaid' && !isTrial(onSale);

/** An order's place in the book, which sorts by time as text: 15 digits of milliseconds, then the id. */
export function bookMark(order: Pick<OrderRecord, 'placedAt' | 'id'>): string {
  return timeMark(order.placedAt, order.id);
}

export function timeMark(sortsAt: number, id: string): string {
  return `${`${sortsAt}`.padStart(15, '0')}-${id}`;
}

/** Of a book mark. */
export const bookMarkForm = /^\d{15}-[A-Za-z0-9_-]{20}$/;

/** The orders of one more mark than a page has, and where the next begins. */
export function pageOfMarks(
  marks: readonly string[],
  size: number,
): { readonly ids: readonly string[]; readonly next?: string } {
  const shown = marks.slice(0, size);
  const last = marks.length > size ? shown.at(-1) : undefined;
  return { ids: shown.map((mark) => mark.slice(16)), ...(last !== undefined && { next: last }) };
}
