import type { HoldView } from '../../contracts/house.ts';
import { hallWords } from '../../words/en/hall.ts';
import type { Refused } from './hall-state.ts';

/** A fan who asked for a hold, and never saw it held before it lapsed, is told that it took too long. */
export function refusedOf(view: HoldView): Refused | undefined {
  if (view.state === 'refused') return view;
  if (view.state !== 'lapsed') return undefined;
  const { hold, performance } = view;
  const detail = hallWords.refusalDetail.lost;
  return { state: 'refused', hold, performance, refusal: 'lost', taken: [], detail };
}
