import type { Availability } from '../../contracts/house.ts';

/**
 * When to look at the seats again. The CDN keeps an answer for a second (`max-age=1` of show-availability), so an
 * answer read at once is up to a second old, and the next one exists a second after it was made. The page looks then,
 * and not before. It adds 250 ms of chance so that a crowd is not in step. It never looks sooner than 600 ms after the
 * last look, however wrong the clocks.
 *
 *     made ──1 s──▶ the CDN has a new one ──0…250 ms──▶ we ask ──▶ shown
 *
 * The picture is at most 1 s + 600 ms + 250 ms old, and as long as one answer takes to come: under two seconds. There
 * are two looks in three seconds at most, and one a second as a rule. That is 480 in eight minutes of choosing. At
 * $1.10 a million requests and 0.6 kB each it costs $0.0006 a fan, and only while the page is looked at.
 */
const kept = 1_000;
const least = 600;
const chanceSpread = 250;

/** Milliseconds until the next look. `age` is how old the last answer was when it came; `chance` from 0 up to 1. */
export function untilNextLook(age: number, chance: number): number {
  return Math.min(kept, Math.max(least, kept - age)) + Math.round(chanceSpread * chance);
}

/** An answer this old is not news any more, and the page says how old it is. Milliseconds. */
export const staleAfter = 6_000;

/** Whether a seat is taken or free that was not so in the picture before. */
export function isNews(before: Pick<Availability, 'sections'>, after: Pick<Availability, 'sections'>): boolean {
  return Object.entries(after.sections).some(([section, { taken }]) => before.sections[section]?.taken !== taken);
}
