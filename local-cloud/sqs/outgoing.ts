/**
 * Decides whether a queue takes a message by its size and characters. For FIFO queues it also finds the group and the
 * deduplication id. That id is the digest of the body where the queue says so.
 */
import { createHash } from 'node:crypto';
import { type MessageAttribute, type MessageAttributes, sizeOf } from './message.ts';
import type { Outgoing, QueueSettings } from './queue-shapes.ts';
import { type Answer, accepted, invalid, invalidContents, missing } from './refusal.ts';

/** The fields of a request, of which nothing is checked yet. */
export type Input = Readonly<Record<string, unknown>>;

/**
 * XML 1.0 allows these, and so does SQS: tab, line ends, and everything from the space on but surrogates, FFFE and
 * FFFF.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
const idPattern = /^[A-Za-z0-9!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]{1,128}$/;
const mostAttributes = 10;
const mostDelaySeconds = 900;

const readAttribute = (name: string, value: unknown): Answer<MessageAttribute> => {
  const { DataType, StringValue, BinaryValue } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof DataType !== 'string' || !/^(String|Number|Binary)(\..+)?$/.test(DataType)) {
    return invalid(`The type of message (user) attribute '${name}' is invalid.`);
  }
  const binary = DataType.startsWith('Binary');
  const content = binary ? BinaryValue : StringValue;
  if (typeof content !== 'string' || content === '') {
    return invalid(`Message (user) attribute '${name}' must contain a non-empty value of type '${DataType}'.`);
  }
  return accepted(binary ? { DataType, BinaryValue: content } : { DataType, StringValue: content });
};

const readAttributes = (value: unknown): Answer<MessageAttributes> => {
  const entries = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
  if (entries.length > mostAttributes) return invalid('Number of message attributes exceeds the allowed maximum [10].');
  const attributes: Record<string, MessageAttribute> = {};
  for (const [name, each] of entries) {
    const read = readAttribute(name, each);
    if (!read.ok) return read;
    attributes[name] = read.value;
  }
  return accepted(attributes);
};

const readId = (input: Input, name: string): Answer<string | undefined> => {
  const value = input[name];
  if (value === undefined || value === null) return accepted(undefined);
  if (typeof value === 'string' && idPattern.test(value)) return accepted(value);
  return invalid(`${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`);
};

const fifoIds = (
  input: Input,
  body: string,
  settings: QueueSettings,
): Answer<{ readonly group?: string; readonly deduplicationId?: string }> => {
  const group = readId(input, 'MessageGroupId');
  if (!group.ok) return group;
  const given = readId(input, 'MessageDeduplicationId');
  if (!given.ok) return given;
  if (!settings.fifo) {
    if (given.value !== undefined) {
      return invalid('The request includes MessageDeduplicationId, which is not valid for this queue type.');
    }
    return accepted(group.value === undefined ? {} : { group: group.value });
  }
  if (group.value === undefined) return missing('The request must contain the parameter MessageGroupId.');
  const deduplicationId =
    given.value ??
    (settings.contentBasedDeduplication ? createHash('sha256').update(body, 'utf8').digest('hex') : undefined);
  if (deduplicationId === undefined) {
    return invalid(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  return accepted({ group: group.value, deduplicationId });
};

/** @param input an entry of `SendMessageBatch`, or `SendMessage` itself. */
export const readOutgoing = (input: Input, settings: QueueSettings): Answer<Outgoing> => {
  const body = input.MessageBody;
  if (typeof body !== 'string' || body === '') return missing('The request must contain the parameter MessageBody.');
  if (forbidden.test(body)) return invalidContents('The message contains characters outside the allowed set.');
  const attributes = readAttributes(input.MessageAttributes);
  if (!attributes.ok) return attributes;
  if (sizeOf(body, attributes.value) > settings.maximumSize) {
    return invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${settings.maximumSize} bytes.`,
    );
  }
  const ids = fifoIds(input, body, settings);
  if (!ids.ok) return ids;
  const delay = input.DelaySeconds;
  if (delay !== undefined && delay !== null) {
    if (settings.fifo && delay !== 0) {
      return invalid(
        `Value ${delay} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
      );
    }
    if (typeof delay !== 'number' || delay < 0 || delay > mostDelaySeconds) {
      return invalid(
        `Value ${delay} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
      );
    }
  }
  const system = input.MessageSystemAttributes as
    | { readonly AWSTraceHeader?: { readonly StringValue?: string } }
    | undefined;
  const traceHeader = system?.AWSTraceHeader?.StringValue;
  return accepted({
    body,
    attributes: attributes.value,
    ...ids.value,
    ...(typeof delay === 'number' && !settings.fifo ? { delayMs: delay * 1000 } : {}),
    ...(typeof traceHeader === 'string' ? { traceHeader } : {}),
  });
};
