import type { PerformanceAct } from '../../../contracts/performance-acts.ts';
import { type FinishDeps, finish } from '../buy/finish-after-crash.ts';
import { type CancelDeps, carryCancel } from '../change/cancel.ts';
import { amend } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { type Cancellation, isBehind, nothingToPayFor, performanceCancelled, performanceMoved } from './act-steps.ts';
import type { BookPass, Following, FollowStore } from './follow-store.ts';

/*
 * Orders follow what became of their performances. A clock reads the catalogue's list of acts each minute. While an act
 * is not followed by all its orders, it goes through the whole book, a page at a time, and takes each order as far as it
 * can go. It writes down where it is, so any other run goes on from there.
 *
 *   pass ─▶ pass ─▶ … ─▶ one that began two minutes after the act, and left none ─▶ rest ─▶ a last pass ─▶ done
 *
 * A function may not have known of the act for some seconds, and so sold and promised what was no more: those two minutes
 * are for it. The last pass is for orders that were written down before the act and stood in no book yet: they are paid
 * or given up after half an hour (order/due.ts).
 *
 * Two at work do no harm: each step is taken once, and of two that write down where they are one stops.
 */

export interface FollowActsDeps extends FinishDeps, CancelDeps {
  readonly store: FinishDeps['store'] & Pick<OrderStore, 'page'>;
  readonly door: FinishDeps['door'] & CancelDeps['door'];
  readonly follow: FollowStore;
  /** All acts on performances, as they stand now. */
  readonly acts: () => Promise<readonly PerformanceAct[]>;
}

export interface Followed {
  /** Orders that are not as the acts say, as the last whole pass found them. */
  readonly left: number;
  /** Performances whose orders should long be as the acts say. */
  readonly late: readonly string[];
  /** Orders that could not be carried on, by id, and why. The next pass tries them again. */
  readonly failed: readonly { readonly order: string; readonly error: unknown }[];
}

const minute = 60_000;
export const knownMs = 2 * minute;
/** An order is given up half an hour after it was placed; ten minutes for whoever looks after it. */
export const settledMs = 40 * minute;
/** By then the last pass should have been: a provider that refuses a refund, or a house that does not answer. */
const lateMs = 60 * minute;

const pageSize = 200;
/** At once. Each waits for a queue or a provider most of its time. */
const hands = 8;

/** Follows until nothing is left to do now, or the time is up. `clock` in milliseconds since the epoch. */
export async function followActs(deps: FollowActsDeps, clock: () => number, endsAt: number): Promise<Followed> {
  const acts = await deps.acts();
  const failed: { order: string; error: unknown }[] = [];
  let following = await deps.follow.following();
  while (clock() < endsAt) {
    const open = openActs(acts, following);
    const pass = passOf(following, acts, open, clock());
    if (!pass) break;
    const page = await deps.store.page(pageSize, pass.from);
    const seen = await followPage(deps, page.orders, latestOf(open), clock, failed);
    const so = added(pass, seen);
    const version = following.version + 1;
    const after =
      page.next === undefined
        ? { ...passEnded(following, so, open), version }
        : { ...following, version, pass: { ...so, from: page.next } };
    if (!(await deps.follow.writeFollowing(after)).ok) break;
    following = after;
    if (page.next === undefined) break;
  }
  const open = openActs(acts, following);
  const late = open.filter(({ actedAt }) => clock() > actedAt + lateMs).map(({ performance }) => performance);
  return { left: sumOf(following.last?.left ?? {}, open), late: [...new Set(late)], failed };
}

/** The acts that not all orders have followed. */
export function openActs(acts: readonly PerformanceAct[], { done }: Following): readonly PerformanceAct[] {
  return acts.filter(({ performance, number }) => number > (done[performance] ?? 0));
}

/** The pass that goes on, or begins, now; undefined while there is nothing to do. */
function passOf(
  { pass, last }: Following,
  acts: readonly PerformanceAct[],
  open: readonly PerformanceAct[],
  now: number,
): BookPass | undefined {
  if (open.length === 0) return undefined;
  if (pass && pass.acts === acts.length) return pass;
  const begun = { beganAt: now, acts: acts.length, orders: {}, left: {} };
  if (pass || !last || last.acts !== acts.length) return begun;
  const rests = open.every(
    ({ performance, actedAt }) =>
      (last.left[performance] ?? 0) === 0 && last.beganAt >= actedAt + knownMs && now < actedAt + settledMs,
  );
  return rests ? undefined : begun;
}

