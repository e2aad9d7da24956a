import { createHash } from 'node:crypto';
import { all, isThere } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import {
  type Condition,
  follows,
  type Item,
  type Key,
  type TableQuery,
  tableOf,
} from '../../foundation/table.store.ts';
import { moved, written } from '../../foundation/write-outcome.ts';
import { dueOf } from './due.ts';
import type { OrderRecord } from './order.ts';
import {
  type BookLine,
  bookMark,
  isInBook,
  type OrderStore,
  type PlacedOrder,
  pageOfMarks,
  timeMark,
} from './order-store.ts';
import type { ReducedBook } from './reduced-book.ts';

/*
 * The table of orders. One item an order:
 *
 *   pk ORDER#<id>   sk ORDER   the OrderRecord, flat; `at` is its placedAt, and happenedAt in its history
 *   book BOOK#<0…7>   placedAt <book mark>      once payment is decided, but of no trial: the keys of index `by-time`
 *   due DUE#<0…7>     dueAt <time>-<id>         unless it is at rest (due.ts): the keys of index `by-due`
 *   fan <fan>         placedAt <book mark>      once payment is decided: the keys of index `by-fan`
 *
 *   pk REDUCED#<on-sale>#<fan>   sk BOOK   version, orders: ids of orders with reduced prices, and what they asked for
 *
 *   pk DISPUTED   sk <id>   an order whose buyer asked a bank for the money, once: few of a thousand
 *   pk NEWS       sk <book mark>   an order whose buyer allowed news, once it is confirmed: at 10,000 orders a minute,
 *                                  of which every third has a tick, 60 writes a second
 *
 * The book is eight partitions, by the id's hash. At 10,000 orders a minute each order writes the index about four
 * times at two units. That is 167 × 4 × 2 = 1,300 units a second, more than one partition takes. The index of due
 * orders is eight as well. An unpaid order has no `book`, one at rest no `due`, and neither is in that index.
 *
 * Units of an order of one hold and four seats, about 1 KB and 2 KB with its tickets: put 1, payment 2
 * (+2 index), outcome 2 (+2), confirmed 3 (+3), told 3 (+3); and 1 or 2 for `by-due` with each, which holds keys alone.
 * `by-fan` holds keys alone as well, and they never change: 1 with the payment.
 */

const parts = Array.from({ length: 8 }, (_, n) => n);
const partOf = (id: string) => createHash('sha256').update(id).digest().readUInt8(0) % parts.length;
const keyOf = (id: string) => ({ pk: `ORDER#${id}`, sk: 'ORDER' });
const reducedKey = ({ onSale, fan }: Pick<ReducedBook, 'onSale' | 'fan'>) => ({
  pk: `REDUCED#${onSale}#${fan}`,
  sk: 'BOOK',
});
const disputedPk = 'DISPUTED';
const newsPk = 'NEWS';
const idOf = (pk: unknown) => `${pk}`.slice('ORDER#'.length);

/** Orders of before there were versions have none until they are written again. */
const isOfOld: Condition = {
  ConditionExpression: all(isThere, 'attribute_not_exists(#version)'),
  ExpressionAttributeNames: { '#version': 'version' },
};

