import type { HoldRefusal, HoldRequest } from '../../contracts/house.ts';
import { centreOf, distance, type IndexedSection, type PlanIndex, type Spot } from './plan-index.ts';
import { seatApart } from './seat-apart.ts';

/**
 * The best seats that are free, for one party, all of one price band. In this order, over every section
 * the party allows: side by side without leaving a single seat between others; side by side leaving one;
 * near each other with nobody alone; the same across neighbouring sections; else refused. Within each,
 * the smallest quality wins (see plan-index.ts). What would leave a single comes second and is never
 * refused, for it may be the only seating there is. Seats of other bands that nobody has count as free
 * neighbours and are not given. Places for wheelchairs and their companions are given only to those who
 * ask for them: to everyone else they are as good as a wall.
 */
export type BestWish = Extract<HoldRequest, { best: unknown }>['best'];

/** Seats by section: indexes, ascending. */
export type Seating = ReadonlyMap<string, readonly number[]>;

/** A byte a seat of the section: 0 is free. */
export type Taken = (section: string) => Uint8Array;

export type BestAnswer =
  | { readonly ok: true; readonly seating: Seating }
  | {
      readonly ok: false;
      readonly refusal: Extract<HoldRefusal, 'not-enough-seats' | 'seat-unknown' | 'access-only'>;
    };

export function bestAvailable(plan: PlanIndex, taken: Taken, wish: BestWish): BestAnswer {
  const { count, category, section, access } = wish;
  if (section !== undefined && !plan.sections.has(section)) return { ok: false, refusal: 'seat-unknown' };
  if (category !== undefined && !plan.categories.has(category)) return { ok: false, refusal: 'seat-unknown' };
  if (access === 'wheelchair' && count > 2) return { ok: false, refusal: 'access-only' };
  const allowed = [...plan.sections.values()].filter(({ plan: { id } }) => section === undefined || id === section);
  const seating =
    access === 'wheelchair'
      ? wheelchairPlace(plan, allowed, taken, wish)
      : (together(plan, allowed, taken, wish) ?? seatApart(allowed, taken, wish));
  return seating ? { ok: true, seating } : { ok: false, refusal: 'not-enough-seats' };
}

/** Side by side in one row, or on places without rows. */
function together(
  plan: PlanIndex,
  allowed: readonly IndexedSection[],
  taken: Taken,
  wish: BestWish,
): Seating | undefined {
  const { count, category, section } = wish;
  const standing = bestStanding(plan, allowed, taken, wish);
  let leavesSingle: Seating | undefined;
  for (const stretch of plan.sideBySide(count)) {
    if (section !== undefined && stretch.section !== section) continue;
    if (category !== undefined && stretch.category !== category) continue;
    if (standing && standing.quality <= stretch.quality) break;
    const here = taken(stretch.section);
    if (!allFree(here, stretch.first, count)) continue;
    const seating = new Map([[stretch.section, range(stretch.first, count)]]);
    const { spots = [] } = plan.sections.get(stretch.section) ?? {};
    if (!wouldLeaveSingle(spots, here, stretch.first, count)) return seating;
    leavesSingle ??= seating;
  }
  return standing?.seating ?? leavesSingle;
}

function allFree(taken: Uint8Array, first: number, count: number): boolean {
  for (let index = first; index < first + count; index++) if (taken[index] !== 0) return false;
  return true;
}

const range = (first: number, count: number): readonly number[] => Array.from({ length: count }, (_, n) => first + n);

/** Whether exactly one free general seat would be left on either side, between those seats and the next obstacle. */
export function wouldLeaveSingle(spots: readonly Spot[], taken: Uint8Array, first: number, count: number): boolean {
  const free = (index: number) => taken[index] === 0 && spots[index]?.access === undefined;
  const reaches = (index: number) => spots[index]?.joined === true;
  const last = first + count - 1;
  const leftFree = reaches(first) && free(first - 1);
  const leftMore = leftFree && reaches(first - 1) && free(first - 2);
  const rightFree = reaches(last + 1) && free(last + 1);
  const rightMore = rightFree && reaches(last + 2) && free(last + 2);
  return (leftFree && !leftMore) || (rightFree && !rightMore);
}

/** The first free places of the standing section nearest the focal point. */
function bestStanding(plan: PlanIndex, allowed: readonly IndexedSection[], taken: Taken, wish: BestWish) {
  const found = allowed
    .filter((section) => section.plan.kind === 'standing')
    .flatMap((section) =>
      bandsOf(section, wish.category).flatMap((category) => {
        const here = taken(section.plan.id);
        const free = section.spots.flatMap((spot, index) =>
          here[index] === 0 && spot.category === category && !spot.access ? [index] : [],
        );
        if (free.length < wish.count) return [];
        const quality = distance(plan.focalPoint, centreOf(section.spots));
        return [{ quality, seating: new Map([[section.plan.id, free.slice(0, wish.count)]]) }];
      }),
    );
  return found.sort((a, b) => a.quality - b.quality)[0];
}

/** The price bands of a section that the party would take. */
export function bandsOf({ spots }: IndexedSection, wanted: string | undefined): readonly string[] {
  const bands = [...new Set(spots.map(({ category }) => category))];
  return wanted === undefined ? bands : bands.filter((band) => band === wanted);
}

/** A wheelchair place; for two, with a companion's seat right beside it. */
function wheelchairPlace(
  plan: PlanIndex,
  allowed: readonly IndexedSection[],
  taken: Taken,
  { count, category }: BestWish,
): Seating | undefined {
  const found = allowed.flatMap(({ plan: { id }, spots }) => {
    const here = taken(id);
    const free = (index: number, access: Spot['access']) =>
      here[index] === 0 &&
      spots[index]?.access === access &&
      (category === undefined || spots[index]?.category === category);
    return spots.flatMap((spot, index) => {
      if (!free(index, 'wheelchair')) return [];
      const quality = distance(plan.focalPoint, spot);
      if (count === 1) return [{ quality, seating: new Map([[id, [index]]]) }];
      return [index - 1, index + 1]
        .filter((beside) => spots[beside]?.rowAt === spot.rowAt && free(beside, 'companion'))
        .slice(0, 1)
        .map((beside) => ({ quality, seating: new Map([[id, [index, beside].sort((a, b) => a - b)]]) }));
    });
  });
  return found.sort((a, b) => a.quality - b.quality)[0]?.seating;
}
