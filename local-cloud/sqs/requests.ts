/**
 * SQS's API over its JSON protocol: reads a request, asks the queue, and words the answer as SQS does.
 */
import type { JsonCall, JsonReply } from '../http/aws-apis.ts';
import { receiveWhenThere } from './long-poll.ts';
import { md5, md5OfAttributes, sizeOf } from './message.ts';
import type { HandleAnswer, MessageQueue } from './message-queue.ts';
import { type Input, readOutgoing } from './outgoing.ts';
import type { Outgoing } from './queue-shapes.ts';
import { asApiMessage } from './received.ts';
import {
  type Answer,
  accepted,
  batchTooLong,
  emptyBatch,
  invalid,
  invalidEntryId,
  invalidHandle,
  missing,
  noSuchQueue,
  notInFlight,
  type SqsRefusal,
  sameIds,
  tooManyEntries,
  unknownOperation,
} from './refusal.ts';

/** The queues of one cloud by the path of their URL, `/<account>/<name>`. */
export type Queues = ReadonlyMap<string, MessageQueue>;

const mostEntries = 10;
const mostBatchBytes = 1_048_576;
const mostVisibilitySeconds = 43_200;
const mostWaitSeconds = 20;

const wholeNumber = (input: Input, name: string, least: number, most: number): Answer<number | undefined> => {
  const value = input[name];
  if (value === undefined || value === null) return accepted(undefined);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return accepted(value);
  return invalid(
    `Value ${value} for parameter ${name} is invalid. Reason: Must be between ${least} and ${most}, if provided.`,
  );
};

const names = (input: Input, ...keys: readonly string[]): readonly string[] =>
  keys.flatMap((key) => (Array.isArray(input[key]) ? (input[key] as readonly string[]) : []));

const sent = (queue: MessageQueue, outgoing: Outgoing): object => {
  const { id, sequence } = queue.send(outgoing);
  const digest = md5OfAttributes(outgoing.attributes);
  return {
    MessageId: id,
    MD5OfMessageBody: md5(outgoing.body),
    ...(digest === undefined ? {} : { MD5OfMessageAttributes: digest }),
    ...(sequence === undefined ? {} : { SequenceNumber: sequence }),
  };
};

const handleAnswer = (answer: HandleAnswer, handle: string): Answer<object> => {
  switch (answer) {
    case 'done':
      return accepted({});
    case 'no-such-handle':
      return invalidHandle(`The input receipt handle "${handle}" is not a valid receipt handle.`);
    case 'handle-expired':
      return invalid(`Value ${handle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`);
    case 'not-in-flight':
      return notInFlight('The specified message is not in flight.');
  }
};

const removeMessage = (queue: MessageQueue, input: Input): Answer<object> => {
  const handle = input.ReceiptHandle;
  if (typeof handle !== 'string') return missing('The request must contain the parameter ReceiptHandle.');
  return handleAnswer(queue.remove(handle), handle);
};

const changeVisibility = (queue: MessageQueue, input: Input): Answer<object> => {
  const handle = input.ReceiptHandle;
  if (typeof handle !== 'string') return missing('The request must contain the parameter ReceiptHandle.');
  const seconds = wholeNumber(input, 'VisibilityTimeout', 0, mostVisibilitySeconds);
  if (!seconds.ok) return seconds;
  if (seconds.value === undefined) return missing('The request must contain the parameter VisibilityTimeout.');
  return handleAnswer(queue.changeVisibility(handle, seconds.value * 1000), handle);
};

const send = (queue: MessageQueue, input: Input): Answer<object> => {
  const outgoing = readOutgoing(input, queue.settings);
  return outgoing.ok ? accepted(sent(queue, outgoing.value)) : outgoing;
};

const batchEntries = (input: Input): Answer<readonly Input[]> => {
  const entries = (Array.isArray(input.Entries) ? input.Entries : []) as readonly Input[];
  if (entries.length === 0) return emptyBatch('There should be at least one entry in the request.');
  if (entries.length > mostEntries) {
    return tooManyEntries(`Maximum number of entries per request are ${mostEntries}. You have sent ${entries.length}.`);
  }
  const ids = entries.map((entry) => entry.Id);
  if (ids.some((id) => typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,80}$/.test(id))) {
    return invalidEntryId('A batch entry id can only contain alphanumeric characters, hyphens and underscores.');
  }
  if (new Set(ids).size < ids.length) return sameIds('Two or more batch entries have the same Id in the request.');
  return accepted(entries);
};

/** Runs one action for each entry; a refused entry fails alone. */
const eachEntry = (input: Input, run: (entry: Input) => Answer<object>): Answer<object> => {
  const entries = batchEntries(input);
  if (!entries.ok) return entries;
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries.value) {
    const answer = run(entry);
    if (answer.ok) Successful.push({ Id: entry.Id, ...answer.value });
    else Failed.push({ Id: entry.Id, SenderFault: true, Code: answer.code, Message: answer.message });
  }
  return accepted({ Successful, ...(Failed.length === 0 ? {} : { Failed }) });
};

