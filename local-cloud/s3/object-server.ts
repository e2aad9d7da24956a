/**
 * The one S3 of a local cloud: fauxqs in this process, listening on the loopback address for the SDK,
 * with its store at hand so that the CDN reads an object without a request.
 *
 * fauxqs exports only a server that listens on every interface and hides its store; its parts are therefore taken from
 * its folder. Everything in it is written through to SQLite in `<state>/s3`.
 */
import { join } from 'node:path';
import { buildApp } from 'fauxqs';
import { S3Error } from '../../node_modules/fauxqs/dist/common/errors.js';
import { PersistenceManager } from '../../node_modules/fauxqs/dist/persistence.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import type { S3Object } from '../../node_modules/fauxqs/dist/s3/s3Types.d.ts';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { type Faults, faultsOf } from '../faults/faults.ts';
import type { Gate } from '../iam/gate.ts';
import type { Cloud } from '../kind.ts';
import { sharedService } from '../once-a-cloud.ts';
import { split } from './asks.ts';
import { meetBucketFaults } from './bucket-faults.ts';
import { denialOf } from './denial.ts';
import { ObjectVersions } from './object-versions.ts';
import { type ReplicationRule, rulesFor } from './replication.ts';
import { versionReply } from './version-requests.ts';

/** An object as it lies in a bucket. `etag` is quoted, `body` whole. */
export interface StoredObject {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
  readonly lastModified: Date;
  readonly metadata: Readonly<Record<string, string>>;
  readonly cacheControl?: string;
  readonly contentEncoding?: string;
  readonly contentDisposition?: string;
  readonly contentLanguage?: string;
}

/** The facts that an upload states beside its bytes. */
export interface ObjectHeaders {
  readonly contentType: string;
  readonly metadata?: Record<string, string>;
  readonly cacheControl?: string;
  readonly contentEncoding?: string;
  readonly contentDisposition?: string;
  readonly contentLanguage?: string;
}

export interface ObjectServer {
  /** `http://127.0.0.1:<port>`, path style. */
  readonly url: string;
  /** Keeps what is in it when it is already there. */
  readonly createBucket: (bucket: string) => void;
  /** From now on the bucket keeps every version of its objects. */
  readonly keepVersions: (bucket: string) => void;
  /** From now on what is written into the bucket is copied by these rules. */
  readonly replicate: (bucket: string, rules: readonly ReplicationRule[]) => void;
  readonly read: (bucket: string, key: string) => StoredObject | undefined;
  readonly write: (bucket: string, key: string, body: Buffer, headers: ObjectHeaders) => void;
  readonly remove: (bucket: string, key: string) => void;
  /** Every key that begins with `prefix`, in order. */
  readonly keys: (bucket: string, prefix: string) => readonly string[];
  readonly stop: () => Promise<void>;
}

const bucketKey = (bucket: string): string => `s3:bucket:${bucket}`;

/** Says that a bucket of this name is made in this cloud. */
export const keepBucket = (cloud: Cloud, bucket: string): void => {
  cloud.registry.set(bucketKey(bucket), true);
};

export const isBucket = (cloud: Cloud, bucket: string): boolean => cloud.registry.has(bucketKey(bucket));

/** The object server of this cloud, started by whoever asks first. */
export function objectServerOf(cloud: Cloud): Promise<ObjectServer> {
  return sharedService(cloud, 's3', async () => {
    const server = await startObjectServer(
      join(cloud.state, 's3'),
      await cloud.portFor('s3'),
      cloud.iam.gate,
      faultsOf(cloud),
    );
    cloud.endpoints.set('S3', server.url);
    return { value: server, stop: server.stop };
  });
}

