/** The shape of a message, and the digests that SQS answers with. SDKs check them. */
import { createHash } from 'node:crypto';

export interface MessageAttribute {
  /** `String`, `Number` or `Binary`, with an optional label after a dot. */
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** A message as it was sent. Times are milliseconds since 1970. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sentAt: number;
  readonly group?: string;
  readonly deduplicationId?: string;
  /** Of FIFO queues: 20 digits, greater for every later message. */
  readonly sequence?: string;
  readonly traceHeader?: string;
  /** The arn of the queue it was moved from, if it was. */
  readonly deadLetterSource?: string;
}

export const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

const lengthPrefixed = (value: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value.length);
  return Buffer.concat([length, value]);
};

const stringTransport = 1;
const binaryTransport = 2;

/** SQS's digest of message attributes: by name; each name, type and value with its length before it. */
export const md5OfAttributes = (attributes: MessageAttributes): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const { DataType, StringValue, BinaryValue } = attributes[name] as MessageAttribute;
    const binary = BinaryValue !== undefined;
    hash.update(lengthPrefixed(Buffer.from(name, 'utf8')));
    hash.update(lengthPrefixed(Buffer.from(DataType, 'utf8')));
    hash.update(Buffer.from([binary ? binaryTransport : stringTransport]));
    hash.update(lengthPrefixed(binary ? Buffer.from(BinaryValue, 'base64') : Buffer.from(StringValue ?? '', 'utf8')));
  }
  return hash.digest('hex');
};

/** The part that counts against the size limit: the body, and name, type and value of each attribute. In bytes. */
export const sizeOf = (body: string, attributes: MessageAttributes): number =>
  Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue, BinaryValue }]) =>
      sum +
      Buffer.byteLength(name) +
      Buffer.byteLength(DataType) +
      (BinaryValue === undefined ? Buffer.byteLength(StringValue ?? '') : Buffer.byteLength(BinaryValue, 'base64')),
    Buffer.byteLength(body),
  );
