import { pausesOf } from '../../lambdas/foundation/hand-back.ts';
import type { Cloud } from './cloud.ts';
import type { Delivery, FifoQueue } from './fifo-queue.ts';
import type { Invoked } from './pool.ts';
import type { StandardQueue } from './standard-queue.ts';
import type { Act } from './time.ts';

/**
 * Brings the messages of a queue to the function that works them off, as Lambda's event source does. Messages that the
 * function names as failed it hands back, and they come again after the pauses of contracts/message-tries.ts; sometimes
 * that fails, and they come again when their visibility runs out. If it died, all of them do. Sometimes a batch is
 * handed out again while the first is merely slow.
 */
export type WorkOff<Body> = (bodies: Delivery<Body>['messages']) => Promise<Invoked<readonly string[]>>;

const nothingHandedBack: ReadonlyMap<string, number> = new Map();

function comesAfterMs(pauses: ReadonlyMap<string, number>, id: string): number | undefined {
  const seconds = pauses.get(id);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** Of a function whose time-out is a sixth of it. */
export interface Pace {
  readonly visibilityMs: number;
}

export interface FifoPace<Body> extends Pace {
  /** Takes a message that was set aside among the dead letters. */
  readonly setAside: (body: Body) => void;
}

export function workOffFifo<Body>(
  cloud: Cloud,
  queue: FifoQueue<Body>,
  { visibilityMs: usual, setAside }: FifoPace<Body>,
  work: WorkOff<Body>,
): () => void {
  const look = () => cloud.time.after(cloud.latency() / 4, receive);
  const receive: Act = () => {
    const { now } = cloud.time;
    const { still } = cloud.weather;
    if (still && !cloud.calm && still.beginsAt <= now && now < still.endsAt) {
      cloud.time.after(still.endsAt - now, receive);
      return 'nothing';
    }
    const ready = [...queue.ready(now)];
    if (ready.length === 0) return 'nothing';
    const before = queue.deadLetters.length;
    const groups = [
      ...new Set([
        ready[cloud.chance.whole(0, ready.length - 1)] as string,
        ...(cloud.chance.happens(0.2) ? ready : []),
      ]),
    ];
    const visibilityMs = cloud.strikes('delivered-early', cloud.weather.perDelivery)
      ? cloud.chance.whole(1, 40) * cloud.weather.latency
      : usual;
    const delivery = queue.receive(groups, { now, visibilityMs, most: cloud.chance.whole(1, 10) });
    const aside = queue.deadLetters.slice(before);
    cloud.counts['set-aside'] += aside.length;
    for (const body of aside) setAside(body);
    if (!delivery) return look();
    cloud.time.after(visibilityMs + 1, receive);
    void work(delivery.messages).then((invoked) => {
      if (invoked.ended !== 'well') return;
      const failed = new Set(invoked.result);
      const { now: then } = cloud.time;
      const pauses = cloud.chance.happens(0.9) ? pausesOf(delivery.messages, failed) : nothingHandedBack;
      for (const { id } of delivery.messages) {
        const pauseMs = comesAfterMs(pauses, id);
        if (!failed.has(id)) queue.delete(id, delivery.receipt, then);
        else if (pauseMs !== undefined && queue.giveBack(id, delivery.receipt, then, pauseMs))
          cloud.time.after(pauseMs + 1, receive);
      }
      look();
    });
    // Other groups, or others of the same once this batch is done.
    if (queue.ready(now).length > 0) look();
    return undefined;
  };
  return look;
}

export function workOffStandard<Body>(
  cloud: Cloud,
  queue: StandardQueue<Body>,
  { visibilityMs }: Pace,
  work: WorkOff<Body>,
): () => void {
  const look = () => cloud.time.after(cloud.latency() * (cloud.chance.happens(0.1) ? 40 : 0.5), receive);
  const receive: Act = () => {
    const { now } = cloud.time;
    const before = queue.deadLetters.length;
    const delivery = queue.receive({
      now,
      visibilityMs,
      pick: (below) => cloud.chance.whole(0, below - 1),
      again: () => cloud.strikes('delivered-again', cloud.weather.perDelivery),
      most: cloud.chance.whole(1, 10),
    });
    cloud.counts['set-aside'] += queue.deadLetters.length - before;
    if (!delivery) return 'nothing';
    cloud.time.after(visibilityMs + 1, receive);
    void work(delivery.messages).then((invoked) => {
      if (invoked.ended === 'well') {
        const failed = new Set(invoked.result);
        const pauses = pausesOf(delivery.messages, failed);
        for (const { id } of delivery.messages) {
          const pauseMs = comesAfterMs(pauses, id);
          if (!failed.has(id)) queue.delete(id);
          else if (pauseMs !== undefined) {
            queue.giveBack(id, cloud.time.now, pauseMs);
            cloud.time.after(pauseMs + 1, receive);
          }
        }
      }
      look();
    });
    if (queue.ready(now) > 0) look();
    return undefined;
  };
  return look;
}
