import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import type { Plan, PlanSeat } from '../../../contracts/plan.ts';
import { isGeneral } from '../../../rules/access-seats.ts';
import { hallWords } from '../../../words/en/hall.ts';
import { type HallState, priceOf } from '../hall-state.ts';
import { freeByCategory } from './taken.ts';

/** The price of each colour and how much is left of it; one of them can be made to stand out. */
export function Bands(props: {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onChange: (category: string | undefined) => void;
}) {
  const { state, plan, performance, onChange } = props;
  const free = freeByCategory(plan, state.taken);
  const bands = plan.categories.filter(({ id }) => free.has(id));
  return (
    <fieldset class="bands">
      <legend>{hallWords.bands}</legend>
      <label class="band">
        <input type="radio" name="band" checked={state.category === undefined} onChange={() => onChange(undefined)} />
        <span>{hallWords.any}</span>
      </label>
      {bands.map(({ id, name, color }) => {
        const left = free.get(id) ?? 0;
        const note = state.availability ? hallWords.bandFree(left) : '';
        return (
          <label key={id} class={left === 0 ? 'band band-none' : 'band'}>
            <input type="radio" name="band" checked={state.category === id} onChange={() => onChange(id)} />
            <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <circle cx="10" cy="10" r="9" fill={color} />
            </svg>
            <span class="band-words">
              <bdi>{name}</bdi> <b>{priceOf(performance, id)}</b>
              {note && <small>{note}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** The signs that occur on this plan, besides colours. */
export function Signs({ plan }: { readonly plan: Plan }) {
  const { views, wheelchairs } = signsOf(plan);
  return (
    <ul class="signs" aria-label={hallWords.legend}>
      <li>
        <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <circle cx="10" cy="10" r="3.5" class="sign-taken" />
        </svg>
        {hallWords.takenSign}
      </li>
      {views && (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <path d="M3.8 6A8 8 0 1 0 16.2 6Z" class="sign" />
          </svg>
          {hallWords.viewSign}
        </li>
      )}
      {wheelchairs && (
        <li>
          <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
            <rect x="3" y="3" width="14" height="14" rx="2.5" class="sign" />
          </svg>
          {hallWords.accessAlone}
        </li>
      )}
    </ul>
  );
}

interface Signed {
  readonly views: boolean;
  readonly wheelchairs: boolean;
}

/** Looked for once a plan: it has tens of thousands of seats, and the page is drawn every second. */
const signed = new WeakMap<Plan, Signed>();

function signsOf(plan: Plan): Signed {
  const known = signed.get(plan);
  if (known) return known;
  const any = (has: (seat: PlanSeat) => unknown) =>
    plan.sections.some(({ rows }) => rows.some(({ seats }) => seats.some((seat) => has(seat))));
  const found = { views: any(({ view }) => view), wheelchairs: any((seat) => !isGeneral(seat)) };
  signed.set(plan, found);
  return found;
}
