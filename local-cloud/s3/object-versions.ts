/**
 * The versions of objects, of the buckets whose template keeps them (`VersioningConfiguration`). Every write and every
 * deletion is a row more, so what was there at any second can be read and put back. What was in a bucket before it kept
 * versions has the version `null`, as with S3. Of each object the newest thousand or so are kept: a board has one a second.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { S3Object } from '../../node_modules/fauxqs/dist/s3/s3Types.d.ts';

/** A version as lists name it; a deletion has neither tag nor size. */
export interface ObjectVersion {
  readonly key: string;
  readonly id: string;
  /** S3 says it to the second. */
  readonly at: Date;
  readonly isLatest: boolean;
  readonly object?: { readonly etag: string; readonly size: number };
}

/** Which versions a list begins after. */
export interface VersionsAfter {
  readonly key: string;
  /** Of the key's versions all from the one after this; without it the key is over. */
  readonly version?: string;
}

interface Row {
  readonly key: string;
  readonly id: string;
  readonly at: number;
  readonly etag: string | null;
  readonly size: number | null;
  readonly latest: number;
}

const schema = `
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS versions (
  n INTEGER PRIMARY KEY,
  bucket TEXT NOT NULL,
  key TEXT NOT NULL,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  etag TEXT,
  size INTEGER,
  body BLOB,
  headers TEXT
);
CREATE INDEX IF NOT EXISTS by_key ON versions (bucket, key, n DESC);`;

const mostOfAnObject = 1000;
/** So many writes of an object go by until its oldest versions are taken out. */
const clearEvery = 64;

/** The time goes as S3 says it: whole seconds. */
const second = (at: Date): number => Math.floor(at.getTime() / 1000) * 1000;

const versionId = (): string => randomBytes(24).toString('base64url');

export class ObjectVersions {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #kept = new Set<string>();
  /** Since the start, by bucket and key. */
  readonly #writes = new Map<string, number>();

  /** @param folder where the objects are kept as well. */
  constructor(folder: string) {
    this.#db = new DatabaseSync(join(folder, 'versions.db'));
    this.#db.exec(schema);
    this.#insert = this.#db.prepare(
      'INSERT INTO versions (bucket, key, id, at, etag, size, body, headers) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** From now on this bucket keeps versions. `keys`: of all that is in it; `read` is asked for what has no version yet. */
  keep(bucket: string, keys: readonly string[], read: (key: string) => S3Object): void {
    this.#kept.add(bucket);
    const known = this.#db.prepare('SELECT 1 FROM versions WHERE bucket = ? AND key = ?');
    for (const key of keys) if (!known.get(bucket, key)) this.#add(bucket, key, 'null', read(key));
  }

  written(bucket: string, object: S3Object): void {
    if (this.#kept.has(bucket)) this.#add(bucket, object.key, versionId(), object);
  }

  removed(bucket: string, key: string): void {
    if (this.#kept.has(bucket)) this.#add(bucket, key, versionId());
  }

  keeps(bucket: string): boolean {
    return this.#kept.has(bucket);
  }

  /** By key, the newest of each first. */
  list(bucket: string, prefix: string, most: number, after?: VersionsAfter): readonly ObjectVersion[] {
    const rows = this.#db
      .prepare(
        `SELECT key, id, at, etag, size, n = (SELECT max(n) FROM versions l WHERE l.bucket = v.bucket AND l.key = v.key) AS latest
         FROM versions v
         WHERE bucket = ?1 AND substr(key, 1, length(?2)) = ?2 AND (key > ?3 OR (key = ?3 AND n <
           coalesce((SELECT n FROM versions WHERE bucket = ?1 AND key = ?3 AND id = ?4), 0)))
         ORDER BY key, n DESC LIMIT ?5`,
      )
      .all(bucket, prefix, after?.key ?? '', after?.version ?? '', most) as unknown as Row[];
    return rows.map(({ key, id, at, etag, size, latest }) => ({
      ...{ key, id, at: new Date(at), isLatest: latest === 1 },
      ...(etag !== null && { object: { etag, size: size ?? 0 } }),
    }));
  }

  /** `deleted`: the version says that the object was gone. */
  read(bucket: string, key: string, id: string): S3Object | 'deleted' | undefined {
    const row = this.#db
      .prepare('SELECT body, headers FROM versions WHERE bucket = ? AND key = ? AND id = ? ORDER BY n DESC')
      .get(bucket, key, id) as { readonly body: Uint8Array | null; readonly headers: string | null } | undefined;
    if (!row) return undefined;
    if (row.headers === null) return 'deleted';
    const headers = JSON.parse(row.headers) as Omit<S3Object, 'body' | 'lastModified'> & { lastModified: string };
    return { ...headers, lastModified: new Date(headers.lastModified), body: Buffer.from(row.body ?? []) };
  }

  close(): void {
    this.#db.close();
  }

  #add(bucket: string, key: string, id: string, object?: S3Object): void {
    const { body, ...headers } = object ?? { body: null };
    const at = second(object?.lastModified ?? new Date());
    const facts = object ? ([object.etag, object.contentLength, body, JSON.stringify(headers)] as const) : [];
    const [etag = null, size = null, bytes = null, text = null] = facts;
    this.#insert.run(bucket, key, id, at, etag, size, bytes, text);
    const writes = (this.#writes.get(`${bucket}/${key}`) ?? 0) + 1;
    this.#writes.set(`${bucket}/${key}`, writes);
    if (writes % clearEvery === 0) this.#clear(bucket, key);
  }

  #clear(bucket: string, key: string): void {
    this.#db
      .prepare(
        `DELETE FROM versions WHERE bucket = ?1 AND key = ?2 AND n <
           (SELECT n FROM versions WHERE bucket = ?1 AND key = ?2 ORDER BY n DESC LIMIT 1 OFFSET ?3)`,
      )
      .run(bucket, key, mostOfAnObject - 1);
  }
}
