/** The shapes that go into a queue and come out of it, and the facts that it gets about itself and the deps. */
import type { DeduplicationScope, Sent } from './deduplication.ts';
import type { Message, MessageAttributes } from './message.ts';

/** Times in milliseconds, sizes in bytes. */
export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly fifo: boolean;
  readonly contentBasedDeduplication: boolean;
  readonly deduplicationScope: DeduplicationScope;
  readonly visibilityMs: number;
  readonly delayMs: number;
  readonly retentionMs: number;
  readonly waitMs: number;
  readonly maximumSize: number;
  /** As it stands in the template, to be shown. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Outgoing {
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly delayMs?: number;
  readonly group?: string;
  readonly deduplicationId?: string;
  readonly traceHeader?: string;
}

export interface Received {
  readonly message: Message;
  readonly receiptHandle: string;
  readonly receiveCount: number;
  readonly firstReceivedAt: number;
}

/** The events in a queue's life, in order. A queue can be built again from these. */
export type Happening =
  | { readonly t: 'sent'; readonly m: Message; readonly hiddenUntil?: number }
  | { readonly t: 'received'; readonly i: string; readonly n: number; readonly at: number }
  | { readonly t: 'gone'; readonly i: string }
  | { readonly t: 'window'; readonly key: string; readonly sent: Sent }
  | { readonly t: 'sequence'; readonly last: number };

export interface QueueDeps {
  readonly now: () => number;
  readonly newId: () => string;
  readonly record: (happening: Happening) => void;
  /** A fault: a message is seen so much later. */
  readonly lateByMs?: () => number;
  /** A fault: whoever deletes a message that came for the first time deletes it in vain. */
  readonly losesDeletions?: () => boolean;
}
