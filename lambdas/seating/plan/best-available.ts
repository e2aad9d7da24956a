import type { HoldRefusal, HoldRequest } from '../../../contracts/house.ts';
import { companionFor } from '../../../rules/access-pair.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { wouldLeaveSingle } from '../../../rules/row-picture.ts';
import { distance, type IndexedSection, type PlanIndex, type Stretch } from './plan-index.ts';
import { seatApart } from './seat-apart.ts';

/**
 * The best seats that are free, for one party, all of one price band. The rungs, over every section the party allows:
 *
 *   1. side by side in one row: first without leaving a single seat between others, then leaving one
 *   2. near each other in one section, nobody alone      (not for a party that is to stay together)
 *   3. the same across neighbouring sections             (nor this)
 *
 * else refused. On each rung seats whose view is not whole come last: a pillar is worse for the party than a single is
 * for the house, and better than being parted. Within that the smallest quality wins (see plan-index.ts). Of several
 * price bands in the party's order all rungs of one are tried before the next. Places that are counted count as side by
 * side. A way to sit that leaves a single is never refused, for it may be the only seating there is. Free seats of
 * other bands count as free neighbours and are not given. Places for wheelchairs and their companions are given only to
 * those who ask for them (rules/access-seats.ts).
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
  const { count, section, access, near } = wish;
  const bands = bandsOf(wish);
  if (section !== undefined && !plan.sections.has(section)) return { ok: false, refusal: 'seat-unknown' };
  if (bands?.some((band) => !plan.categories.has(band))) return { ok: false, refusal: 'seat-unknown' };
  if (near !== undefined && !plan.places.has(near)) return { ok: false, refusal: 'seat-unknown' };
  if (access === 'wheelchair' && count > 2) return { ok: false, refusal: 'access-only' };
  const own = section === undefined ? undefined : plan.sections.get(section);
  const house = houseFor(plan, own ? [own] : plan.inOrder, taken);
  if (!house.taken.includes(0)) return { ok: false, refusal: 'not-enough-seats' };
  for (const band of bands ?? anyBand) {
    const seating = seatIn(house, wish, band);
    if (seating) return { ok: true, seating };
  }
  return { ok: false, refusal: 'not-enough-seats' };
}

/** The price bands a wish names, the most wanted first; undefined if any will do. */
export function bandsOf({ category, bands }: Pick<BestWish, 'category' | 'bands'>): readonly string[] | undefined {
  return bands ?? (category === undefined ? undefined : [category]);
}

const anyBand = [undefined];

interface HouseNow {
  readonly plan: PlanIndex;
  /** Sections that the party allows. */
  readonly allowed: readonly IndexedSection[];
  /** A byte a seat of the whole plan: 0 is free, and in a section that the party allows. The plan's own scratch. */
  readonly taken: Uint8Array;
}

function houseFor(plan: PlanIndex, allowed: readonly IndexedSection[], taken: Taken): HouseNow {
  const all = plan.scratch;
  if (allowed !== plan.inOrder) all.fill(1);
  for (const { offset, plan: own } of allowed) all.set(taken(own.id), offset);
  return { plan, allowed, taken: all };
}

function takenIn({ taken }: HouseNow, { offset, spots }: IndexedSection): Uint8Array {
  return taken.subarray(offset, offset + spots.length);
}

function seatIn(house: HouseNow, wish: BestWish, band: string | undefined): Seating | undefined {
  if (wish.access === 'wheelchair') return wheelchairPlace(house, wish, band);
  const seating = sideBySide(house, wish.count, band);
  if (seating || wish.together) return seating;
  return seatApart(house.allowed, (section) => takenIn(house, section), wish.count, band);
}

function sideBySide(house: HouseNow, count: number, band: string | undefined): Seating | undefined {
  const { plan, taken } = house;
  const crowd = bestCrowd(house, count, band);
  const stretches = plan.sideBySide(count, band);
  const firstSeats = plan.firstSeats(count, band);
  let leavesSingle: Stretch | undefined;
  for (let way = 0; way < firstSeats.length; way++) {
    const first = firstSeats[way] ?? 0;
    // Nearly every way ends here in a house that fills up.
    if (taken[first] !== 0 || !allFree(taken, first, count)) continue;
    const stretch = stretches[way];
    if (!stretch) continue;
    if (crowd && (!stretch.whole || crowd.quality <= stretch.quality)) break;
    if (!stretch.whole && leavesSingle?.whole) break;
    const section = plan.inOrder[stretch.at];
    if (!section) continue;
    if (!wouldLeaveSingle(section.spots, takenIn(house, section), stretch.first, count))
      return seatingOf(stretch, count);
    leavesSingle ??= stretch;
  }
  return crowd?.seating ?? (leavesSingle && seatingOf(leavesSingle, count));
}

function seatingOf({ section, first }: Stretch, count: number): Seating {
  return new Map([[section, Array.from({ length: count }, (_, n) => first + n)]]);
}

function allFree(taken: Uint8Array, first: number, count: number): boolean {
  for (let index = first; index < first + count; index++) if (taken[index] !== 0) return false;
  return true;
}

/** The first free places of the counted section nearest the focal point that has so many. */
function bestCrowd(house: HouseNow, count: number, band: string | undefined) {
  for (const { section, category, quality } of house.plan.crowds) {
    if (band !== undefined && category !== band) continue;
    const here = takenIn(house, section);
    const free: number[] = [];
    for (let place = here.indexOf(0); place >= 0; place = here.indexOf(0, place + 1)) {
      const spot = section.spots[place];
      if (spot?.category === category && isGeneral(spot)) free.push(place);
      if (free.length === count) return { quality, seating: new Map([[section.plan.id, free]]) };
    }
  }
  return undefined;
}

/**
 * A wheelchair place, nearest the one that was chosen, else the focal point; for two, with a companion's seat right
 * beside it. One whose view is whole first, unless a place was chosen.
 */
function wheelchairPlace(house: HouseNow, { count, near }: BestWish, band: string | undefined): Seating | undefined {
  const { plan, allowed } = house;
  const chosen = near === undefined ? undefined : plan.places.get(near);
  const from = chosen ? plan.sections.get(chosen.section)?.spots[chosen.index] : undefined;
  const found = allowed.flatMap((section) => {
    const { plan: own, spots, wheelchair } = section;
    const here = takenIn(house, section);
    const free = (index: number) => here[index] === 0 && (band === undefined || spots[index]?.category === band);
    return wheelchair.flatMap((index) => {
      const spot = spots[index];
      const companion = count === 1 ? undefined : companionFor(spots, free, index);
      if (!spot || !free(index) || (count > 1 && companion === undefined)) return [];
      const seats = companion === undefined ? [index] : [index, companion].sort((a, b) => a - b);
      const blurred = !from && seats.some((seat) => spots[seat]?.view !== undefined) ? 1 : 0;
      return [{ blurred, quality: distance(from ?? plan.focalPoint, spot), seating: new Map([[own.id, seats]]) }];
    });
  });
  return found.sort((a, b) => a.blurred - b.blurred || a.quality - b.quality)[0]?.seating;
}
