import type { OrderBookEntry } from '../../contracts/order.ts';
import { shortDate } from '../../words/en/written.ts';
import { owed } from './open-order.ts';

/** The orders that staff look for, besides what they type. */
export interface BookFilter {
  readonly money: 'all' | 'unpaid' | 'due-today' | 'in-unpaid' | 'disputed';
  /** Id of a performance; empty for all. */
  readonly performance: string;
}

export const noFilter: BookFilter = { money: 'all', performance: '' };

export function isFiltered({ money, performance }: BookFilter): boolean {
  return money !== 'all' || performance !== '';
}

/** `now` in milliseconds since the epoch. A day is the venue's, by the order's time zone. */
export function passes({ money, performance }: BookFilter, now: number): (order: OrderBookEntry) => boolean {
  return (order) => {
    if (performance !== '' && !order.items.some((item) => item.performance === performance)) return false;
    switch (money) {
      case 'all':
        return true;
      case 'unpaid':
        return isUnpaid(order);
      case 'due-today':
        return isUnpaid(order) && isDueToday(order, now);
      case 'in-unpaid':
        return order.admittedUnpaid === true;
      case 'disputed':
        return order.disputes !== undefined;
    }
  };
}

function isUnpaid(order: OrderBookEntry): boolean {
  return order.state === 'confirmed' && owed(order) > 0;
}

function isDueToday({ payment: { deadline }, timeZone }: OrderBookEntry, now: number): boolean {
  return deadline !== undefined && shortDate(deadline, timeZone) === shortDate(now, timeZone);
}
