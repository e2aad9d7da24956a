import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import { Stepper } from '../elements/stepper.tsx';
import { needsIn } from '../signed-payload.ts';
import { hallWords } from '../words/en/hall.ts';
import { type HallState, priceOf, seatsLeft } from './hall-state.ts';
import { accessFor } from './needs.ts';
import { freeByCategory } from './taken.ts';

/** A wheelchair place comes with one companion's seat. */
const accessParty = 2;

/** The quickest way to good seats: how many, for how much, and one press. */
export function BestForm(props: {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onChange: (change: Partial<HallState>) => void;
  readonly onBest: (wish: HoldRequest) => void;
}) {
  const { state, plan, performance, onChange, onBest } = props;
  const { section, access, asking, pass, now } = state;
  const left = seatsLeft(state);
  const most = Math.min(left, access ? accessParty : left);
  const party = Math.max(1, Math.min(state.party, most));
  const mayHold = pass !== undefined && pass.expiresAt > now && left > 0;
  const where = plan.sections.find(({ id }) => id === section);
  const finding = asking && 'best' in asking.wish;
  return (
    <form
      class="card best"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (mayHold && !asking) onBest(wishOf(state, party));
      }}
    >
      <h2>{hallWords.bestTitle}</h2>
      <Stepper
        label={hallWords.party}
        value={party}
        least={1}
        most={Math.max(1, most)}
        onChange={(value) => onChange({ party: value })}
      />
      {mayHold && left < 3 && <p class="hint">{hallWords.limit(left)}</p>}
      {!access && (
        <Bands state={state} plan={plan} performance={performance} onChange={(band) => onChange({ category: band })} />
      )}
      {where && (
        <p class="best-where">
          {where.name}
          <button type="button" class="link" onClick={() => onChange({ section: undefined })}>
            {hallWords.clear}
          </button>
        </p>
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={access}
          onChange={() => onChange({ access: !access, category: undefined, section: undefined })}
        />
        <span>
          {hallWords.access}
          {access && <small>{hallWords.accessHint}</small>}
        </span>
      </label>
      {mayHold && (
        <button type="submit" class="button button-grand" aria-disabled={asking !== undefined}>
          {finding ? hallWords.finding : where ? hallWords.bestHere(party, where.name) : hallWords.best(party)}
        </button>
      )}
      {pass && left === 0 && <p>{hallWords.limit(0)}</p>}
    </form>
  );
}

function wishOf({ category, section, access, pass }: HallState, count: number): HoldRequest {
  return {
    best: {
      count,
      ...(category !== undefined && { category }),
      ...(section !== undefined && { section }),
      ...accessFor(needsIn(pass?.pass), access),
    },
  };
}

/** Price bands: also the legend of the plan's colours. */
function Bands(props: {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onChange: (category: string | undefined) => void;
}) {
  const { state, plan, performance, onChange } = props;
  const free = freeByCategory(plan, state.taken);
  const all = freeByCategory(plan, new Set());
  const bands = plan.categories.filter(({ id }) => all.has(id));
  return (
    <fieldset class="bands">
      <legend>{hallWords.bands}</legend>
      <label class="band">
        <input type="radio" name="band" checked={state.category === undefined} onChange={() => onChange(undefined)} />
        <span class="band-words">{hallWords.any}</span>
      </label>
      {bands.map(({ id, name, color }) => {
        const left = free.get(id) ?? 0;
        const note = state.availability ? hallWords.bandFree(left) : '';
        return (
          <label key={id} class={left === 0 ? 'band band-none' : 'band'}>
            <input type="radio" name="band" checked={state.category === id} onChange={() => onChange(id)} />
            <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <circle cx="10" cy="10" r="8" fill={color} />
            </svg>
            <span class="band-words">
              {name}
              {note && <small>{note}</small>}
            </span>
            <span class="band-price">{priceOf(performance, id)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
