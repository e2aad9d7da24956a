import { type HouseAsk, houseAsk } from '../../../contracts/house.ts';
import { isOfKnownVersion } from '../../../contracts/message-versions.ts';

/**
 * A batch of messages from the house's queue, as asks by house, each in its order. A message that is not an ask can
 * never be decided. It is set aside and counted as done. If it were failed, the queue would hold back everything behind
 * it in that house for ten tries. For minutes nobody would get a seat, only to keep a copy of something
 * that no part of ours sends.
 *
 * A message of a version that this release does not know is one that a part of ours sent. It goes back, and with it all
 * behind it in its group, as FIFO asks: a later ask of the same fan must not be decided before it.
 */
export interface HouseMessage {
  readonly messageId: string;
  readonly body: string;
  /** Of the FIFO queue. */
  readonly group?: string | undefined;
}

/** A record of SQS. */
export const messageOf = ({
  messageId,
  body,
  attributes,
}: {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly MessageGroupId?: string | undefined };
}): HouseMessage => ({ messageId, body, group: attributes.MessageGroupId });

export interface HouseBatch {
  readonly houses: ReadonlyMap<string, readonly AskMessage[]>;
  /** Ids of the messages that are no asks. */
  readonly unreadable: readonly string[];
  /** Ids of those that must come again, for a release that knows them. */
  readonly notYet: readonly string[];
}

export interface AskMessage {
  readonly messageId: string;
  readonly ask: HouseAsk;
}

export function readBatch(messages: readonly HouseMessage[]): HouseBatch {
  const asks: AskMessage[] = [];
  const unreadable: string[] = [];
  const notYet: string[] = [];
  const heldBack = new Set<string | undefined>();
  for (const { messageId, body, group } of messages) {
    const message = jsonIn(body);
    if (heldBack.has(group) || !isOfKnownVersion('ask', message)) {
      heldBack.add(group);
      notYet.push(messageId);
      continue;
    }
    const ask = readAsk(message);
    if (ask) asks.push({ messageId, ask });
    else unreadable.push(messageId);
  }
  return { houses: Map.groupBy(asks, ({ ask }) => ask.performance), unreadable, notYet };
}

/** Undefined for what is no JSON, and so no ask: the caller sets it aside and says so. */
function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readAsk(message: unknown): HouseAsk | undefined {
  const { success, data } = houseAsk.safeParse(message);
  if (!success || !holdsNamed(data).every(isHoldId)) return undefined;
  return [data.performance, data.onSale, data.fan].every(isName) ? data : undefined;
}

function holdsNamed(ask: HouseAsk): readonly string[] {
  if (ask.ask === 'extend') return [];
  return [ask.hold];
}

/** The ids that a section can write down: nine bytes. */
const isHoldId = (text: string) => /^[A-Za-z0-9_-]{12}$/.test(text);

/** The text that can stand in a key: slugs, and a fan in base64url. */
const isName = (text: string) => /^[A-Za-z0-9_-]{1,128}$/.test(text);
