declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** Times in milliseconds; without a path everything is kept in memory. */
  export interface DynaliteOptions {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
  }

  export default function dynalite(options?: DynaliteOptions): Server;
}

declare module 'dynalite/db/index.js' {
  import type { DynaliteOptions } from 'dynalite';

  type Item = Readonly<Record<string, unknown>>;
  interface Index {
    readonly IndexName: string;
  }
  /** The description of a table, as `DescribeTable` shows it. */
  export interface Table {
    readonly TableName: string;
    readonly TableArn: string;
    readonly TableStatus: string;
    readonly LocalSecondaryIndexes?: readonly Index[];
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly [more: string]: unknown;
  }
  interface Bounds {
    readonly gte?: string;
    readonly lt?: string;
    readonly lte?: string;
  }
  interface Snapshot {
    readonly close: () => Promise<void>;
  }
  interface Reading extends Bounds {
    readonly valueEncoding?: 'json' | 'utf8' | 'buffer';
    readonly snapshot?: Snapshot;
  }
  interface Put {
    readonly type: 'put';
    readonly key: string;
    readonly value: unknown;
    readonly valueEncoding?: Reading['valueEncoding'];
  }
  /** The part of LevelDB that is used here. Values are JSON where nothing else is said. */
  interface Database {
    readonly hooks: {
      readonly prewrite: {
        readonly add: (
          before: (write: { readonly key: unknown }, batch: { readonly add: (put: Put) => void }) => void,
        ) => void;
      };
    };
    readonly open: () => Promise<void>;
    readonly get: (key: string) => Promise<unknown>;
    readonly getSync: (key: string, options: { readonly valueEncoding: 'buffer' }) => Buffer | undefined;
    readonly put: (key: string, value: unknown) => Promise<void>;
    readonly del: (key: string) => Promise<void>;
    readonly batch: (puts: readonly Put[]) => Promise<void>;
    readonly clear: (bounds: Bounds) => Promise<void>;
    readonly iterator: <V>(reading: Reading) => AsyncIterable<readonly [key: string, value: V]>;
    readonly values: (reading: Reading) => { readonly all: () => Promise<readonly unknown[]> };
    readonly snapshot: () => Snapshot;
  }
  export interface Store {
    /** All is in it: `table~<name>`, `item-<table>~<key>`, `index-<type>~<table>~<index>~<key>`. */
    readonly db: Database;
    /** The engine closes after what is under way here. */
    readonly lifecycleManager: { readonly trackOperation: <T>(operation: Promise<T>) => Promise<T> };
    readonly tableDb: {
      /** The lock is free again when what `release` gives is called. */
      readonly lock: (name: string, run: (release: (then: () => void) => () => void) => void) => void;
    };
  }
  const engine: {
    create: (options: DynaliteOptions) => Store;
    readonly getIndexActions: (
      indexes: readonly Index[],
      before: Item | undefined,
      item: Item,
      table: Table,
    ) => { readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[] };
  };
  export default engine;
}
