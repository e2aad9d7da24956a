/** The key-value stores that functions read at the edge. Every location has a change at once here; on AWS it takes seconds. */
import type { Cloud } from '../kind.ts';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html: bytes of a key, a value, a store. */
const mostOf = { key: 512, value: 1024, store: 5 * 1024 * 1024 } as const;
/** Of one change. */
const mostChanges = 50;

export interface KeptValues {
  readonly values: Readonly<Record<string, string>>;
  /** Names the state of the store: it is another one after each change. */
  readonly etag: string;
  /** ISO 8601. */
  readonly changedAt: string;
}

export interface Change {
  readonly puts: readonly { readonly key: string; readonly value: string }[];
  readonly deletes: readonly string[];
}

export type Changed = { readonly ok: true } | { readonly ok: false; readonly type: string; readonly message: string };

export class KeyValueStore {
  readonly arn: string;
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly #kept: () => KeptValues;
  readonly #keep: (next: Pick<KeptValues, 'values'>) => void;

  constructor(of: {
    readonly arn: string;
    readonly id: string;
    readonly name: string;
    readonly createdAt: string;
    readonly kept: () => KeptValues;
    readonly keep: (next: Pick<KeptValues, 'values'>) => void;
  }) {
    this.arn = of.arn;
    this.id = of.id;
    this.name = of.name;
    this.createdAt = of.createdAt;
    this.#kept = of.kept;
    this.#keep = of.keep;
  }

  get etag(): string {
    return this.#kept().etag;
  }

  get changedAt(): string {
    return this.#kept().changedAt;
  }

  get entries(): readonly (readonly [key: string, value: string])[] {
    return Object.entries(this.#kept().values);
  }

  get bytes(): number {
    return bytesOf(this.entries);
  }

  get(key: string): string | undefined {
    const { values } = this.#kept();
    return Object.hasOwn(values, key) ? values[key] : undefined;
  }

  /** All of it or nothing. `etag` is that of the state which the change is for. */
  change({ puts, deletes }: Change, etag: string): Changed {
    const refuse = (type: string, message: string) => ({ ok: false, type, message }) as const;
    const invalid = (message: string) => refuse('ValidationException', message);
    if (etag !== this.etag) return refuse('ConflictException', 'The ETag is not that of the key value store now.');
    const keys = [...puts.map(({ key }) => key), ...deletes];
    if (keys.length === 0 || keys.length > mostChanges) return invalid(`A change has 1 to ${mostChanges} keys.`);
    if (new Set(keys).size < keys.length) return invalid('A change names each key once.');
    for (const { key, value } of puts) {
      if (key === '' || Buffer.byteLength(key) > mostOf.key) return invalid(`A key has 1 to ${mostOf.key} bytes.`);
      if (Buffer.byteLength(value) > mostOf.value) return invalid(`A value has at most ${mostOf.value} bytes.`);
    }
    const next = new Map(this.entries);
    for (const key of deletes) next.delete(key);
    for (const { key, value } of puts) next.set(key, value);
    if (bytesOf([...next]) > mostOf.store) return refuse('ServiceQuotaExceededException', 'The store is full.');
    this.#keep({ values: Object.fromEntries(next) });
    return { ok: true };
  }
}

const bytesOf = (entries: readonly (readonly [string, string])[]) =>
  entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);

const registryKey = (arn: string): string => `key-value-store:${arn}`;

export const keepStore = (cloud: Cloud, store: KeyValueStore): void => {
  cloud.registry.set(registryKey(store.arn), store);
};

export const findStore = (cloud: Cloud, arn: string): KeyValueStore | undefined =>
  cloud.registry.get(registryKey(arn)) as KeyValueStore | undefined;
