import { inBatches, type Patience } from './batches.ts';
import { isAbsent } from './condition.ts';
import type { Dynamo, Item, PutAsked, QueryAsked, UpdateAsked } from './dynamo/dynamo.ts';
import { conditionFailed, DynamoFault } from './dynamo/dynamo-fault.ts';
import { patient } from './patience.gateway.ts';
import { moved, type Written, written } from './write-outcome.ts';

/*
 * One table, as every store of ours reads and writes it. A failed condition comes back as a value. A query is read to
 * its end, and a batch is sent until all of it was taken. The stores know keys and items, and none of this.
 */

export type { Item };
export interface Key extends Item {
  readonly pk: string;
  readonly sk: string;
}

/** `latest` sees every write that was answered; `recent` may be a second behind, for half the units. */
export type Age = 'latest' | 'recent';

export type Condition = Pick<PutAsked, 'ExpressionAttributeNames' | 'ExpressionAttributeValues'> & {
  readonly ConditionExpression: string;
};
export type Change = Omit<UpdateAsked, 'TableName' | 'Key' | 'ConditionExpression'>;
export type ConditionalChange = Change & Pick<Condition, 'ConditionExpression'>;
export type TableQuery = Omit<QueryAsked, 'TableName' | 'ExclusiveStartKey' | 'Limit' | 'ConsistentRead'>;

/** `item`: the attributes that `ReturnValues` asked for. */
type Updated = { readonly item: Item };

export interface Table {
  get(key: Key, age: Age): Promise<Item | undefined>;
  /** The items that are there, in any order. The keys differ. */
  getMany(keys: readonly Key[], age: Age): Promise<readonly Item[]>;
  /** All that the query finds, or the first `most`, however many pages that takes. */
  query(asked: TableQuery, age: Age, most?: number): Promise<readonly Item[]>;
  /** The same, a page of at most 1 MB at a time, for who keeps little of many. */
  pages(asked: TableQuery, age: Age): AsyncIterable<readonly Item[]>;
  put(item: Item & Key): Promise<void>;
  putIf(condition: Condition, item: Item & Key): Promise<Written>;
  /** Puts the item if there is none under its key; else says which stands. */
  putNew(item: Item & Key): Promise<Written<{ readonly standing: Item }>>;
  /** Puts items, in the place of those already there. The keys differ. */
  putMany(items: readonly (Item & Key)[]): Promise<void>;
  update(key: Key, change: Change): Promise<Item>;
  updateIf(key: Key, change: ConditionalChange): Promise<Written<unknown, Updated>>;
  /** As `updateIf`, and says what stands if the condition did not hold: undefined if there is nothing. */
  updateOrTell(key: Key, change: ConditionalChange): Promise<Written<{ readonly standing: Item | undefined }, Updated>>;
}

/** The version before is still the one that stands. */
export function follows(before: number): Condition {
  return {
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': before },
  };
}

/*
 * The most that BatchGetItem and BatchWriteItem take at once, and how often in a row they may come to nothing. Somebody
 * waits for a read: 0.1 + 0.2 + 0.4 + 0.8 + 1.6 = 3.1 s at the most, half of it on average. A roster that is loaded
 * into a table which must first grow may wait for 0.1 + 0.2 + … + 6.4 + 10 + 10 = 32.7 s. The calls take time as well:
 * a throttled one is tried three times by the client. So a read of a handler that has 10 s ends after five, and a write
 * of one that has 60 s after 45.
 */
const reads = { size: 100, mostInVain: 6, mostMs: 5000 } as const;
const writes = { size: 25, mostInVain: 10, mostMs: 45_000 } as const;

const tellsOldItem = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