export function orderStore(client: Dynamo, name: string): OrderStore {
  const table = tableOf(client, name);
  return {
    async get(id) {
      const item = await table.get(keyOf(id), 'latest');
      return item && recordOf(item);
    },
    async getMany(ids) {
      const items = await table.getMany([...new Set(ids)].map(keyOf), 'recent');
      return items.map(recordOf);
    },
    async put(order) {
      const first = await table.putNew(itemOf(order));
      return first.ok ? first : { ok: false, order: recordOf(first.standing) };
    },
    write(order) {
      const before = order.version - 1;
      return table.putIf(before === 0 ? isOfOld : follows(before), itemOf(order));
    },
    async reducedBook({ onSale, fan }) {
      const item = await table.get(reducedKey({ onSale, fan }), 'latest');
      const { version = 0, orders = [] } = (item ?? {}) as Partial<ReducedBook>;
      return { onSale, fan, version, orders };
    },
    async writeReducedBook({ version, orders, ...of }) {
      const item = { ...reducedKey(of), version, orders };
      const put = version === 1 ? await table.putNew(item) : await table.putIf(follows(version - 1), item);
      return put.ok ? written : moved;
    },
    async page(size, from) {
      // One more than the page from each part of the book: enough whatever part the newest lie in.
      const found = await Promise.all(parts.map((part) => table.query(newestOf(part, from), 'recent', size + 1)));
      const newest = found.flat().sort((a, b) => (`${a.placedAt}` < `${b.placedAt}` ? 1 : -1));
      const shown = newest.slice(0, size);
      const last = shown.at(-1);
      return {
        orders: shown.map(recordOf),
        ...(newest.length > size && last && { next: `${last.placedAt}` }),
      };
    },
    async placedSince(since) {
      const found = await Promise.all(parts.map((part) => table.query(placedSince(part, since), 'recent')));
      return found.flat().map(lineOf);
    },
    async stretch(from = '0') {
      const place = /^([0-7])(?:-(\d{15}-[A-Za-z0-9_-]{20}))?$/.exec(from);
      if (!place) return undefined;
      const part = Number(place[1]);
      // 2,000 orders of 3 KB are six pages: under a second.
      const found = await table.query(afterInPart(part, place[2]), 'recent', stretchSize);
      const last = found.length === stretchSize ? found.at(-1) : undefined;
      const next = last ? `${part}-${last.placedAt}` : part + 1 < parts.length ? `${part + 1}` : undefined;
      return { lines: found.map(lineOf), ...(next !== undefined && { next }) };
    },
    async placedBetween(from, to, see) {
      // One page after the other: who counts has little memory, and thirty thousand orders are 60 MB.
      const found = [];
      for (const part of parts)
        for await (const page of table.pages(placedIn(part, from, to), 'recent'))
          found.push(page.map((item) => see(placedOf(item))));
      return found.flat();
    },
    async ofFan(fan, size) {
      const found = await table.query(newestOfFan(fan), 'recent', size);
      return found.map(({ pk }) => idOf(pk));
    },
    listDisputed: (id) => table.put({ pk: disputedPk, sk: id }),
    async disputed() {
      const listed = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': disputedPk } };
      return (await table.query(listed, 'recent')).map(({ sk }) => `${sk}`);
    },
    listConsenting: (order) => table.put({ pk: newsPk, sk: bookMark(order) }),
    async consenting(size, from) {
      const listed = {
        KeyConditionExpression: from === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :from',
        ExpressionAttributeValues: { ':pk': newsPk, ...(from !== undefined && { ':from': from }) },
      };
      return pageOfMarks(
        (await table.query(listed, 'recent', size + 1)).map(({ sk }) => `${sk}`),
        size,
      );
    },
    async due(now, size) {
      const found = await Promise.all(parts.map((part) => table.query(overdueOf(part, now), 'recent', size)));
      const overdue = found.flat().sort((a, b) => (`${a.dueAt}` < `${b.dueAt}` ? -1 : 1));
      return overdue.slice(0, size).map(({ pk }) => idOf(pk));
    },
  };
}

function newestOf(part: number, from: string | undefined): TableQuery {
  return {
    IndexName: 'by-time',
    KeyConditionExpression: from === undefined ? '#book = :book' : '#book = :book AND #placedAt < :from',
    ExpressionAttributeNames: { '#book': 'book', ...(from !== undefined && { '#placedAt': 'placedAt' }) },
    ExpressionAttributeValues: { ':book': `BOOK#${part}`, ...(from !== undefined && { ':from': from }) },
    ScanIndexForward: false,
  };
}

/** Units are those of the whole orders, but only so much travels: 10,000 orders of 3 KB are 3,750 units and some MB. */
function placedSince(part: number, since: number): TableQuery {
  return {
    IndexName: 'by-time',
    KeyConditionExpression: '#book = :book AND #placedAt >= :since',
    ProjectionExpression: 'pk, #at, #onSale, #items, #timeZone, #buyer.#email',
    ExpressionAttributeNames: {
      '#book': 'book',
      '#placedAt': 'placedAt',
      '#at': 'at',
      '#onSale': 'onSale',
      '#items': 'items',
      '#timeZone': 'timeZone',
      '#buyer': 'buyer',
      '#email': 'email',
    },
    ExpressionAttributeValues: { ':book': `BOOK#${part}`, ':since': timeMark(since, '') },
  };
}

