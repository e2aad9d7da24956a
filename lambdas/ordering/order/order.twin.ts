import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import { dueOf } from './due.ts';
import type { OrderRecord } from './order.ts';
import { bookMark, isInBook, type OrderStore, pageOfMarks, timeMark } from './order-store.ts';
import type { ReducedBook } from './reduced-book.ts';

/** Orders in memory, with the same conditions as the table: for tests and simulation. Copied in and out. */
export function orderTwin(behind: Behind = neverBehind): OrderStore {
  const orders = new KeptItems<OrderRecord>(behind);
  const disputed = new Set<string>();
  const news = new Set<string>();
  const books = new Map<string, ReducedBook>();
  const marked = (mark: (order: OrderRecord) => string | undefined) =>
    orders.indexed().flatMap((order) => {
      const text = mark(order);
      return text === undefined ? [] : [{ order, mark: text }];
    });
  return {
    async put(order) {
      const known = orders.get(order.id);
      if (known) return { ok: false, order: structuredClone(known) };
      orders.set(order.id, structuredClone(order));
      return written;
    },
    async get(id) {
      return structuredClone(orders.get(id));
    },
    async getMany(ids) {
      const asked = new Set(ids);
      return orders.recents().flatMap((order) => (asked.has(order.id) ? [structuredClone(order)] : []));
    },
    async write(order) {
      if (orders.get(order.id)?.version !== order.version - 1) return moved;
      orders.set(order.id, structuredClone(order));
      return written;
    },
    async reducedBook({ onSale, fan }) {
      return structuredClone(books.get(`${onSale} ${fan}`)) ?? { onSale, fan, version: 0, orders: [] };
    },
    async writeReducedBook(book) {
      const name = `${book.onSale} ${book.fan}`;
      if ((books.get(name)?.version ?? 0) !== book.version - 1) return moved;
      books.set(name, structuredClone(book));
      return written;
    },
    async page(size, from) {
      const book = marked((order) => (isInBook(order) ? bookMark(order) : undefined))
        .filter(({ mark }) => from === undefined || mark < from)
        .sort((a, b) => (a.mark < b.mark ? 1 : -1));
      const shown = book.slice(0, size);
      const last = shown.at(-1);
      return {
        orders: shown.map(({ order }) => structuredClone(order)),
        ...(book.length > size && last && { next: last.mark }),
      };
    },
    async placedSince(since) {
      return orders.indexed().flatMap((order) => {
        if (!isInBook(order) || order.placedAt < since) return [];
        const { id, onSale, items, timeZone, placedAt, buyer } = structuredClone(order);
        return [{ id, onSale, items, timeZone, placedAt, email: buyer.email }];
      });
    },
    async stretch(from = '0') {
      if (!/^\d+$/.test(from)) return undefined;
      const book = marked((order) => (isInBook(order) ? bookMark(order) : undefined)).sort((a, b) =>
        a.mark < b.mark ? -1 : 1,
      );
      const [start, size] = [Number(from), 2];
      const lines = book.slice(start, start + size).map(({ order }) => {
        const { id, onSale, items, timeZone, placedAt, buyer } = structuredClone(order);
        return { id, onSale, items, timeZone, placedAt, email: buyer.email };
      });
      return { lines, ...(start + size < book.length && { next: `${start + size}` }) };
    },
    async placedBetween(from, to, see) {
      return marked((order) => (isInBook(order) ? bookMark(order) : undefined))
        .filter(({ order }) => from <= order.placedAt && order.placedAt < to)
        .map(({ order }) => see(structuredClone(order)));
    },
    async ofFan(fan, size) {
      return marked((order) => (order.state === 'unpaid' || order.fan !== fan ? undefined : bookMark(order)))
        .sort((a, b) => (a.mark < b.mark ? 1 : -1))
        .slice(0, size)
        .map(({ order }) => order.id);
    },
    async listDisputed(id) {
      disputed.add(id);
    },
    async disputed() {
      return [...disputed];
    },
    async listConsenting(order) {
      news.add(bookMark(order));
    },
    async consenting(size, from) {
      const after = [...news].sort().filter((mark) => from === undefined || mark > from);
      return pageOfMarks(after.slice(0, size + 1), size);
    },
    async due(now, size) {
      return marked((order) => {
        const due = dueOf(order);
        return due !== undefined && due <= now ? timeMark(due, order.id) : undefined;
      })
        .sort((a, b) => (a.mark < b.mark ? -1 : 1))
        .slice(0, size)
        .map(({ order }) => order.id);
    },
  };
}
