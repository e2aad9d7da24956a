/**
 * An ordered queue as SQS documents it (FIFO, high-throughput mode). Messages of a group come in the order they were
 * sent, ten at most a receive. While one of a group is with a receiver, nobody gets any of that group. A message sent
 * again under its deduplication id within five minutes is taken and dropped. A message that is not deleted within its
 * visibility timeout comes again, and whoever had it before can no longer delete it. After so many receives it is set
 * aside among the dead letters, and the group goes on without it.
 */
export interface QueueMessage<Body> {
  readonly id: string;
  readonly body: Body;
}

export interface DeliveredMessage<Body> extends QueueMessage<Body> {
  /** Of an ordered queue only. */
  readonly group?: string;
  /** How often it was received by now, this time included. */
  readonly receives: number;
}

export interface Delivery<Body> {
  readonly receipt: number;
  readonly messages: readonly DeliveredMessage<Body>[];
}

interface FifoMessage<Body> extends QueueMessage<Body> {
  readonly group: string;
  receives: number;
  receipt: number;
  /** Milliseconds since the epoch. */
  hiddenUntil: number;
}

export const dedupMs = 300_000;

export class FifoQueue<Body> {
  readonly deadLetters: Body[] = [];
  readonly #mostReceives: number;
  readonly #groups = new Map<string, FifoMessage<Body>[]>();
  /** When each was last sent for the first time, by group and deduplication id. */
  readonly #sent = new Map<string, number>();
  #count = 0;

  constructor(mostReceives = 5) {
    this.#mostReceives = mostReceives;
  }

  /** Whether it is a new message. */
  send(body: Body, group: string, deduplicationId: string, now: number): boolean {
    const name = `${group} ${deduplicationId}`;
    const before = this.#sent.get(name);
    if (before !== undefined && now - before < dedupMs) return false;
    this.#sent.set(name, now);
    this.#push(body, group);
    return true;
  }

  /** Groups that have something to receive now. */
  ready(now: number): readonly string[] {
    return [...this.#groups].flatMap(([group, kept]) =>
      kept.length > 0 && kept.every(({ hiddenUntil }) => hiddenUntil <= now) ? [group] : [],
    );
  }

  /** Takes from these groups, in this order. Undefined if there is nothing. */
  receive(
    groups: readonly string[],
    { now, visibilityMs, most = 10 }: { readonly now: number; readonly visibilityMs: number; readonly most?: number },
  ): Delivery<Body> | undefined {
    const ready = new Set(this.ready(now));
    this.#count += 1;
    const receipt = this.#count;
    const messages: FifoMessage<Body>[] = [];
    for (const group of groups.filter((one) => ready.has(one))) {
      for (const message of [...(this.#groups.get(group) ?? [])]) {
        if (messages.length >= most) break;
        if (message.receives >= this.#mostReceives) {
          this.#remove(group, message);
          this.deadLetters.push(message.body);
          continue;
        }
        message.receives += 1;
        message.receipt = receipt;
        message.hiddenUntil = now + visibilityMs;
        messages.push(message);
      }
    }
    return messages.length > 0
      ? { receipt, messages: messages.map(({ id, body, group, receives }) => ({ id, body, group, receives })) }
      : undefined;
  }

  /** False if this receipt has run out: then it deletes nothing. */
  delete(id: string, receipt: number, now: number): boolean {
    return this.#mine(id, receipt, now, (group, message) => this.#remove(group, message));
  }

  /** Lets the message come again at once, or after a pause. */
  giveBack(id: string, receipt: number, now: number, pauseMs = 0): boolean {
    return this.#mine(id, receipt, now, (_, message) => {
      message.hiddenUntil = now + pauseMs;
    });
  }

  /** Takes this one out of the dead letters. */
  forget(letter: Body): void {
    const at = this.deadLetters.indexOf(letter);
    if (at >= 0) this.deadLetters.splice(at, 1);
  }

  get size(): number {
    return [...this.#groups.values()].reduce((sum, kept) => sum + kept.length, 0);
  }

  #push(body: Body, group: string): void {
    this.#count += 1;
    const kept = this.#groups.get(group) ?? [];
    this.#groups.set(group, kept);
    kept.push({ id: `m${this.#count}`, body, group, receives: 0, receipt: 0, hiddenUntil: 0 });
  }

  #mine(id: string, receipt: number, now: number, act: (group: string, message: FifoMessage<Body>) => void): boolean {
    for (const [group, kept] of this.#groups) {
      const message = kept.find((one) => one.id === id && one.receipt === receipt && one.hiddenUntil > now);
      if (!message) continue;
      act(group, message);
      return true;
    }
    return false;
  }

  #remove(group: string, message: FifoMessage<Body>): void {
    this.#groups.set(
      group,
      (this.#groups.get(group) ?? []).filter((one) => one !== message),
    );
  }
}
