/** The descriptions of tables where the engine keeps them, changed under the engine's own lock. */
import type { Store, Table } from 'dynalite/db/index.js';

const keyOf = (name: string): string => `table~${name}`;

/** Undefined also for a table that is being deleted. */
export const tableNamed = async ({ db }: Store, name: string): Promise<Table | undefined> => {
  const table = (await db.get(keyOf(name))) as Table | undefined;
  return table?.TableStatus === 'DELETING' ? undefined : table;
};

const locked = <T>({ tableDb }: Store, name: string, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    tableDb.lock(name, (release) => {
      const free = release(() => undefined);
      work().then(resolve, reject).finally(free);
    });
  });

/** @returns the table as it is now, or undefined if there is none. */
export const changeTable = (store: Store, name: string, change: Readonly<Record<string, unknown>>) =>
  locked(store, name, async (): Promise<Table | undefined> => {
    const table = await tableNamed(store, name);
    if (table === undefined) return undefined;
    const changed = { ...table, ...change };
    await store.db.put(keyOf(name), changed);
    return changed;
  });

/** @returns false if one of that name is there, or is being deleted. */
export const addTable = (store: Store, table: Table): Promise<boolean> =>
  locked(store, table.TableName, async () => {
    if ((await store.db.get(keyOf(table.TableName))) !== undefined) return false;
    await store.db.put(keyOf(table.TableName), table);
    return true;
  });

/** The bounds of all keys that begin with this, which ends with `~`. */
export const boundsOf = (prefix: string): { readonly gte: string; readonly lt: string } => ({
  gte: prefix,
  // What comes after `~`.
  lt: `${prefix.slice(0, -1)}\u007f`,
});

export const itemsOf = (table: string): string => `item-${table}~`;

export const indexOf = (type: 'local' | 'global', table: string, index: string): string =>
  `index-${type}~${table}~${index}~`;

export const allTables = async ({ db }: Store): Promise<readonly Table[]> =>
  (await db.values(boundsOf('table~')).all()) as Table[];

/** Removes a table and all that is in it. */
export const removeTable = async ({ db }: Store, table: Table): Promise<void> => {
  const indexes = [
    ...(table.LocalSecondaryIndexes ?? []).map(({ IndexName }) => indexOf('local', table.TableName, IndexName)),
    ...(table.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => indexOf('global', table.TableName, IndexName)),
  ];
  for (const prefix of [itemsOf(table.TableName), ...indexes]) await db.clear(boundsOf(prefix));
  await db.del(keyOf(table.TableName));
};
