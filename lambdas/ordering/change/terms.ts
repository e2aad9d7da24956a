import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import { isMoving, type OrderRecord, soldItems } from '../order/order.ts';
import type { FindPerformance } from '../order/performances.ts';

/*
 * The changes that a fan may make by themselves. A promise until its deadline: nothing was paid yet. A paid order as
 * long as the published performances say that this on-sale takes seats back, and every one of the order begins later
 * than that. All else is for the box office.
 */

const hour = 3_600_000;

/** `performances` holds the published file of every performance of the order that has one. */
export function mayChange(
  order: OrderRecord,
  performances: ReadonlyMap<string, PerformanceFile>,
  now: number,
): boolean {
  const { state, payment } = order;
  if (state !== 'confirmed' || isMoving(order)) return false;
  if (payment.state === 'promised') return payment.deadline !== undefined && now < payment.deadline;
  if (payment.state !== 'captured') return false;
  return soldItems(order).every(({ performance }) => {
    const file = performances.get(performance);
    const { returnHours } = file?.onSales.find(({ id }) => id === order.onSale) ?? {};
    return file !== undefined && returnHours !== undefined && file.startsAt - returnHours * hour > now;
  });
}

/** The published files of the order's performances. */
export async function performancesOf(
  order: Pick<OrderRecord, 'items'>,
  find: FindPerformance,
  now: number,
): Promise<ReadonlyMap<string, PerformanceFile>> {
  const ids = [...new Set(order.items.map(({ performance }) => performance))];
  const files = await Promise.all(ids.map((id) => find(id, now)));
  return new Map(files.flatMap((file) => (file ? [[file.id, file] as const] : [])));
}

/** As `mayChange`, reading what is published only where it matters. */
export async function fanMayChange(order: OrderRecord, find: FindPerformance, now: number): Promise<boolean> {
  const paid = order.state === 'confirmed' && order.payment.state === 'captured';
  return mayChange(order, paid ? await performancesOf(order, find, now) : new Map(), now);
}
