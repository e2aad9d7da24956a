import type { HoldRefusal, HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { Chip } from './price-chips.ts';

/**
 * The offers after a refusal, nearest to the first wish first. Seats that were gone: as many together in their section.
 * Not enough side by side: the same apart; one fewer; another price that has that many left; any price.
 */
export type Offer =
  | { readonly kind: 'near'; readonly wish: HoldRequest; readonly count: number; readonly where: string }
  | { readonly kind: 'apart'; readonly wish: HoldRequest; readonly count: number }
  | { readonly kind: 'fewer'; readonly wish: HoldRequest; readonly count: number }
  | { readonly kind: 'price'; readonly wish: HoldRequest; readonly price: number }
  | { readonly kind: 'any-price'; readonly wish: HoldRequest };

/** Other prices offered at once: more are a list to read, and nobody has the time. */
const mostPrices = 2;

export function otherWishes(
  plan: Pick<Plan, 'sections'>,
  wish: HoldRequest,
  refusal: HoldRefusal,
  chips: readonly Chip[] = [],
): readonly Offer[] {
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
  const { count, category, bands, section, access, together } = wish.best;
  const common = { count, ...(access && { access }) };
  const offers: Offer[] = [];
  if (together && count > 1) {
    const { together: _no, ...apart } = wish.best;
    offers.push({ kind: 'apart', wish: { best: apart }, count });
  }
  if (count > 1) offers.push({ kind: 'fewer', wish: { best: { ...wish.best, count: count - 1 } }, count: count - 1 });
  if (bands) {
    const wanted = chips.find((chip) => chip.bands[0] === bands[0])?.price ?? 0;
    const others = chips
      .filter((chip) => chip.bands[0] !== bands[0] && chip.free >= count)
      .sort((a, b) => Math.abs(a.price - wanted) - Math.abs(b.price - wanted))
      .slice(0, mostPrices);
    for (const chip of others) {
      const other: HoldRequest = { best: { ...common, bands: [...chip.bands], ...(together && { together }) } };
      offers.push({ kind: 'price', wish: other, price: chip.price });
    }
  }
  if (category !== undefined || section !== undefined || bands)
    offers.push({ kind: 'any-price', wish: { best: common } });
  return offers;
}
