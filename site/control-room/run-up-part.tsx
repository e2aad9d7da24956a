import { deviceClockOff, theatreTime } from '../browser.gateway.ts';
import type { ControlState } from './control-room.tsx';
import { GoView } from './go/go-view.tsx';
import { PlanView } from './plan/plan-view.tsx';
import type { RunUpActs } from './plan/run-up.ts';
import { RisksView } from './risks/risks-view.tsx';

/** Plan, risks, and go or no go, of the on-sale that the page is about. */
export function RunUpPart(props: {
  readonly state: ControlState;
  readonly acts: RunUpActs;
  readonly onReadAgain: () => void;
}) {
  const { state, acts, onReadAgain } = props;
  const { part, who, onSales, runUp, season } = state;
  const { timeZone: ofSeason, currency } = season ?? { timeZone: 'UTC', currency: 'GBP' };
  const onSale = onSales?.find(({ id }) => id === state.onSale);
  if (!onSale || (part !== 'plan' && part !== 'risks' && part !== 'go')) return null;
  if (!runUp || runUp.onSale !== onSale.id) return <p class="waiting-for-data" aria-busy="true" />;
  const timeZone = onSale.timeZone ?? ofSeason;
  const of = { runUp, acts, who, onSale, timeZone, now: theatreTime() };
  if (part === 'plan') return <PlanView {...of} />;
  if (part === 'risks') return <RisksView {...of} />;
  return <GoView {...of} currency={currency} clockOffMs={deviceClockOff()} onReadAgain={onReadAgain} />;
}
