import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dueOf } from './due.ts';
import type { OrderRecord } from './order.ts';
import { bookMark, type OrderStore, timeMark } from './order-store.ts';

/*
 * The table of orders. One item an order:
 *
 *   pk ORDER#<id>   sk ORDER   the OrderRecord, flat
 *   book BOOK#<0…7>   placedAt <book mark>      once payment is decided: the keys of index `by-time`
 *   due DUE#<0…7>     dueAt <time>-<id>         unless it is at rest (due.ts): the keys of index `by-due`
 *
 * The book is eight partitions, by the id's hash: at 10,000 orders a minute each order writes the index
 * about four times at two units, 167 × 4 × 2 = 1,300 units a second, more than one partition takes. What is due
 * is eight as well. An unpaid order has no `book`, one at rest no `due`, and neither is in that index.
 *
 * Units of an order of one hold and four seats, about 1 KB and 2 KB with its tickets: put 1, payment 2
 * (+2 index), outcome 2 (+2), confirmed 3 (+3), told 3 (+3); and 1 or 2 for `by-due` with each, which holds keys alone.
 */

const parts = Array.from({ length: 8 }, (_, n) => n);
const partOf = (id: string) => createHash('sha256').update(id).digest().readUInt8(0) % parts.length;
const keyOf = (id: string) => ({ pk: `ORDER#${id}`, sk: 'ORDER' });

const isNew = 'attribute_not_exists(pk)';
const isUnmoved = '#version = :before';
/** Orders of before there were versions have none until they are written again. */
const isOfOld = 'attribute_exists(pk) AND attribute_not_exists(#version)';

export function orderStore(table: DynamoDBDocumentClient, name: string): OrderStore {
  const get: OrderStore['get'] = async (id) => {
    const { Item } = await table.send(new GetCommand({ TableName: name, Key: keyOf(id), ConsistentRead: true }));
    return Item && recordOf(Item);
  };
  /** The first of one part of an index. A query answers at most 1 MB, so large orders take several. */
  const firstOf = async (index: IndexQuery, count: number) => {
    const found: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.send(
        new QueryCommand({
          TableName: name,
          ...index,
          Limit: count - found.length,
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      found.push(...Items);
      start = LastEvaluatedKey;
    } while (start && found.length < count);
    return found;
  };
  return {
    get,
    async put(order) {
      try {
        await table.send(new PutCommand({ TableName: name, Item: itemOf(order), ConditionExpression: isNew }));
        return { first: true, order };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const known = await get(order.id);
        if (!known) throw new Error(`Order ${order.id} is there and is not`, { cause: error });
        return { first: false, order: known };
      }
    },
    async write(order) {
      const before = order.version - 1;
      try {
        await table.send(
          new PutCommand({
            TableName: name,
            Item: itemOf(order),
            ConditionExpression: before === 0 ? isOfOld : isUnmoved,
            ExpressionAttributeNames: { '#version': 'version' },
            ...(before > 0 && { ExpressionAttributeValues: { ':before': before } }),
          }),
        );
        return 'written';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'moved';
        throw error;
      }
    },
    async page(size, from) {
      // One more than the page from each part of the book: enough whatever part the newest lie in.
      const found = await Promise.all(parts.map((part) => firstOf(newestOf(part, from), size + 1)));
      const newest = found.flat().sort((a, b) => (`${a.placedAt}` < `${b.placedAt}` ? 1 : -1));
      const shown = newest.slice(0, size);
      const last = shown.at(-1);
      return {
        orders: shown.map(recordOf),
        ...(newest.length > size && last && { next: `${last.placedAt}` }),
      };
    },
    async due(now, size) {
      const found = await Promise.all(parts.map((part) => firstOf(overdueOf(part, now), size)));
      const overdue = found.flat().sort((a, b) => (`${a.dueAt}` < `${b.dueAt}` ? -1 : 1));
      return overdue.slice(0, size).map(({ pk }) => `${pk}`.slice('ORDER#'.length));
    },
  };
}

type IndexQuery = Pick<
  QueryCommand['input'],
  'IndexName' | 'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues' | 'ScanIndexForward'
>;

function newestOf(part: number, from: string | undefined): IndexQuery {
  return {
    IndexName: 'by-time',
    KeyConditionExpression: from === undefined ? '#book = :book' : '#book = :book AND #placedAt < :from',
    ExpressionAttributeNames: { '#book': 'book', ...(from !== undefined && { '#placedAt': 'placedAt' }) },
    ExpressionAttributeValues: { ':book': `BOOK#${part}`, ...(from !== undefined && { ':from': from }) },
    ScanIndexForward: false,
  };
}

function overdueOf(part: number, now: number): IndexQuery {
  return {
    IndexName: 'by-due',
    KeyConditionExpression: '#due = :due AND #dueAt < :next',
    ExpressionAttributeNames: { '#due': 'due', '#dueAt': 'dueAt' },
    ExpressionAttributeValues: { ':due': `DUE#${part}`, ':next': timeMark(now + 1, '') },
    ScanIndexForward: true,
  };
}

function itemOf(order: OrderRecord): Record<string, unknown> {
  const due = dueOf(order);
  const part = partOf(order.id);
  return {
    ...keyOf(order.id),
    ...order,
    ...(order.state !== 'unpaid' && { book: `BOOK#${part}`, placedAt: bookMark(order) }),
    ...(due !== undefined && { due: `DUE#${part}`, dueAt: timeMark(due, order.id) }),
  };
}

/** What orders of before they were counted, told of and looked after lack. */
const ofOld = { version: 0, changes: {}, history: [] };

function recordOf(item: Record<string, unknown>): OrderRecord {
  const { pk: _pk, sk: _sk, book: _book, placedAt: _placedAt, due: _due, dueAt: _dueAt, ...record } = item;
  return { ...ofOld, movedAt: record.at, heldUntil: record.at, ...record } as unknown as OrderRecord;
}
