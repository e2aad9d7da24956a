import type { HoldRequest } from '../../../contracts/house.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { wishSize } from '../allocate/seat-wish.ts';
import { isOverLimit } from '../house/limit-per-fan.ts';
import type { SaleRules } from '../house/sale-rules.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

/** Faults that no free seat could make right: names of nothing, and wishes that contradict themselves. */
export function wrongWish(
  wish: HoldRequest,
  rules: Pick<SaleRules, 'seatsPerFan'>,
  plan: PlanIndex,
): Refusal | undefined {
  const bad = (field: string, message: string) =>
    refuse('bad-request', `Correct and send again. ${field}: ${message}`, { errors: [{ field, message }] });
  const { seatsPerFan } = rules;
  const most = `ask for at most ${seatsPerFan} ${seatsPerFan === 1 ? 'seat' : 'seats'} in this on-sale`;
  if (isOverLimit(wishSize(wish), rules)) return bad('best' in wish ? 'body.best.count' : 'body.seats', most);
  if (!('best' in wish)) {
    const unknown = wish.seats.findIndex((seat) => !plan.places.has(seat));
    return unknown < 0 ? undefined : bad(`body.seats.${unknown}`, 'this house has no such seat');
  }
  const { count, category, bands, section, access, near } = wish.best;
  if (access === 'wheelchair' && count > 2)
    return bad(
      'body.best.count',
      'ask for one wheelchair place, or two seats: the place and its companion’s; or for other seats, with access none',
    );
  if (category !== undefined && !plan.categories.has(category))
    return bad('body.best.category', `this house has no price band ${category}`);
  if (bands !== undefined && category !== undefined)
    return bad('body.best.bands', 'give either category or bands, not both');
  const unknownBand = bands?.findIndex((band) => !plan.categories.has(band)) ?? -1;
  if (unknownBand >= 0)
    return bad(`body.best.bands.${unknownBand}`, `this house has no price band ${bands?.[unknownBand]}`);
  if (section !== undefined && !plan.sections.has(section))
    return bad('body.best.section', `this house has no section ${section}`);
  if (near !== undefined && access !== 'wheelchair')
    return bad('body.best.near', 'name a wheelchair place only together with access wheelchair');
  const place = near === undefined ? undefined : plan.places.get(near);
  if (near !== undefined && (!place || !plan.sections.get(place.section)?.wheelchair.includes(place.index)))
    return bad('body.best.near', 'this house has no such wheelchair place');
  if (place && section !== undefined && place.section !== section)
    return bad('body.best.near', 'this place is in another section');
  return undefined;
}
