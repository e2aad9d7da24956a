import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type { OrderRecord } from './order.ts';
import { bookMark, type OrderStore } from './order-store.ts';

/*
 * The table of orders. One item an order:
 *
 *   pk ORDER#<id>   sk ORDER   the OrderRecord, flat
 *   book BOOK#<0…7>   placedAt <book mark>      once payment is decided: the keys of index `by-time`
 *
 * The book is eight partitions, by the id's hash: at 10,000 orders a minute each order writes the index
 * about three times at two units, 167 × 3 × 2 = 1,000 units a second, the whole of one partition. An
 * unpaid order has no `book` and so is in no index.
 *
 * Units of an order of one hold and four seats, about 1 KB and 2 KB with its tickets: put 1, payment 2
 * (+2 index), outcome 2 (+2), settlement 3 (+3).
 */

const books = Array.from({ length: 8 }, (_, n) => `BOOK#${n}`);
const bookOf = (id: string) => books[createHash('sha256').update(id).digest().readUInt8(0) % books.length];
const keyOf = (id: string) => ({ pk: `ORDER#${id}`, sk: 'ORDER' });

const isNew = 'attribute_not_exists(pk)';
const exists = 'attribute_exists(pk)';
const isUnpaid = '#state = :unpaid';
const isPlaced = '#state = :placed';
const isUnanswered = 'attribute_not_exists(#outcomes.#hold)';

export function orderStore(table: DynamoDBDocumentClient, name: string): OrderStore {
  const get: OrderStore['get'] = async (id) => {
    const { Item } = await table.send(new GetCommand({ TableName: name, Key: keyOf(id), ConsistentRead: true }));
    return Item && recordOf(Item);
  };
  /** The order as the update leaves it; as it stands if the condition did not hold. */
  const update = async (id: string, change: Omit<UpdateCommandInput, 'TableName' | 'Key' | 'ReturnValues'>) => {
    try {
      const { Attributes } = await table.send(
        new UpdateCommand({ TableName: name, Key: keyOf(id), ReturnValues: 'ALL_NEW', ...change }),
      );
      return Attributes && recordOf(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return get(id);
      throw error;
    }
  };
  /** The newest of one part of the book. A query answers at most 1 MB, so large orders take several. */
  const newestOf = async (book: string, count: number, from: string | undefined) => {
    const found: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.send(
        new QueryCommand({
          TableName: name,
          IndexName: 'by-time',
          KeyConditionExpression: from === undefined ? '#book = :book' : '#book = :book AND #placedAt < :from',
          ExpressionAttributeNames: { '#book': 'book', ...(from !== undefined && { '#placedAt': 'placedAt' }) },
          ExpressionAttributeValues: { ':book': book, ...(from !== undefined && { ':from': from }) },
          ScanIndexForward: false,
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
        await table.send(
          new PutCommand({ TableName: name, Item: { ...keyOf(order.id), ...order }, ConditionExpression: isNew }),
        );
        return { first: true, order };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const known = await get(order.id);
        if (!known) throw new Error(`Order ${order.id} is there and is not`, { cause: error });
        return { first: false, order: known };
      }
    },
    async decidePayment({ id, at }, { state, refusal, payment }) {
      return update(id, {
        UpdateExpression: `SET #state = :state, #payment = :payment, #book = :book, #placedAt = :placedAt${refusal ? ', #refusal = :refusal' : ''}`,
        ConditionExpression: [exists, isUnpaid].join(' AND '),
        ExpressionAttributeNames: {
          '#state': 'state',
          '#payment': 'payment',
          '#book': 'book',
          '#placedAt': 'placedAt',
          ...(refusal && { '#refusal': 'refusal' }),
        },
        ExpressionAttributeValues: {
          ':state': state,
          ':payment': payment,
          ':book': bookOf(id),
          ':placedAt': bookMark({ id, at }),
          ':unpaid': 'unpaid',
          ...(refusal && { ':refusal': refusal }),
        },
      });
    },
    async recordOutcome(id, hold, outcome) {
      return update(id, {
        UpdateExpression: 'SET #outcomes.#hold = :outcome',
        ConditionExpression: [exists, isUnanswered].join(' AND '),
        ExpressionAttributeNames: { '#outcomes': 'outcomes', '#hold': hold },
        ExpressionAttributeValues: { ':outcome': outcome },
      });
    },
    async settle(id, settlement) {
      const refusal = settlement.state === 'refused' ? settlement.refusal : undefined;
      return update(id, {
        UpdateExpression: `SET #state = :state, #payment = :payment, #tickets = :tickets${refusal ? ', #refusal = :refusal' : ''}`,
        ConditionExpression: [exists, isPlaced].join(' AND '),
        ExpressionAttributeNames: {
          '#state': 'state',
          '#payment': 'payment',
          '#tickets': 'tickets',
          ...(refusal && { '#refusal': 'refusal' }),
        },
        ExpressionAttributeValues: {
          ':state': settlement.state,
          ':payment': settlement.payment,
          ':tickets': settlement.tickets,
          ':placed': 'placed',
          ...(refusal && { ':refusal': refusal }),
        },
      });
    },
    async page(size, from) {
      // One more than the page from each part of the book: enough whatever part the newest lie in.
      const parts = await Promise.all(books.map((book) => newestOf(book, size + 1, from)));
      const newest = parts.flat().sort((a, b) => (`${a.placedAt}` < `${b.placedAt}` ? 1 : -1));
      const shown = newest.slice(0, size);
      const last = shown.at(-1);
      return {
        orders: shown.map(recordOf),
        ...(newest.length > size && last && { next: `${last.placedAt}` }),
      };
    },
  };
}

function recordOf(item: Record<string, unknown>): OrderRecord {
  const { pk: _pk, sk: _sk, book: _book, placedAt: _placedAt, ...record } = item;
  return record as unknown as OrderRecord;
}
