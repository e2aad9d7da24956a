import type { OnSaleReadings, ReadingsHistory } from '../../../contracts/readings.ts';
import { minuteMs } from '../../../rules/minute-history.ts';

/*
 * When the last seat will be sold, if the next minutes are like the last ones. Tickets of the last minutes make the pace;
 * fewer than a few minutes or a few tickets make none. It is said only for today's morning: a sale that would take longer
 * than hours is not on the way to being sold out.
 */

const overMinutes = 5;
const fewestTickets = 10;
const longestMs = 6 * 60 * minuteMs;

/** Tickets a minute, over the last minutes; undefined while nothing can be said. */
export function ticketsAMinute(
  orders: OnSaleReadings['orders'],
  history: ReadingsHistory['orders'],
): number | undefined {
  if (!orders) return undefined;
  const { at = [], tickets = [] } = history ?? {};
  const folded = at.flatMap((begins, index) =>
    orders.countedAt - begins <= (overMinutes + 3) * minuteMs ? [{ begins, tickets: tickets[index] ?? 0 }] : [],
  );
  const minutes = [...folded.slice(-(overMinutes - 1)).map((one) => one.tickets), orders.lately.tickets];
  const sum = minutes.reduce((total, one) => total + one, 0);
  return sum < fewestTickets ? undefined : sum / minutes.length;
}

/** Milliseconds since the epoch. */
export function soldOutAbout(
  { house, orders }: Pick<OnSaleReadings, 'house' | 'orders'>,
  history: ReadingsHistory['orders'],
  now: number,
): number | undefined {
  if (!house || house.sold === house.seats) return undefined;
  const pace = ticketsAMinute(orders, history);
  if (!pace) return undefined;
  const leftMs = ((house.seats - house.sold) / pace) * minuteMs;
  return leftMs > longestMs ? undefined : now + leftMs;
}
