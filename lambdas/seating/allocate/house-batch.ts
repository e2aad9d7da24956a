import { type HouseAsk, houseAsk } from '../../../contracts/house.ts';

/**
 * A batch of messages from the house's queue, as asks by house, each in its order. A message that is not an ask can
 * never be decided. It is set aside and counted as done. If it were failed, the queue would hold back everything behind
 * it in that house for ten tries. For minutes nobody would get a seat, only to keep a copy of something
 * that no part of ours sends.
 */
export interface HouseMessage {
  readonly messageId: string;
  readonly body: string;
}

export interface HouseBatch {
  readonly houses: ReadonlyMap<string, readonly AskMessage[]>;
  /** Ids of the messages that are no asks. */
  readonly unreadable: readonly string[];
}

export interface AskMessage {
  readonly messageId: string;
  readonly ask: HouseAsk;
}

export function readBatch(messages: readonly HouseMessage[]): HouseBatch {
  const read = messages.map(({ messageId, body }) => ({ messageId, ask: readAsk(body) }));
  const asks = read.flatMap(({ messageId, ask }) => (ask ? [{ messageId, ask }] : []));
  return {
    houses: Map.groupBy(asks, ({ ask }) => ask.performance),
    unreadable: read.flatMap(({ messageId, ask }) => (ask ? [] : [messageId])),
  };
}

function readAsk(body: string): HouseAsk | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    // Not JSON, so no ask: the caller sets it aside and says so.
    return undefined;
  }
  const { success, data } = houseAsk.safeParse(json);
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
