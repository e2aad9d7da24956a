import { timeWithOffset } from '../../../rules/wall-clock.ts';
import type { OrderedHold, OrderRecord } from './order.ts';

/** A performance as the history of an order names it for staff, e.g. `King Lear, 2027-06-08 19:30`: ids are for programs. */
export function nameInHistory({ title, startsAt }: Pick<OrderedHold, 'title' | 'startsAt'>, timeZone: string): string {
  return `${title}, ${timeWithOffset(startsAt, timeZone).slice(0, 16).replace('T', ' ')}`;
}

/** The same, of one of the order's own performances. */
export function ownInHistory({ items, timeZone }: OrderRecord, performance: string): string {
  const item = items.find((one) => one.performance === performance);
  return item ? nameInHistory(item, timeZone) : performance;
}