const stretchSize = 2000;

function afterInPart(part: number, mark: string | undefined): TableQuery {
  const { ProjectionExpression = '', ExpressionAttributeNames } = placedSince(part, 0);
  return {
    IndexName: 'by-time',
    KeyConditionExpression: '#book = :book AND #placedAt > :mark',
    ProjectionExpression: `${ProjectionExpression}, #placedAt`,
    ExpressionAttributeNames: { ...ExpressionAttributeNames },
    ExpressionAttributeValues: { ':book': `BOOK#${part}`, ':mark': mark ?? '0' },
    ScanIndexForward: true,
  };
}

function lineOf(item: Item): BookLine {
  const { pk, at: placedAt, onSale, items, timeZone, buyer } = item as Item & { readonly buyer: { email: string } };
  return { id: idOf(pk), placedAt, onSale, items, timeZone, email: buyer.email } as BookLine;
}

/** A mark of no id comes before all of its moment. Units are those of the whole orders, but only what is counted travels. */
function placedIn(part: number, from: number, to: number): TableQuery {
  return {
    IndexName: 'by-time',
    KeyConditionExpression: '#book = :book AND #placedAt BETWEEN :from AND :to',
    ProjectionExpression: 'pk, #at, #onSale, #state, #items, #outcomes, #currency, #payment',
    ExpressionAttributeNames: {
      '#book': 'book',
      '#placedAt': 'placedAt',
      '#at': 'at',
      '#onSale': 'onSale',
      '#state': 'state',
      '#items': 'items',
      '#outcomes': 'outcomes',
      '#currency': 'currency',
      '#payment': 'payment',
    },
    ExpressionAttributeValues: { ':book': `BOOK#${part}`, ':from': timeMark(from, ''), ':to': timeMark(to, '') },
    ScanIndexForward: true,
  };
}

function placedOf({ pk, at: placedAt, ...order }: Item): PlacedOrder {
  return { ...order, id: idOf(pk), placedAt } as PlacedOrder;
}

function newestOfFan(fan: string): TableQuery {
  return {
    IndexName: 'by-fan',
    KeyConditionExpression: '#fan = :fan',
    ExpressionAttributeNames: { '#fan': 'fan' },
    ExpressionAttributeValues: { ':fan': fan },
    ScanIndexForward: false,
  };
}

function overdueOf(part: number, now: number): TableQuery {
  return {
    IndexName: 'by-due',
    KeyConditionExpression: '#due = :due AND #dueAt < :next',
    ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
    ExpressionAttributeValues: { ':due': `DUE#${part}`, ':next': timeMark(now + 1, '') },
    ScanIndexForward: true,
  };
}

function itemOf(record: OrderRecord): Item & Key {
  const { placedAt, history, ...order } = record;
  const due = dueOf(record);
  const part = partOf(order.id);
  return {
    ...keyOf(order.id),
    ...order,
    history: history.map(({ happenedAt, ...act }) => ({ at: happenedAt, ...act })),
    at: placedAt,
    ...(order.state !== 'unpaid' && { placedAt: bookMark(record) }),
    ...(isInBook(order) && { book: `BOOK#${part}` }),
    ...(due !== undefined && { due: `DUE#${part}`, dueAt: timeMark(due, order.id) }),
  };
}

/** Fields that are missing in orders from before they were counted, told of and looked after. */
const ofOld = { version: 0, changes: {} };

function recordOf(item: Item): OrderRecord {
  const { pk: _pk, sk: _sk, book: _book, placedAt: _mark, due: _due, dueAt: _dueAt, at: placedAt, ...record } = item;
  const acts = (record.history ?? []) as readonly Item[];
  const history = acts.map(({ at: happenedAt, ...act }) => ({ happenedAt, ...act }));
  return { ...ofOld, movedAt: placedAt, heldUntil: placedAt, ...record, placedAt, history } as unknown as OrderRecord;
}
