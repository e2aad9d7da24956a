import type { DateLeft, DatesLeft, SeatsLeft } from '../contracts/dates-left.ts';

/**
 * How full a performance is, in a word. Few are ten seats, or a tenth of those that are sold at all: a party may still
 * find places, but can choose no longer. Plenty is half of them.
 *
 *     0 ── none, baskets ── 1 ── few ── 10 or a tenth ── some ── half ── plenty
 */
const fewSeats = 10;
const fewShare = 0.1;
const plentyShare = 0.5;

export function seatsLeft({ seats, free, held }: Readonly<Record<'seats' | 'free' | 'held', number>>): SeatsLeft {
  if (free === 0) return held > 0 ? 'baskets' : 'none';
  if (free <= Math.max(fewSeats, seats * fewShare)) return 'few';
  return free >= seats * plentyShare ? 'plenty' : 'some';
}

/** An older count says nothing: seats go in seconds. Counts come every ten seconds, and the CDN keeps them for as long. */
const oldestMs = 2 * 60_000;

export interface KnownLeft extends DateLeft {
  readonly countedAt: number;
}

/** What is known of a performance: the newest count that has it, if that is not too old. */
export function leftOf(performance: string, counts: readonly DatesLeft[], now: number): KnownLeft | undefined {
  const [newest] = counts
    .filter(({ dates, countedAt }) => Object.hasOwn(dates, performance) && now - countedAt < oldestMs)
    .sort((a, b) => b.countedAt - a.countedAt);
  const date = newest?.dates[performance];
  return newest && date && { ...date, countedAt: newest.countedAt };
}