export function tableOf(client: Dynamo, name: string, patience: Patience = patient): Table {
  const get: Table['get'] = async (key, age) => {
    const { Item } = await client.call('GetItem', { TableName: name, Key: key, ConsistentRead: age === 'latest' });
    return Item;
  };
  const put = (input: Omit<PutAsked, 'TableName'>) =>
    unlessFailed(client.call('PutItem', { TableName: name, ...input }));
  const update = (key: Key, change: Omit<UpdateAsked, 'TableName' | 'Key'>) =>
    client.call('UpdateItem', { TableName: name, Key: key, ...change });
  /** Not every engine returns the old item with the failure (dynalite does not). A missing one is read. */
  const standingAt = async (key: Key, told: Item | undefined) => told ?? (await get(key, 'latest'));
  const getBatch = async (keys: readonly Key[], age: Age) => {
    const { Responses, UnprocessedKeys } = await client.call('BatchGetItem', {
      RequestItems: { [name]: { Keys: keys, ConsistentRead: age === 'latest' } },
    });
    return { done: Responses?.[name] ?? [], left: (UnprocessedKeys?.[name]?.Keys ?? []) as readonly Key[] };
  };
  const getPage = (asked: TableQuery, age: Age, from: Item | undefined, most = Number.POSITIVE_INFINITY) =>
    client.call('Query', {
      TableName: name,
      ...asked,
      // An index is never `latest`, and says no to being asked.
      ...(age === 'latest' && { ConsistentRead: true }),
      ...(most < Number.POSITIVE_INFINITY && { Limit: most }),
      ...(from && { ExclusiveStartKey: from }),
    });
  const putBatch = async (items: readonly (Item & Key)[]) => {
    const { UnprocessedItems } = await client.call('BatchWriteItem', {
      RequestItems: { [name]: items.map((Item) => ({ PutRequest: { Item } })) },
    });
    return { done: [], left: (UnprocessedItems?.[name] ?? []).map(({ PutRequest }) => PutRequest.Item as Item & Key) };
  };
  return {
    get,
    getMany: (keys, age) =>
      inBatches<Key, Item>(
        keys,
        { what: `a read of ${name}`, ...reads, send: (batch) => getBatch(batch, age) },
        patience,
      ),
    async query(asked, age, most = Number.POSITIVE_INFINITY) {
      const found: Item[] = [];
      let from: Item | undefined;
      do {
        const page = await getPage(asked, age, from, most - found.length);
        found.push(...(page.Items ?? []));
        from = page.LastEvaluatedKey;
      } while (from && found.length < most);
      return found;
    },
    async *pages(asked, age) {
      let from: Item | undefined;
      do {
        const page = await getPage(asked, age, from);
        yield page.Items ?? [];
        from = page.LastEvaluatedKey;
      } while (from);
    },
    async put(item) {
      await client.call('PutItem', { TableName: name, Item: item });
    },
    async putIf(condition, item) {
      return (await put({ Item: item, ...condition })).ok ? written : moved;
    },
    async putNew(item) {
      const first = await put({ Item: item, ConditionExpression: isAbsent, ...tellsOldItem });
      if (first.ok) return written;
      const standing = await standingAt({ pk: item.pk, sk: item.sk }, first.told);
      if (!standing) throw new Error(`${item.pk} ${item.sk} is neither absent from ${name} nor there`);
      return { ok: false, standing };
    },
    async putMany(items) {
      await inBatches(items, { what: `a write to ${name}`, ...writes, send: putBatch }, patience);
    },
    update: async (key, change) => (await update(key, change)).Attributes ?? {},
    async updateIf(key, change) {
      const updated = await unlessFailed(update(key, change));
      return updated.ok ? { ok: true, item: updated.output.Attributes ?? {} } : moved;
    },
    async updateOrTell(key, change) {
      const updated = await unlessFailed(update(key, { ...change, ...tellsOldItem }));
      if (updated.ok) return { ok: true, item: updated.output.Attributes ?? {} };
      return { ok: false, standing: await standingAt(key, updated.told) };
    },
  };
}

async function unlessFailed<Output>(
  write: Promise<Output>,
): Promise<Written<{ readonly told: Item | undefined }, { readonly output: Output }>> {
  try {
    return { ok: true, output: await write };
  } catch (error) {
    if (!(error instanceof DynamoFault && error.name === conditionFailed)) throw error;
    return { ok: false, told: error.Item };
  }
}