interface PageFollowed {
  readonly orders: Readonly<Record<string, number>>;
  readonly left: Readonly<Record<string, number>>;
}

function added(pass: BookPass, seen: PageFollowed): BookPass {
  const sum = (a: PageFollowed['left'], b: PageFollowed['left']) =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((id) => [id, (a[id] ?? 0) + (b[id] ?? 0)]),
    );
  const { from: _, ...rest } = pass;
  return { ...rest, orders: sum(pass.orders, seen.orders), left: sum(pass.left, seen.left) };
}

function passEnded({ pass: _, ...following }: Following, last: BookPass, open: readonly PerformanceAct[]): Following {
  const ended = open.filter(
    ({ performance, actedAt }) => (last.left[performance] ?? 0) === 0 && last.beganAt >= actedAt + settledMs,
  );
  const done = Object.fromEntries(ended.map(({ performance, number }) => [performance, number]));
  return { ...following, done: { ...following.done, ...done }, last };
}

async function followPage(
  deps: FollowActsDeps,
  orders: readonly OrderRecord[],
  open: readonly PerformanceAct[],
  clock: () => number,
  failed: { order: string; error: unknown }[],
): Promise<PageFollowed> {
  const seen = { orders: {} as Record<string, number>, left: {} as Record<string, number> };
  const count = (which: Record<string, number>, { items }: OrderRecord) => {
    for (const id of new Set(open.map(({ performance }) => performance)))
      if (items.some(({ performance }) => performance === id)) which[id] = (which[id] ?? 0) + 1;
  };
  const waiting = orders.filter(({ items }) =>
    items.some((item) => open.some(({ performance }) => performance === item.performance)),
  );
  const hand = async () => {
    for (let order = waiting.shift(); order; order = waiting.shift()) {
      count(seen.orders, order);
      try {
        if (isBehind(await followOne(deps, order, open, clock()), open)) count(seen.left, order);
      } catch (error) {
        failed.push({ order: order.id, error });
        count(seen.left, order);
      }
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return seen;
}

/** Takes one order as far as it can go now. `seen`: as the book has it, which may be a second behind. */
async function followOne(
  deps: FollowActsDeps,
  seen: OrderRecord,
  open: readonly PerformanceAct[],
  now: number,
): Promise<OrderRecord> {
  const { store } = deps;
  const take = async (step: Parameters<typeof amend>[2]) => {
    const order = await amend(store, seen.id, step, now);
    if (!order) throw new Error(`Order ${seen.id} vanished while it followed its performances`);
    return order;
  };
  const own = open.filter(({ performance }) => seen.items.some((item) => item.performance === performance));
  const cancellations = own.filter((act): act is Cancellation => act.act === 'cancel');
  let order = seen;
  for (const act of own) if (act.act === 'move') order = await take(performanceMoved(act, now));
  if (cancellations.length > 0) order = await take(nothingToPayFor(cancellations, now));
  for (const act of cancellations) {
    order = await take(performanceCancelled(act, now));
    if (order.changing?.kind === 'cancel') order = await carryCancel(deps, order, now);
  }
  return isBehind(order, open) ? finish(deps, order, now) : order;
}

/** Of several moves of one performance only the last says where it is. */
function latestOf(acts: readonly PerformanceAct[]): readonly PerformanceAct[] {
  const isLater = (act: PerformanceAct, one: PerformanceAct) =>
    one.act === 'move' && one.performance === act.performance && one.number > act.number;
  return acts.filter((act) => act.act === 'cancel' || !acts.some((one) => isLater(act, one)));
}

function sumOf(counts: Readonly<Record<string, number>>, open: readonly PerformanceAct[]): number {
  const ids = new Set(open.map(({ performance }) => performance));
  return [...ids].reduce((sum, id) => sum + (counts[id] ?? 0), 0);
}
