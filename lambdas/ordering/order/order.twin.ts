import { moved, written } from '../../foundation/written.ts';
import { dueOf } from './due.ts';
import type { OrderRecord } from './order.ts';
import { bookMark, type OrderStore, timeMark } from './order-store.ts';

/** Runs each act of the twin; a simulation delays it, interleaves it with others, or lets it die before or after. */
export type Around = <Result>(name: keyof OrderStore, act: () => Result) => Promise<Result>;

/** Orders in memory, with the same conditions as the table: for tests and simulation. Copied in and out. */
export function orderTwin(around: Around = async (_, act) => act()): OrderStore {
  const orders = new Map<string, OrderRecord>();
  const marked = (mark: (order: OrderRecord) => string | undefined) =>
    [...orders.values()].flatMap((order) => {
      const text = mark(order);
      return text === undefined ? [] : [{ order, mark: text }];
    });
  return {
    put: (order) =>
      around('put', () => {
        const known = orders.get(order.id);
        if (known) return { ok: false, order: structuredClone(known) };
        orders.set(order.id, structuredClone(order));
        return written;
      }),
    get: (id) => around('get', () => structuredClone(orders.get(id))),
    write: (order) =>
      around('write', () => {
        if (orders.get(order.id)?.version !== order.version - 1) return moved;
        orders.set(order.id, structuredClone(order));
        return written;
      }),
    page: (size, from) =>
      around('page', () => {
        const book = marked((order) => (order.state === 'unpaid' ? undefined : bookMark(order)))
          .filter(({ mark }) => from === undefined || mark < from)
          .sort((a, b) => (a.mark < b.mark ? 1 : -1));
        const shown = book.slice(0, size);
        const last = shown.at(-1);
        return {
          orders: shown.map(({ order }) => structuredClone(order)),
          ...(book.length > size && last && { next: last.mark }),
        };
      }),
    due: (now, size) =>
      around('due', () =>
        marked((order) => {
          const due = dueOf(order);
          return due !== undefined && due <= now ? timeMark(due, order.id) : undefined;
        })
          .sort((a, b) => (a.mark < b.mark ? -1 : 1))
          .slice(0, size)
          .map(({ order }) => order.id),
      ),
  };
}
