import type { HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import { Notice } from '../elements/notice.tsx';
import { hallWords } from '../words/en/hall.ts';
import { labelsOf, type Refused } from './hall-state.ts';
import { otherWishes } from './other-wishes.ts';

/** Why a hold was refused, which seats were the reason, and what else could be had. */
export function RefusedHold(props: {
  readonly refused: { readonly answer: Refused; readonly wish: HoldRequest };
  readonly plan: Plan;
  readonly onBest: (wish: HoldRequest) => void;
}) {
  const { refused, plan, onBest } = props;
  const { answer, wish } = refused;
  return (
    <Notice title={hallWords.refusal[answer.refusal]} tone="trouble" role="alert">
      {answer.taken.length > 0 && <p>{hallWords.takenSeats(labelsOf(plan, answer.taken))}</p>}
      <p>{hallWords.refusalDetail[answer.refusal]}</p>
      <p class="refused-offers">
        {otherWishes(plan, wish, answer.refusal).map((offer) => (
          <button key={offer.kind} type="button" class="button button-quiet" onClick={() => onBest(offer.wish)}>
            {offer.kind === 'near' && hallWords.near(offer.count, offer.where)}
            {offer.kind === 'any-price' && hallWords.anyPrice}
            {offer.kind === 'fewer' && hallWords.fewerSeats(offer.count)}
          </button>
        ))}
      </p>
    </Notice>
  );
}
