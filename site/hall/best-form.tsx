import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HoldRequest } from '../../contracts/house.ts';
import type { Plan } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Stepper } from '../elements/stepper.tsx';
import { needsIn } from '../signed-payload.ts';
import { type BestPlace, rememberBestPlace } from './best-place.ts';
import { type HallState, limitsOf, seatsLeft } from './hall-state.ts';
import { accessFor } from './needs.ts';
import { freeByCategory } from './plan/taken.ts';
import { type Chip, chipsOf } from './price-chips.ts';

/** A wheelchair place comes with one companion's seat. */
const accessParty = 2;

const placeFor = rememberBestPlace();

/** The quickest way to good seats: how many, and one tap on about how much. */
export function BestForm(props: {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onChange: (change: Partial<HallState>) => void;
  readonly onBest: (wish: HoldRequest) => void;
}) {
  const { state, plan, performance, onChange, onBest } = props;
  const { section, category, access, asking, pass, now } = state;
  const left = seatsLeft(state);
  const limits = limitsOf(state);
  const most = Math.min(left, access ? accessParty : left);
  const party = Math.max(1, Math.min(state.party, most));
  const mayHold = pass !== undefined && pass.expiresAt > now && left > 0;
  const band = access ? undefined : plan.categories.find(({ id }) => id === category)?.name;
  const where = plan.sections.find(({ id }) => id === section)?.name ?? band;
  const finding = asking && 'best' in asking.wish;
  // Before the first news of the house nobody knows what is free.
  const place = access || !state.availability ? undefined : placeFor(plan, state.taken, party, { category, section });
  const price = place && performance.prices[place.category];
  return (
    <form
      class="card best"
      onSubmit={(submit) => {
        submit.preventDefault();
        if (mayHold && !asking) onBest(wishOf(state, party, place));
      }}
    >
      <h2 id="best" tabIndex={-1}>
        {hallWords.bestTitle}
      </h2>
      <Stepper
        label={hallWords.party}
        value={party}
        least={1}
        most={Math.max(1, most)}
        onChange={(value) => onChange({ party: value })}
      />
      {mayHold && left < 3 && <p class="hint">{hallWords.limit(left)}</p>}
      {mayHold && !access && section === undefined && (
        <Chips
          chips={chipsOf(performance.prices, freeByCategory(plan, state.taken))}
          currency={performance.currency}
          party={party}
          busy={asking !== undefined}
          onChip={(chip) => onBest(chipWish(state, chip, party))}
        />
      )}
      {section !== undefined && (
        <p class="best-where">
          <bdi>{where}</bdi>
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
          {access && (
            <small>
              {hallWords.accessHint} {hallWords.accessLimit(limits.wheelchair)}
            </small>
          )}
        </span>
      </label>
      {mayHold && (
        <button type="submit" class="button button-grand" aria-disabled={asking !== undefined}>
          <span>
            {finding ? hallWords.finding : where ? hallWords.bestHere(party, isolated(where)) : hallWords.best(party)}
            {place && price !== undefined && (
              <small>
                {party === 1 ? money(price, performance.currency) : hallWords.each(money(price, performance.currency))}
                {where !== place.section.name && ` · ${isolated(place.section.name)}`}
              </small>
            )}
          </span>
        </button>
      )}
      {mayHold && <p class="hint">{hallWords.askLimit(limits.asks.burst, limits.asks.perMinute)}</p>}
      {pass && left === 0 && <p>{hallWords.limit(0)}</p>}
    </form>
  );
}

function Chips(props: {
  readonly chips: readonly Chip[];
  readonly currency: string;
  readonly party: number;
  readonly busy: boolean;
  readonly onChip: (chip: Chip) => void;
}) {
  const { chips, currency, party, busy, onChip } = props;
  if (chips.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend>{hallWords.chips}</legend>
      {chips.map((chip) => {
        const price = money(chip.price, currency);
        const none = chip.free < party;
        return (
          <button
            key={chip.price}
            type="button"
            class="chip"
            aria-label={none ? `${hallWords.about(price)}, ${hallWords.bandFree(0)}` : hallWords.chipFull(price, party)}
            aria-disabled={busy || none}
            onClick={() => {
              if (!busy && !none) onChip(chip);
            }}
          >
            {none ? <s>{hallWords.about(price)}</s> : hallWords.about(price)}
          </button>
        );
      })}
    </fieldset>
  );
}

/** `place`: what the fan saw named, and nothing else is asked for. */
function wishOf(
  { category, section, access, pass }: HallState,
  count: number,
  place: BestPlace | undefined,
): HoldRequest {
  if (place) {
    const needs = accessFor(needsIn(pass?.pass), access);
    return { best: { count, category: place.category, section: place.section.id, ...needs } };
  }
  return {
    best: {
      count,
      ...(category !== undefined && !access && { category }),
      ...(section !== undefined && { section }),
      ...accessFor(needsIn(pass?.pass), access),
    },
  };
}

/** Side by side, in the bands near a price. */
function chipWish({ pass }: HallState, { bands }: Chip, count: number): HoldRequest {
  return { best: { count, bands: [...bands], together: true, ...accessFor(needsIn(pass?.pass), false) } };
}
