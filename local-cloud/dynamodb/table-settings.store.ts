/** What a table has beside its description, which the engine does not know: recovery to a point in time, and deletion by time. */
import type { Store } from 'dynalite/db/index.js';

export interface TableSettings {
  /** Absent while recovery is off. */
  readonly recovery?: { readonly since: number; readonly days: number };
  /** The attribute with the time at which an item may go. Nothing is deleted here. */
  readonly goesBy?: string;
}

const prefix = '!settings!';

export class SettingsOfTables {
  readonly #db: Store['db'];
  readonly #all = new Map<string, TableSettings>();

  constructor(db: Store['db']) {
    this.#db = db;
  }

  async open(): Promise<void> {
    for await (const [key, settings] of this.#db.iterator({ gte: prefix, lt: `${prefix}~` }))
      this.#all.set(key.slice(prefix.length), settings as TableSettings);
  }

  of(table: string): TableSettings {
    return this.#all.get(table) ?? {};
  }

  async change(table: string, settings: TableSettings): Promise<void> {
    this.#all.set(table, settings);
    await this.#db.put(prefix + table, settings);
  }

  async forget(table: string): Promise<void> {
    this.#all.delete(table);
    await this.#db.del(prefix + table);
  }
}
