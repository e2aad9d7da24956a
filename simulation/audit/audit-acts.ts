import { published } from '../../contracts/paths.ts';
import type { PerformanceAct, PerformanceActs } from '../../contracts/performance-acts.ts';
import type { OrderRecord } from '../../lambdas/ordering/order/order.ts';
import { Breach } from './breach.ts';

/**
 * P1: what became of performances reaches everybody. In the end no order has a ticket or a seat of a cancelled one, and
 * every order says where a moved one is. A buyer whose seats these were has a letter that came after: none of their
 * items is `untold`. That the money agrees is O1, which is checked beside this.
 */
export function auditActs(files: ReadonlyMap<string, unknown>, orders: Iterable<OrderRecord>): void {
  const acts = actsIn(files);
  const off = new Set(acts.flatMap((act) => (act.act === 'cancel' ? [act.performance] : [])));
  const places = new Map(acts.flatMap((act) => (act.act === 'move' ? [[act.performance, act.to] as const] : [])));
  for (const { id, items, tickets, outcomes, state } of orders) {
    const ticket = tickets.find(({ performance }) => off.has(performance));
    if (ticket) throw new Breach('P1', `Order ${id} has a ticket for ${ticket.performance}, which is cancelled`, [id]);
    for (const { performance, hold, startsAt, venue, untold } of items) {
      if (off.has(performance) && outcomes[hold] === 'sold')
        throw new Breach('P1', `Order ${id} has seats of ${performance}, which is cancelled`, [id, hold]);
      const place = places.get(performance);
      if (place && state !== 'unpaid' && (place.startsAt !== startsAt || place.venue !== venue))
        throw new Breach('P1', `Order ${id} says that ${performance} is where it was before it was moved`, [id]);
      if (untold && state !== 'refused')
        throw new Breach('P1', `The buyer of order ${id} has no letter about ${performance}`, [id]);
    }
  }
}

/** The acts that are not followed for good. */
export function openActs(
  files: ReadonlyMap<string, unknown>,
  done: Readonly<Record<string, number>>,
): readonly PerformanceAct[] {
  return actsIn(files).filter(({ performance, number }) => number > (done[performance] ?? 0));
}

function actsIn(files: ReadonlyMap<string, unknown>): readonly PerformanceAct[] {
  return (files.get(published.performanceActs()) as PerformanceActs | undefined)?.acts ?? [];
}
