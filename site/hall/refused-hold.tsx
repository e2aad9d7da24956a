import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Notice } from '../elements/notice.tsx';
import { equalTo } from './advice.ts';
import { type HallState, labelsOf } from './hall-state.ts';
import { otherWishes } from './other-wishes.ts';
import { Equal } from './picks-bar.tsx';
import { freeByCategory } from './plan/taken.ts';
import { chipsOf } from './price-chips.ts';

/** Why a hold was refused, which seats were the reason, and what else could be had, each in one tap. */
export function RefusedHold(props: {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onBest: (wish: HoldRequest) => void;
  readonly onTake: (seats: readonly string[]) => void;
}) {
  const { state, plan, performance, onBest, onTake } = props;
  if (!state.refused) return null;
  const { answer, wish } = state.refused;
  const named = 'seats' in wish && answer.refusal === 'seat-taken' ? wish.seats : undefined;
  const hasEqual = named !== undefined && equalTo(plan, state.taken, named) !== undefined;
  const chips = chipsOf(performance.prices, freeByCategory(plan, state.taken));
  // Seats like those are a better answer than the best of their section.
  const offers = hasEqual ? [] : otherWishes(plan, wish, answer.refusal, chips);
  return (
    <Notice title={hallWords.refusal[answer.refusal]} tone="trouble" role="alert">
      {answer.taken.length > 0 ? (
        <p>{hallWords.lost(labelsOf(plan, answer.taken))}</p>
      ) : (
        <p>{hallWords.refusalDetail[answer.refusal]}</p>
      )}
      {named && <Equal state={state} plan={plan} wished={named} onTake={onTake} />}
      {offers.length > 0 && (
        <p class="refused-offers">
          {offers.map((offer) => (
            <button
              key={JSON.stringify(offer.wish)}
              type="button"
              class="button button-quiet"
              onClick={() => onBest(offer.wish)}
            >
              {offer.kind === 'near' && hallWords.near(offer.count, isolated(offer.where))}
              {offer.kind === 'any-price' && hallWords.anyPrice}
              {offer.kind === 'apart' && hallWords.apart(offer.count)}
              {offer.kind === 'price' && hallWords.otherPrice(money(offer.price, performance.currency))}
              {offer.kind === 'fewer' && hallWords.fewerSeats(offer.count)}
            </button>
          ))}
        </p>
      )}
    </Notice>
  );
}
