/** Copies a table as it was at a moment into a new one, while others write. It is `CREATING` until all is in it. */
import engine, { type Store, type Table } from 'dynalite/db/index.js';
import { boundsOf, changeTable, indexOf, itemsOf } from './tables.store.ts';
import type { Snapshot, WrittenBefore } from './written-before.store.ts';

/** The warm throughput that every table on demand has. */
export const usualWarmth = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4000, Status: 'ACTIVE' };

const itemsAtOnce = 200;

type Index = NonNullable<Table['GlobalSecondaryIndexes']>[number];

const indexesFor = (table: Table, name: string, status: string): readonly Index[] | undefined =>
  table.GlobalSecondaryIndexes?.map((index) => ({
    ...index,
    IndexArn: `${table.TableArn.replace(/[^/]+$/, name)}/index/${index.IndexName}`,
    IndexStatus: status,
  }));

/** Keys, indexes and the way of payment come along; protection, deletion by time and tags do not. */
export const restoredTable = (
  source: Table,
  name: string,
  at: number,
  { id, now }: { readonly id: string; readonly now: number },
): Table => {
  const arn = source.TableArn.replace(/[^/]+$/, name);
  const global = indexesFor(source, name, 'CREATING');
  const { RestoreSummary: _, ...rest } = source;
  return {
    ...rest,
    TableName: name,
    TableArn: arn,
    TableId: id,
    TableStatus: 'CREATING',
    CreationDateTime: now / 1000,
    DeletionProtectionEnabled: false,
    WarmThroughput: usualWarmth,
    RestoreSummary: { SourceTableArn: source.TableArn, RestoreDateTime: at / 1000, RestoreInProgress: true },
    ...(global && { GlobalSecondaryIndexes: global }),
  };
};

/** The items as they were: untouched ones as they are, the others by their old images. */
async function* itemsAt(
  { db }: Store,
  before: WrittenBefore,
  source: string,
  at: number,
  snapshot: Snapshot,
): AsyncGenerator<readonly [item: string, image: string]> {
  const since = await before.imagesAt(source, at, snapshot);
  const prefix = itemsOf(source);
  const now = db.iterator<string>({ ...boundsOf(prefix), valueEncoding: 'utf8', snapshot });
  for await (const [key, image] of now) {
    const item = key.slice(prefix.length);
    if (!since.images.has(item)) yield [item, image];
  }
  yield* since.there();
}

type Put = { readonly type: 'put'; readonly key: string; readonly value: unknown };

const putsOf = (table: Table, item: string, image: string): readonly Put[] => {
  const value = JSON.parse(image) as Readonly<Record<string, unknown>>;
  const inIndexes = (type: 'local' | 'global', indexes: readonly Index[] = []): readonly Put[] =>
    engine
      .getIndexActions(indexes, undefined, value, table)
      .puts.map((put) => ({ type: 'put', key: indexOf(type, table.TableName, put.index) + put.key, value: put.item }));
  return [
    { type: 'put', key: itemsOf(table.TableName) + item, value },
    ...inIndexes('local', table.LocalSecondaryIndexes),
    ...inIndexes('global', table.GlobalSecondaryIndexes),
  ];
};

/** @param snapshot of all that is, taken when the restore was asked for; it is closed at the end. */
export const fillRestored = async (
  store: Store,
  before: WrittenBefore,
  source: string,
  table: Table,
  at: number,
  snapshot: Snapshot,
): Promise<void> => {
  try {
    let puts: Put[] = [];
    let items = 0;
    for await (const [item, image] of itemsAt(store, before, source, at, snapshot)) {
      puts.push(...putsOf(table, item, image));
      items += 1;
      if (items % itemsAtOnce > 0) continue;
      await store.db.batch(puts);
      puts = [];
    }
    await store.db.batch(puts);
  } finally {
    await snapshot.close();
  }
  const global = indexesFor(table, table.TableName, 'ACTIVE');
  await changeTable(store, table.TableName, {
    TableStatus: 'ACTIVE',
    RestoreSummary: { ...(table.RestoreSummary as object), RestoreInProgress: false },
    ...(global && { GlobalSecondaryIndexes: global }),
  });
};

/** Whether its restore was cut short, so that it will never be whole. */
export const isHalfRestored = ({ RestoreSummary }: Table): boolean =>
  (RestoreSummary as { readonly RestoreInProgress?: boolean } | undefined)?.RestoreInProgress === true;
