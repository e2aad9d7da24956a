import type { HoldRefusal, HoldRequest } from '../../../contracts/house.ts';
import type { Need } from '../../../contracts/line-requests.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { bestAvailable, type Seating } from '../plan/best-available.ts';
import type { HouseDraft } from './house-draft.ts';

/**
 * From a wish to seats, or to the reason why not. Named seats are given all or none, and a refusal names
 * every one that was taken. A wheelchair place or a companion's seat is given to those who ask for the
 * best one (`access: 'wheelchair'`), and never by name: a name alone does not say who needs it.
 */
export type WishAnswer =
  | { readonly ok: true; readonly seating: Seating }
  | { readonly ok: false; readonly refusal: HoldRefusal; readonly taken: readonly string[] };

const no = (refusal: HoldRefusal, taken: readonly string[] = []): WishAnswer => ({ ok: false, refusal, taken });

export function seatWish(draft: HouseDraft, wish: HoldRequest): WishAnswer {
  if ('best' in wish) {
    const answer = bestAvailable(draft.plan, draft.taken, wish.best);
    return answer.ok ? answer : no(answer.refusal);
  }
  const seating = seatsByName(draft, wish.seats);
  if (!seating) return no('seat-unknown');
  const isForAnyone = ([section, seats]: readonly [string, readonly number[]]) => {
    const spots = draft.plan.sections.get(section)?.spots ?? [];
    return seats.every((seat) => isGeneral(spots[seat] ?? {}));
  };
  if (![...seating].every(isForAnyone)) return no('access-only');
  const taken = takenAmong(draft, wish.seats);
  return taken.length > 0 ? no('seat-taken', taken) : { ok: true, seating };
}

/**
 * The wish of a fan with these needs. A fan who needs a wheelchair place and does not say which seats they ask for asks
 * for one.
 */
export function wishFor(needs: readonly Need[], wish: HoldRequest): HoldRequest {
  if (!('best' in wish) || wish.best.access !== undefined || !needs.includes('wheelchair')) return wish;
  return { best: { ...wish.best, access: 'wheelchair' } };
}

/** Undefined if the plan does not have one of them. */
export function seatsByName(draft: HouseDraft, names: readonly string[]): Seating | undefined {
  const seating = new Map<string, number[]>();
  for (const name of new Set(names)) {
    const place = draft.plan.places.get(name);
    if (!place) return undefined;
    seating.set(place.section, [...(seating.get(place.section) ?? []), place.index]);
  }
  return new Map([...seating].map(([section, seats]) => [section, seats.sort((a, b) => a - b)]));
}

export function takenAmong(draft: HouseDraft, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    const place = draft.plan.places.get(name);
    return place && draft.taken(place.section)[place.index] !== 0;
  });
}

/** Seats that a wish asks for. */
export function wishSize(wish: HoldRequest): number {
  return 'best' in wish ? wish.best.count : wish.seats.length;
}
