import type { HoldRefusal, HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';

/**
 * What to offer after a refusal, nearest to what was wanted first: as many seats together in the section
 * of the seats that were gone; the same without the price band; one seat fewer.
 */
export type Offer =
  | { readonly kind: 'near'; readonly wish: HoldRequest; readonly count: number; readonly where: string }
  | { readonly kind: 'any-price'; readonly wish: HoldRequest }
  | { readonly kind: 'fewer'; readonly wish: HoldRequest; readonly count: number };

export function otherWishes(plan: Pick<Plan, 'sections'>, wish: HoldRequest, refusal: HoldRefusal): readonly Offer[] {
  if ('seats' in wish) {
    const [first] = wish.seats;
    const section = plan.sections.find(({ rows }) => rows.some(({ seats }) => seats.some(({ id }) => id === first)));
    if (refusal !== 'seat-taken' || !section) return [];
    const count = wish.seats.length;
    // Like those that were wanted: also for a fan whose pass would ask for a wheelchair place.
    const near: HoldRequest = { best: { count, section: section.id, access: 'none' } };
    return [{ kind: 'near', wish: near, count, where: section.name }];
  }
  if (refusal !== 'not-enough-seats') return [];
  const { count, category, section, access } = wish.best;
  const offers: Offer[] = [];
  if (category !== undefined || section !== undefined) {
    offers.push({ kind: 'any-price', wish: { best: { count, ...(access && { access }) } } });
  }
  if (count > 1) offers.push({ kind: 'fewer', wish: { best: { ...wish.best, count: count - 1 } }, count: count - 1 });
  return offers;
}
