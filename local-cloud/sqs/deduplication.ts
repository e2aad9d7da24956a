/**
 * For five minutes a FIFO queue takes a second message with the same deduplication id for the first one. It accepts the
 * second, answers as it did for the first, and does not deliver it again. This holds even if the first was received and
 * deleted meanwhile. The id counts in the whole queue or in its group alone.
 */

export const windowMs = 5 * 60 * 1000;

export interface Sent {
  readonly id: string;
  readonly sequence: string;
  readonly at: number;
}

export type DeduplicationScope = 'queue' | 'messageGroup';

export const deduplicationKey = (scope: DeduplicationScope, group: string, deduplicationId: string): string =>
  scope === 'queue' ? deduplicationId : `${group}\n${deduplicationId}`;

export class DeduplicationWindow {
  /** In the order sent, so that the outdated stand first. */
  readonly #sent = new Map<string, Sent>();

  find(key: string, now: number): Sent | undefined {
    this.#forget(now);
    return this.#sent.get(key);
  }

  keep(key: string, sent: Sent): void {
    this.#sent.set(key, sent);
  }

  entries(now: number): readonly (readonly [string, Sent])[] {
    this.#forget(now);
    return [...this.#sent];
  }

  #forget(now: number): void {
    for (const [key, { at }] of this.#sent) {
      if (at + windowMs > now) return;
      this.#sent.delete(key);
    }
  }
}
