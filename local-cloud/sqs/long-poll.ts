/**
 * Waits until a queue has something to give. Receivers that wait are woken in the order they came,
 * so that one message wakes one of them and the next message goes to the next.
 */
import type { MessageQueue } from './message-queue.ts';
import type { Received } from './queue-shapes.ts';

/** Node's timers cannot wait longer than this. */
const longestTimer = 2 ** 31 - 1;

/**
 * Messages as soon as there are any, or none when the wait is over or the signal aborts.
 * @param waitMs 0 to look once; Infinity to wait until there is something.
 */
export const receiveWhenThere = async (
  queue: MessageQueue,
  max: number,
  waitMs: number,
  signal: AbortSignal,
  visibilityMs?: number,
): Promise<readonly Received[]> => {
  const first = queue.receive(max, visibilityMs);
  if (first.length > 0 || waitMs <= 0 || signal.aborted) return first;
  const deadline = Date.now() + waitMs;

  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const finish = (received: readonly Received[]): void => {
      clearTimeout(timer);
      forget();
      signal.removeEventListener('abort', giveUp);
      resolve(received);
    };
    const giveUp = (): void => finish([]);
    const look = (): void => {
      const received = queue.receive(max, visibilityMs);
      const now = Date.now();
      if (received.length > 0 || now >= deadline) {
        finish(received);
        return;
      }
      clearTimeout(timer);
      const wake = Math.min(deadline, queue.nextVisibleAt() ?? Number.POSITIVE_INFINITY);
      if (wake < Number.POSITIVE_INFINITY) timer = setTimeout(look, Math.min(Math.max(wake - now, 1), longestTimer));
    };
    const forget = queue.onVisible(look);
    signal.addEventListener('abort', giveUp);
    look();
  });
};
