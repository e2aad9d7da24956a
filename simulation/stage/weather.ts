import { mostTries } from '../../contracts/message-tries.ts';
import type { Chance } from '../../rehearsal/fans/chance.ts';

/**
 * The mishaps at a call that leaves a process, and how often they strike. Each run has weather of its own: in some
 * nearly all goes well, and acts run far; in others every thirtieth call fails.
 *
 *   dies-before    the process is killed, and the call never arrives
 *   dies-after     the call takes effect, and the process never hears of it: it is killed
 *   throttled      an error, and no effect
 *   answer-lost    the effect, and an error
 *   repeated       the answer was lost and the client asked again by itself: the effect twice, the second answer
 *   slow           the call hangs for seconds, often until the process is killed for it
 */
export const faults = ['dies-before', 'dies-after', 'throttled', 'answer-lost', 'repeated', 'slow'] as const;
export type CallFault = (typeof faults)[number];

/**
 * The mishaps beside those at a call: counted, as the others are. `behind`: an item was read from a copy that is behind,
 * or from an index that is. `torn`: somebody may write between two parts of a read. `partly-taken`: of the messages of one
 * call some were not taken.
 */
export const mishaps = [
  'delivered-again',
  'delivered-early',
  'sent-again',
  'set-aside',
  'pacemaker-killed',
  'timed-out',
  'behind',
  'torn',
  'partly-taken',
] as const;
export type Mishap = (typeof mishaps)[number];

export type FaultCounts = Record<CallFault | Mishap, number>;

export const noFaults = (): FaultCounts =>
  Object.fromEntries([...faults, ...mishaps].map((kind) => [kind, 0])) as FaultCounts;

export interface Weather {
  /** Of a call to meet a fault. */
  readonly perCall: number;
  /** Of a message to be delivered once more, or to another while the first still works on it. */
  readonly perDelivery: number;
  /** Of an item to be read behind, where the store need not read the latest; and of a read of many to be torn. */
  readonly perItem: number;
  /** After so many tries a message is set aside. */
  readonly mostReceives: number;
  /** Milliseconds of a call, at the middle. */
  readonly latency: number;
  /** A bad day: for some minutes every call takes seconds. Moments in milliseconds since the epoch. */
  readonly slow?: { readonly beginsAt: number; readonly endsAt: number; readonly latency: number };
  /** A function that fails far more often than the others, by the name of its processes. */
  readonly frail?: { readonly role: string; readonly perCall: number };
  /** For so long most writes of sections kill their process. Moments in milliseconds since the epoch. */
  readonly sick?: { readonly beginsAt: number; readonly endsAt: number };
  /** Nobody works off the house's queue for so long: its allocators are not run. */
  readonly still?: { readonly beginsAt: number; readonly endsAt: number };
}

/** As the real queues have it. Ten are seldom used up by chance, so in some on-sales there are fewer. */
const queueTries = mostTries;

/** Nothing goes wrong by itself, and every call is answered at once. */
export const fair: Weather = { perCall: 0, perDelivery: 0, perItem: 0, mostReceives: queueTries, latency: 0 };

/** `opensAt`: of the doors, milliseconds since the epoch. */
export function weatherOf(chance: Chance, opensAt: number): Weather {
  const kind = chance.weighted([2, 5, 3]);
  const beginsAt = opensAt + chance.whole(-5, 120) * 1000;
  const endsAt = beginsAt + chance.whole(60, 200) * 1000;
  const slow = { beginsAt, endsAt, latency: chance.whole(500, 3000) };
  const stillAt = opensAt + chance.whole(10, 180) * 1000;
  const still = { beginsAt: stillAt, endsAt: stillAt + chance.whole(60, 600) * 1000 };
  const sickAt = opensAt + chance.whole(5, 120) * 1000;
  const sick = { beginsAt: sickAt, endsAt: sickAt + chance.whole(60, 240) * 1000 };
  return {
    ...(chance.happens(0.25) && { sick }),
    ...(chance.happens(0.25) && { slow }),
    ...(chance.happens(0.35) && { still }),
    perCall: [0.002, 0.01, 0.033][kind] ?? 0,
    perDelivery: [0.01, 0.05, 0.15][kind] ?? 0,
    perItem: [0.01, 0.05, 0.2][kind] ?? 0,
    mostReceives: chance.happens(0.1) ? 2 : queueTries,
    latency: [6, 25, 80][chance.weighted([3, 3, 2])] ?? 6,
  };
}
