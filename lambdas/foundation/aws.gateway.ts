import { gunzipSync, gzipSync } from 'node:zlib';
import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { inBatches } from './batches.ts';
import { inTime } from './clients.gateway.ts';
import { openDynamo } from './dynamo/dynamo.gateway.ts';
import type { Dynamo } from './dynamo/dynamo.ts';
import { patient } from './patience.gateway.ts';
import { moved, type Written } from './write-outcome.ts';

/** The tables of this function. Undefined values are left out, so optional attributes stay absent. */
export function openTables(): Dynamo {
  return openDynamo();
}

/** Published files, by path (see contracts/paths.ts). */
export interface FilesByPath {
  /** Undefined if there is no such file. */
  read<File>(path: string): Promise<File | undefined>;
  write(path: string, file: unknown, cacheControl: string): Promise<void>;
  /** A text as it is, e.g. `text/html; charset=utf-8`. */
  writeText(path: string, text: string, type: string, cacheControl: string): Promise<void>;
  /** The file and its tag, which changes with it; undefined if there is none. */
  readTagged<File>(path: string): Promise<{ readonly file: File; readonly tag: string } | undefined>;
  /** Writes if the file that stands has this tag (`undefined`: if none stands); answers the tag it has then. */
  writeIf(
    path: string,
    file: unknown,
    cacheControl: string,
    tag: string | undefined,
  ): Promise<Written<unknown, { readonly tag: string }>>;
}

/** @param s3 Of the bucket's region, if that is another one than the function's. */
export function openPublishedFiles(bucket: string, s3 = inTime((config) => new S3Client(config))): FilesByPath {
  const keyOf = (path: string) => path.replace(/^\//, '');
  const readTagged = async <File>(path: string) => {
    try {
      const { Body, ETag, ContentEncoding } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(path) }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      return { file: JSON.parse(textIn(bytes, ContentEncoding)) as File, tag: ETag ?? '' };
    } catch (error) {
      // Without the right to list, S3 says 403 for an object that is not there.
      if (error instanceof NoSuchKey) return undefined;
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) return undefined;
      throw new Error(`Could not read ${path}`, { cause: error });
    }
  };
  const putBody = (
    path: string,
    body: ReturnType<typeof bodyOf>,
    type: string,
    cacheControl: string,
    condition: PutCondition = {},
  ) =>
    s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(path),
        ...body,
        ContentType: type,
        CacheControl: cacheControl,
        ...condition,
      }),
    );
  const put = (path: string, file: unknown, cacheControl: string, condition: PutCondition = {}) =>
    putBody(path, bodyOf(JSON.stringify(file)), 'application/json', cacheControl, condition);
  return {
    readTagged,
    read: async <File>(path: string) => (await readTagged<File>(path))?.file,
    async write(path, file, cacheControl) {
      await put(path, file, cacheControl);
    },
    async writeText(path, text, type, cacheControl) {
      // Whole: the CDN compresses it better.
      await putBody(path, { Body: text }, type, cacheControl);
    },
    async writeIf(path, file, cacheControl, tag) {
      try {
        const written = await put(
          path,
          file,
          cacheControl,
          tag === undefined ? { IfNoneMatch: '*' } : { IfMatch: tag },
        );
        return { ok: true, tag: written.ETag ?? '' };
      } catch (error) {
        // 412: another one stands. 409: somebody writes it right now. 404: the one with this tag was deleted.
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status === 412 || status === 409 || status === 404) return moved;
        throw error;
      }
    },
  };
}

/**
 * CloudFront compresses what has at most 10,000,000 bytes. A larger file, the plan of a stadium with long ids, is
 * compressed before: a phone gets a tenth of it. Every browser takes gzip.
 */
const compressedFrom = 9_000_000;

function bodyOf(text: string): Pick<PutObjectCommandInput, 'Body' | 'ContentEncoding'> {
  return text.length < compressedFrom ? { Body: text } : { Body: gzipSync(text), ContentEncoding: 'gzip' };
}

/** An operator may upload a layout that is compressed, with its content encoding. */
function textIn(bytes: Uint8Array, encoding: string | undefined): string {
  const text = new TextDecoder().decode(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
  return text === '' ? 'null' : text;
}

type PutCondition = Pick<PutObjectCommandInput, 'IfMatch' | 'IfNoneMatch'>;

/** A queue one can put messages into. */
export interface Outbox {
  /** `group` and `deduplicationId` for FIFO queues only. */
  send(message: unknown, fifo?: { readonly group: string; readonly deduplicationId: string }): Promise<void>;
  /** Sends any number, ten a call, and again what was not taken. Throws if any is left over. */
  sendAll(messages: readonly unknown[]): Promise<void>;
}

/** The allocator sends, and has 5 s. What is left over comes again with its batch. */
const sends = { mostInVain: 3, mostMs: 1500 } as const;

export function openQueue(url: string): Outbox {
  const sqs = inTime((config) => new SQSClient(config));
  return {
    async send(message, fifo) {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(message),
          MessageGroupId: fifo?.group,
          MessageDeduplicationId: fifo?.deduplicationId,
        }),
      );
    },
    async sendAll(messages) {
      const send = async (batch: readonly unknown[]) => {
        const Entries = batch.map((message, at) => ({ Id: `${at}`, MessageBody: JSON.stringify(message) }));
        const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
        const left = Failed.map(({ Id }) => batch[Number(Id)]);
        return { done: [], left, ...(left.length > 0 && { cause: Failed }) };
      };
      await inBatches(messages, { what: `a send to ${url}`, size: 10, ...sends, send }, patient);
    },
  };
}
