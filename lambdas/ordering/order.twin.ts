import type { OrderRecord } from './order.ts';
import { bookMark, type OrderStore } from './order-store.ts';

/** Orders in memory, with the same conditions as the table: for tests and simulation. */
export function orderTwin(): OrderStore {
  const orders = new Map<string, OrderRecord>();
  const change = (id: string, may: (order: OrderRecord) => boolean, next: (order: OrderRecord) => OrderRecord) => {
    const order = orders.get(id);
    if (!order || !may(order)) return order;
    const changed = next(order);
    orders.set(id, changed);
    return changed;
  };
  return {
    async put(order) {
      const known = orders.get(order.id);
      if (known) return { first: false, order: known };
      orders.set(order.id, order);
      return { first: true, order };
    },
    async get(id) {
      return orders.get(id);
    },
    async decidePayment({ id }, decision) {
      return change(
        id,
        ({ state }) => state === 'unpaid',
        (order) => ({ ...order, ...decision }),
      );
    },
    async recordOutcome(id, hold, outcome) {
      return change(
        id,
        ({ outcomes }) => outcomes[hold] === undefined,
        (order) => ({ ...order, outcomes: { ...order.outcomes, [hold]: outcome } }),
      );
    },
    async settle(id, settlement) {
      return change(
        id,
        ({ state }) => state === 'placed',
        (order) => ({ ...order, ...settlement }),
      );
    },
    async page(size, from) {
      const book = [...orders.values()]
        .filter(({ state }) => state !== 'unpaid')
        .map((order) => ({ order, mark: bookMark(order) }))
        .filter(({ mark }) => from === undefined || mark < from)
        .sort((a, b) => (a.mark < b.mark ? 1 : -1));
      const shown = book.slice(0, size);
      const last = shown.at(-1);
      return {
        orders: shown.map(({ order }) => order),
        ...(book.length > size && last && { next: last.mark }),
      };
    },
  };
}
