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
  import type { Level } from 'level';

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
  export interface Store {
    /** All is in it: `table~<name>`, `item-<table>~<key>`, `index-<type>~<table>~<index>~<key>`. */
    readonly db: Level<string, unknown>;
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
