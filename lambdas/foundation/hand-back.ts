import { quickPausesSeconds } from '../../contracts/message-tries.ts';

/**
 * Which messages of a batch are handed back to their queue before their time, and when they come again. Of an ordered
 * queue a whole group comes again together, after the pause of its first message: a later one that came before it would
 * wait for it all the same.
 */
export interface TriedMessage {
  readonly id: string;
  /** Of ordered queues only. */
  readonly group?: string | undefined;
  /** How often it was received by now. */
  readonly receives: number;
}

/**
 * Seconds until each failed message comes again. Those that are not named come again when their queue lets them.
 * `failed`: of an ordered queue with all that follow them in their group.
 */
export function pausesOf(tried: readonly TriedMessage[], failed: ReadonlySet<string>): ReadonlyMap<string, number> {
  const pauses = new Map<string, number | undefined>();
  return new Map(
    tried
      .filter(({ id }) => failed.has(id))
      .flatMap(({ id, group = id, receives }) => {
        if (!pauses.has(group)) pauses.set(group, quickPausesSeconds[receives - 1]);
        const seconds = pauses.get(group);
        return seconds === undefined ? [] : [[id, seconds] as const];
      }),
  );
}

/** The address of a queue by its ARN, `arn:aws:sqs:<region>:<account>:<name>`. */
export function queueUrlOf(arn: string): string {
  const [, , , region, account, name] = arn.split(':');
  return `https://sqs.${region}.amazonaws.com/${account}/${name}`;
}
