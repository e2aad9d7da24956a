import type { PerformanceCancellation } from '../../contracts/performance-acts.ts';
import { cancellationOf } from '../foundation/performance-acts.ts';
import {
  type ActRefused,
  type ActShelf,
  actOnPerformance,
  actRefused,
  type PerformanceNow,
} from './act-on-performance.ts';
import { isOver } from './contradictions.ts';

/*
 * A performance that does not take place. From then on its house sells nothing and its tickets open no door. Ordering
 * gives back its seats and the money for them, and writes to every buyer (ordering/follow). The first cancellation
 * stands: it is not taken back, since buyers were told, and its reason and its offer stay as they were told them.
 */

export type Cancelled =
  | {
      readonly ok: true;
      readonly performance: string;
      /** Milliseconds since the epoch. */
      readonly cancelledAt: number;
      readonly reason: string;
      readonly instead: readonly string[];
      /** It was cancelled before, as is said here. */
      readonly already: boolean;
    }
  | ActRefused;

/** `now` in milliseconds since the epoch. */
export async function cancelPerformance(
  shelf: ActShelf,
  given: PerformanceCancellation,
  now: number,
): Promise<Cancelled> {
  const { performance, reason } = given;
  const instead = [...new Set(given.instead ?? [])];
  const acted = await actOnPerformance(
    shelf,
    performance,
    async (standing) => {
      if (standing.file.cancelled) return { ok: true, act: undefined };
      if (isOver(standing.file, now))
        return actRefused('performance', `${performance} is over: cancel its orders in the order book`);
      const wrong = await wrongOffer(shelf, standing, instead, now);
      if (wrong) return wrong;
      const act = { act: 'cancel' as const, performance, actedAt: now, reason };
      return { ok: true, act: { ...act, ...(instead.length > 0 && { instead }) } };
    },
    now,
  );
  if (!acted.ok) return acted;
  const { cancelled } = acted.file;
  if (!cancelled) throw new Error(`${performance} was cancelled, and its file does not say so`);
  return {
    ok: true,
    performance,
    cancelledAt: cancelled.cancelledAt,
    reason: cancelled.reason,
    instead: cancelled.instead ?? [],
    already: !acted.first,
  };
}

/** An offered performance takes place, and later than now. */
async function wrongOffer(
  shelf: ActShelf,
  { file, acts }: PerformanceNow,
  instead: readonly string[],
  now: number,
): Promise<ActRefused | undefined> {
  for (const [at, id] of instead.entries()) {
    const field = `instead.${at}`;
    if (id === file.id) return actRefused(field, `${id} is the performance that is cancelled`);
    const offered = await shelf.readPerformance(id);
    if (!offered) return actRefused(field, `${id} is not published`);
    if (cancellationOf(acts, id)) return actRefused(field, `${id} is cancelled too`);
    if (offered.startsAt <= now) return actRefused(field, `${id} has begun`);
  }
  return undefined;
}
