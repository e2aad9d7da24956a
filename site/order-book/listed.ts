import type { OrderBookPage } from '../../contracts/order.ts';
import type { BookState } from './order-book.tsx';

/**
 * The orders that are looked through: the book as far as it was read, or those that were disputed. A dispute comes weeks
 * after its order, so they are read as a list of their own, and not page by page.
 */
export function listed({
  filter,
  orders,
  next,
  disputed,
}: Pick<BookState, 'filter' | 'orders' | 'next' | 'disputed'>): Partial<OrderBookPage> {
  if (filter.money === 'disputed') return disputed ? { orders: disputed } : {};
  return { ...(orders && { orders }), ...(next !== undefined && { next }) };
}
