import type { HandlerName } from '../contracts/handlers.ts';
import { calledAtOnce, type OpeningSecond } from './sizing.ts';

/**
 * Lambda's instances by function. A reservation is a promise and a border: nobody else takes these instances, and the
 * function takes no others. So a stampede of joins fills its own instances, and those who hold seats, order and pay
 * never wait for one. If the account has too few for everyone, those at the doors get what the others leave. They come
 * in a little later, because their pages try again.
 *
 *     account ─┬─ at least 100 that AWS wants unreserved: everything that is not named here
 *              ├─ clocks: pacemaker 3, stock 3, tending 2, counting 2, following 2, keys 1
 *              ├─ inside: claim, hold, allocate, order, settle
 *              └─ doors: join, challenge, plain page
 *
 * An instance takes 10 calls a second at the most, however short they are (AWS Lambda quotas). A join takes 30 ms, so
 * ten a second is what binds: 10,000 joins a second are 1,000 instances.
 */
export type Reserved = Readonly<Partial<Record<HandlerName, number>>>;

export const callsPerInstance = 10;

/** Lambda refuses a reservation that leaves fewer to all other functions of the account. */
export const unreserved = 100;

/**
 * So many fans of an audience need one instance before the doors: a quarter joins in the first second, ten calls each;
 * and 15 of a thousand are called at once, come within 3 s, and twice as many instances take them.
 */
export const fansPerInstance = { join: 4 * callsPerInstance, claim: 1_000 } as const;

/** The clocks' reservations, each where its construct is. */
export const clocks = 13;

const instancesFor = (callsPerSecond: number, least: number): number =>
  Math.max(least, Math.ceil(callsPerSecond / callsPerInstance));

/**
 * Seats and money first. Twice as many as the calls need, because they come in bursts, and each starts once. Stripe may
 * take a second to answer a placed order; a batch of ten settlements asks it side by side.
 */
const inside = ({ claims, asks, orders }: OpeningSecond) =>
  ({
    'waiting-room/turn/claim-pass': instancesFor(claims * 2, 20),
    'seating/ask/hold-seats': instancesFor(asks * 2, 10),
    'seating/allocate/allocate-seats': instancesFor(asks * 2, 10),
    'ordering/buy/place-order': Math.max(10, orders),
    'ordering/buy/settle-order': instancesFor(orders * 2, 10),
  }) satisfies Reserved;

/** One in fifty runs no script. */
const doors = ({ joins, challenges }: OpeningSecond) =>
  ({
    'waiting-room/entry/join-line': instancesFor(joins, 10),
    'waiting-room/entry/give-challenge': instancesFor(challenges, 5),
    'waiting-room/plain/act-plain-line': instancesFor(joins / 50, 5),
  }) satisfies Reserved;

/** Looks at holds, baskets and orders: each of those who shop asks every other second at the most. */
const shared = (audience: number): number =>
  Math.max(unreserved, Math.ceil(calledAtOnce(audience) / 2 / callsPerInstance));

const sumOf = (some: Reserved): number => Object.values(some).reduce((sum, one) => sum + one, 0);

/** Instances that the opening second needs in all. */
export const neededConcurrency = (audience: number, second: OpeningSecond): number =>
  sumOf(inside(second)) + sumOf(doors(second)) + shared(audience) + clocks;

/** Of what is neither clocks' nor unreserved, those inside get so much at the most while the account has too few. */
const shareInside = 0.6;

/** @param accountConcurrency what this stage may use. */
export function reservedFor(audience: number, second: OpeningSecond, accountConcurrency: number): Reserved {
  const wanted = { inside: inside(second), doors: doors(second) };
  if (neededConcurrency(audience, second) <= accountConcurrency) return { ...wanted.inside, ...wanted.doors };
  const left = accountConcurrency - unreserved - clocks;
  const given = scaled(wanted.inside, Math.floor(left * shareInside));
  return { ...given, ...scaled(wanted.doors, left - sumOf(given)) };
}

/** Two are the least that a queue's worker may be held to. */
const least = 2;

/** Each the least, and of the rest in proportion: never more in all than `most`. */
function scaled(wanted: Reserved, most: number): Reserved {
  const names = Object.entries(wanted);
  const atLeast = least * names.length;
  const part = Math.min(1, (most - atLeast) / (sumOf(wanted) - atLeast));
  return Object.fromEntries(names.map(([name, n]) => [name, least + Math.floor((n - least) * part)]));
}

/** Joins that come through in a second: by the API, and by the instances that may be used. */
export const joinsServed = (second: OpeningSecond, reserved: Reserved): number =>
  Math.min(second.joins, (reserved['waiting-room/entry/join-line'] ?? 0) * callsPerInstance);