const sendBatch = (queue: MessageQueue, input: Input): Answer<object> => {
  const entries = batchEntries(input);
  if (!entries.ok) return entries;
  const bytes = entries.value.reduce((sum, entry) => {
    const outgoing = readOutgoing(entry, queue.settings);
    return sum + (outgoing.ok ? sizeOf(outgoing.value.body, outgoing.value.attributes) : 0);
  }, 0);
  if (bytes > mostBatchBytes) {
    return batchTooLong(`Batch requests cannot be longer than ${mostBatchBytes} bytes. You have sent ${bytes} bytes.`);
  }
  return eachEntry(input, (entry) => send(queue, entry));
};

const receive = async (
  queue: MessageQueue,
  input: Input,
  sender: string,
  signal: AbortSignal,
): Promise<Answer<object>> => {
  const max = wholeNumber(input, 'MaxNumberOfMessages', 1, mostEntries);
  const visibility = wholeNumber(input, 'VisibilityTimeout', 0, mostVisibilitySeconds);
  const wait = wholeNumber(input, 'WaitTimeSeconds', 0, mostWaitSeconds);
  if (!max.ok) return max;
  if (!visibility.ok) return visibility;
  if (!wait.ok) return wait;
  const waitMs = wait.value === undefined ? queue.settings.waitMs : wait.value * 1000;
  const visibilityMs = visibility.value === undefined ? undefined : visibility.value * 1000;
  const received = await receiveWhenThere(queue, max.value ?? 1, waitMs, signal, visibilityMs);
  const system = names(input, 'AttributeNames', 'MessageSystemAttributeNames');
  const user = names(input, 'MessageAttributeNames');
  return accepted(
    received.length === 0 ? {} : { Messages: received.map((each) => asApiMessage(each, sender, system, user)) },
  );
};

const attributesOf = (queue: MessageQueue, input: Input): Answer<object> => {
  const { visible, inFlight, delayed } = queue.counts();
  const all: Readonly<Record<string, string>> = {
    ...queue.settings.attributes,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
  };
  const asked = names(input, 'AttributeNames');
  const chosen = Object.entries(all).filter(([name]) => asked.includes('All') || asked.includes(name));
  return accepted(chosen.length === 0 ? {} : { Attributes: Object.fromEntries(chosen) });
};

const byUrl = (queues: Queues, url: unknown): Answer<MessageQueue> => {
  if (typeof url !== 'string') return missing('The request must contain the parameter QueueUrl.');
  const path = url.startsWith('/') ? url : URL.canParse(url) ? new URL(url).pathname : url;
  const queue = queues.get(path);
  return queue === undefined
    ? noSuchQueue('The specified queue does not exist or you do not have access to it.')
    : accepted(queue);
};

const byName = (queues: Queues, name: unknown): Answer<MessageQueue> => {
  const queue = [...queues.values()].find(({ settings }) => settings.name === name);
  return queue === undefined
    ? noSuchQueue('The specified queue does not exist or you do not have access to it.')
    : accepted(queue);
};

const listQueues = (queues: Queues, input: Input): Answer<object> => {
  const prefix = typeof input.QueueNamePrefix === 'string' ? input.QueueNamePrefix : '';
  const found = [...queues.values()].filter(({ settings }) => settings.name.startsWith(prefix));
  return accepted(found.length === 0 ? {} : { QueueUrls: found.map(({ settings }) => settings.url) });
};

const onQueue = async (
  queue: MessageQueue,
  { action, input, signal }: JsonCall,
  sender: string,
): Promise<Answer<object>> => {
  switch (action) {
    case 'SendMessage':
      return send(queue, input);
    case 'SendMessageBatch':
      return sendBatch(queue, input);
    case 'ReceiveMessage':
      return receive(queue, input, sender, signal);
    case 'DeleteMessage':
      return removeMessage(queue, input);
    case 'DeleteMessageBatch':
      return eachEntry(input, (entry) => removeMessage(queue, entry));
    case 'ChangeMessageVisibility':
      return changeVisibility(queue, input);
    case 'ChangeMessageVisibilityBatch':
      return eachEntry(input, (entry) => changeVisibility(queue, entry));
    case 'GetQueueAttributes':
      return attributesOf(queue, input);
    case 'PurgeQueue':
      queue.purge();
      return accepted({});
    default:
      return unknownOperation(`The local cloud does not run ${action} of SQS.`);
  }
};

const reply = (answer: Answer<object> | SqsRefusal): JsonReply =>
  answer.ok
    ? { ok: true, body: answer.value }
    : {
        ok: false,
        type: `com.amazonaws.sqs#${answer.code}`,
        message: answer.message,
        queryError: answer.queryError,
      };

/** @param sender the account id, which is whose messages all are. */
export const answerSqs = async (queues: Queues, call: JsonCall, sender: string): Promise<JsonReply> => {
  if (call.action === 'ListQueues') return reply(listQueues(queues, call.input));
  if (call.action === 'GetQueueUrl') {
    const found = byName(queues, call.input.QueueName);
    return reply(found.ok ? accepted({ QueueUrl: found.value.settings.url }) : found);
  }
  const queue = byUrl(queues, call.input.QueueUrl);
  return reply(queue.ok ? await onQueue(queue.value, call, sender) : queue);
};
