/**
 * Messages that wait in a queue are met by another release than the one that sent them: during a canary, after a
 * deployment, after one that was taken back. So each says its version, `v`. A release reads the version before its own as
 * well; messages of before there were versions have none, and count as 0. One of a version that a release does not know goes
 * back to its queue, and after some tries lies among the dead letters until a release comes that knows it. Nobody guesses
 * what it means.
 *
 *   release      n        n + 1        n + 2
 *   reads      0 1        1 2          1 2        a new version is read a release before it is written,
 *   writes       1          1            2        so that the old instances of a canary never meet it
 */
export interface MessageVersions {
  readonly reads: readonly [oldest: number, newest: number];
  readonly writes: number;
}

export const messageVersions = {
  /** `houseAsk` of house.ts. */
  ask: { reads: [0, 1], writes: 1 },
  /** `houseOutcome` of house.ts. */
  outcome: { reads: [0, 1], writes: 1 },
  /** An order whose buyer has news. */
  announcement: { reads: [0, 1], writes: 1 },
} as const satisfies Readonly<Record<string, MessageVersions>>;

export type MessageKind = keyof typeof messageVersions;

/** The message as it travels. */
export const versioned = <Message extends object>(
  kind: MessageKind,
  message: Message,
): Message & { readonly v: number } => ({
  ...message,
  v: messageVersions[kind].writes,
});

/** Whether this release knows what it means. A text that is no message has no version, and its reader says so. */
export function isOfKnownVersion(kind: MessageKind, message: unknown): boolean {
  const v = typeof message === 'object' && message !== null && 'v' in message ? message.v : 0;
  const [oldest, newest] = messageVersions[kind].reads;
  return typeof v === 'number' && Number.isInteger(v) && v >= oldest && v <= newest;
}
