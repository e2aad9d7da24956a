import type { DeliveredMessage, Delivery, QueueMessage } from './fifo-queue.ts';

/**
 * A queue without an order, as SQS documents it. Every message comes at least once, in any order, and now and then once
 * more though it was deleted. One that is not deleted within its visibility timeout comes again; an old receipt deletes
 * all the same. After so many receives it is set aside among the dead letters.
 */
interface StandardMessage<Body> extends QueueMessage<Body> {
  receives: number;
  /** Milliseconds since the epoch. */
  hiddenUntil: number;
}

export class StandardQueue<Body> {
  readonly deadLetters: Body[] = [];
  readonly #mostReceives: number;
  #kept: StandardMessage<Body>[] = [];
  #count = 0;

  constructor(mostReceives = 5) {
    this.#mostReceives = mostReceives;
  }

  send(body: Body): void {
    this.#count += 1;
    this.#kept.push({ id: `n${this.#count}`, body, receives: 0, hiddenUntil: 0 });
  }

  /** How many there are to receive now. */
  ready(now: number): number {
    return this.#kept.filter(({ hiddenUntil }) => hiddenUntil <= now).length;
  }

  /** `pick`: a whole number from 0 up to, not including, the one given. `again`: whether it will come once more. */
  receive({
    now,
    visibilityMs,
    pick,
    again,
    most = 10,
  }: {
    readonly now: number;
    readonly visibilityMs: number;
    readonly pick: (below: number) => number;
    readonly again: () => boolean;
    readonly most?: number;
  }): Delivery<Body> | undefined {
    const visible = this.#kept.filter(({ hiddenUntil }) => hiddenUntil <= now);
    const messages: DeliveredMessage<Body>[] = [];
    while (messages.length < most && visible.length > 0) {
      const [message] = visible.splice(pick(visible.length), 1);
      if (!message) break;
      if (message.receives >= this.#mostReceives) {
        this.#kept = this.#kept.filter((one) => one !== message);
        this.deadLetters.push(message.body);
        continue;
      }
      message.receives += 1;
      message.hiddenUntil = now + visibilityMs;
      messages.push({ id: message.id, body: message.body, receives: message.receives });
      if (again()) this.send(message.body);
    }
    this.#count += 1;
    return messages.length > 0 ? { receipt: this.#count, messages } : undefined;
  }

  delete(id: string): void {
    this.#kept = this.#kept.filter((one) => one.id !== id);
  }

  giveBack(id: string, now: number, pauseMs = 0): void {
    for (const message of this.#kept) if (message.id === id) message.hiddenUntil = now + pauseMs;
  }

  redrive(): number {
    const letters = this.deadLetters.splice(0);
    for (const body of letters) this.send(body);
    return letters.length;
  }

  get size(): number {
    return this.#kept.length;
  }
}