async function startObjectServer(folder: string, port: number, gate: Gate, faults: Faults): Promise<ObjectServer> {
  const persistence = new PersistenceManager(folder);
  const versions = new ObjectVersions(folder);
  const store = new S3Store();
  persistence.loadS3(store);
  // Only now: loading through a store that writes through would write what it reads.
  const replicated = new Map<string, readonly ReplicationRule[]>();
  let isCopy = false;
  const copyBy = (rules: readonly ReplicationRule[], copy: (to: string) => void) => {
    if (isCopy) return;
    isCopy = true;
    try {
      for (const { to } of rules) copy(to);
    } finally {
      isCopy = false;
    }
  };
  const rulesOf = (bucket: string, key: string) => rulesFor(replicated.get(bucket) ?? [], key);
  const copies: Hearer = {
    written: (bucket, { key, body, contentType, metadata, ...system }) =>
      copyBy(rulesOf(bucket, key), (to) => store.putObject(to, key, body, contentType, metadata, system)),
    removed: (bucket, key) => {
      const rules = rulesOf(bucket, key).filter(({ deletes }) => deletes);
      copyBy(rules, (to) => store.deleteObject(to, key));
    },
  };
  store.persistence = written(persistence, [versions, copies]);
  const write = (bucket: string, key: string, body: Buffer, { contentType, metadata, ...system }: ObjectHeaders) =>
    store.putObject(bucket, key, body, contentType, metadata, system);

  const app = buildApp({
    logger: false,
    stores: { s3Store: store, sqsStore: new SqsStore(), snsStore: new SnsStore() },
  });
  app.addHook('preHandler', async (request, reply) => {
    const { method, url, headers, body } = request;
    const denial = denialOf(
      gate,
      { method, url, headers, body },
      (bucket, key) => head(store, bucket, key) !== undefined,
    );
    if (denial)
      return reply
        .status(403)
        .header('content-type', 'application/xml')
        .send(method === 'HEAD' ? '' : denial);
    const trouble = await meetBucketFaults(faults, split(url).bucket);
    if (trouble !== undefined)
      return reply
        .status(503)
        .header('content-type', 'application/xml')
        .send(method === 'HEAD' ? '' : trouble);
    const refusal = conditionalWrite(store, request.method, request.url, request.headers);
    if (refusal) return reply.status(412).header('content-type', 'application/xml').send(refusal);
    const known = versionReply(versions, (bucket, key, object) => write(bucket, key, object.body, object), {
      ...{ method, url, headers, body },
    });
    return (
      known &&
      reply
        .status(known.status)
        .headers(known.headers)
        .send(method === 'HEAD' ? '' : known.body)
    );
  });
  const url = await app.listen({ host: '127.0.0.1', port });

  return {
    url,
    createBucket: (bucket) => store.createBucket(bucket),
    keepVersions: (bucket) => {
      const { objects } = store.listObjects(bucket, { maxKeys: Number.POSITIVE_INFINITY });
      const keys = objects.map(({ key }) => key);
      versions.keep(bucket, keys, (key) => store.getObject(bucket, key));
    },
    replicate: (bucket, rules) => void replicated.set(bucket, rules),
    read: (bucket, key) => head(store, bucket, key) && store.getObject(bucket, key),
    write,
    remove: (bucket, key) => store.deleteObject(bucket, key),
    keys: (bucket, prefix) =>
      store.listObjects(bucket, { prefix, maxKeys: Number.POSITIVE_INFINITY }).objects.map((object) => object.key),
    stop: async () => {
      await app.close();
      persistence.close();
      versions.close();
    },
  };
}

/** Whoever hears of each object that was written or removed. */
interface Hearer {
  readonly written: (bucket: string, object: S3Object) => void;
  readonly removed: (bucket: string, key: string) => void;
}

/** Everything that is written through is a version more, and a copy where a bucket has one. */
function written(persistence: PersistenceManager, hearers: readonly Hearer[]): PersistenceManager {
  const upsert = persistence.upsertObject.bind(persistence);
  const remove = persistence.deleteObject.bind(persistence);
  return Object.assign(persistence, {
    upsertObject: (bucket: string, object: S3Object) => {
      upsert(bucket, object);
      for (const hearer of hearers) hearer.written(bucket, object);
    },
    deleteObject: (bucket: string, key: string) => {
      remove(bucket, key);
      for (const hearer of hearers) hearer.removed(bucket, key);
    },
  });
}

/** S3 honours `if-match` and `if-none-match: *` on a PUT; fauxqs does not look at them. */
function conditionalWrite(
  store: S3Store,
  method: string,
  url: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): string | undefined {
  const mustBeAbsent = headers['if-none-match'] === '*';
  const mustBe = headers['if-match'];
  if (method !== 'PUT' || !(mustBeAbsent || mustBe)) return undefined;
  const [, bucket = '', ...rest] = (url.split('?')[0] ?? '').split('/');
  const key = decodeURIComponent(rest.join('/'));
  const present = head(store, bucket, key)?.etag;
  if (mustBeAbsent ? present === undefined : present === mustBe) return undefined;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>PreconditionFailed</Code><Message>At least one of the ' +
    'pre-conditions you specified did not hold</Message></Error>'
  );
}

/** The object without its body; undefined where S3 would say that there is none. */
function head(store: S3Store, bucket: string, key: string): S3Object | undefined {
  try {
    return store.headObject(bucket, key);
  } catch (error) {
    if (error instanceof S3Error && error.statusCode === 404) return undefined;
    throw error;
  }
}
