import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Plan } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money } from '../../words/en/written.ts';
import { adviceOn, equalTo } from './advice.ts';
import { ExchangeBar } from './exchange-panel.tsx';
import { type HallState, labelsOf, locate } from './hall-state.ts';

interface BarProps {
  readonly state: HallState;
  readonly plan: Plan;
  readonly performance: PerformanceFile;
  readonly onTake: (seats: readonly string[]) => void;
  readonly onCompanion: (wanted: boolean) => void;
  readonly onHoldPicks: () => void;
  readonly onExchange: () => void;
  readonly onChange: (change: Partial<HallState>) => void;
}

/** The picks of a hand, what to know about them, and the way to have them: always in sight at the foot of the plan. */
export function PicksBar(props: BarProps) {
  const { state, plan } = props;
  const { picks, pickNote, lost, choice } = state;
  return (
    <div class="picks">
      <p class="picks-note" role="status">
        {pickNote}
      </p>
      {lost && <Equal {...props} wished={lost.wished} />}
      {picks.length > 0 && !state.exchange && <Singles {...props} />}
      {choice && <Chosen {...props} seats={choice.seats} words={labelsOf(plan, choice.seats)} />}
      {!choice && picks.length > 0 && <Chosen {...props} seats={picks} words={labelsOf(plan, picks)} />}
      {state.exchange && <ExchangeBar {...props} />}
    </div>
  );
}

/** Seats like those that somebody else got, in one tap. */
export function Equal({
  state,
  plan,
  wished,
  onTake,
}: Pick<BarProps, 'state' | 'plan' | 'onTake'> & { readonly wished: readonly string[] }) {
  const equal = equalTo(plan, state.taken, wished);
  if (!equal) return <p>{hallWords.noEqual}</p>;
  return (
    <div class="offer">
      <p>{hallWords.equal}</p>
      <button type="button" class="button" onClick={() => onTake(equal)} aria-disabled={state.asking !== undefined}>
        {hallWords.takeThese(labelsOf(plan, equal))}
      </button>
    </div>
  );
}

/** Advice, not a condition: a fan who keeps theirs is not asked again for the same seats. */
function Singles({ state, plan, onChange }: BarProps) {
  const { picks, kept = [], taken } = state;
  if (picks.every((id) => kept.includes(id))) return null;
  const { singles, instead } = adviceOn(plan, taken, picks);
  const [nearest] = instead;
  if (singles.length === 0 || !nearest) return null;
  return (
    <div class="offer" role="status">
      <p>
        <b>{hallWords.single(singles.length)}</b> {hallWords.singleDetail(labelsOf(plan, singles))}
      </p>
      <div class="offer-ways">
        <button type="button" class="button button-quiet" onClick={() => onChange({ picks: nearest })}>
          {hallWords.instead(labelsOf(plan, nearest))}
        </button>
        <button type="button" class="link" onClick={() => onChange({ kept: picks })}>
          {hallWords.keepMine}
        </button>
      </div>
    </div>
  );
}

function Chosen(props: BarProps & { readonly seats: readonly string[]; readonly words: string }) {
  const { state, plan, performance, seats, words, onHoldPicks, onChange, onCompanion } = props;
  const { asking, pass, now, choice } = state;
  const located = seats.flatMap((id) => locate(plan, id) ?? []);
  const total = located.reduce((sum, { seat }) => sum + (performance.prices[seat.category] ?? 0), 0);
  const views = [...new Set(located.flatMap(({ seat }) => seat.view ?? []))];
  const mayHold = pass && pass.expiresAt > now && !state.exchange;
  return (
    <>
      <p class="picks-words" role="status">
        <b>{hallWords.picks(seats.length, money(total, performance.currency))}</b>
        {choice && <span>{seats.length > 1 ? hallWords.accessPair : hallWords.accessAlone}</span>}
        <span>{words}</span>
        {views.map((why) => (
          <span key={why} class="picks-view">
            {hallWords.view(why)}
          </span>
        ))}
      </p>
      {choice && (
        <button type="button" class="link" onClick={() => onCompanion(seats.length === 1)}>
          {seats.length > 1 ? hallWords.withoutCompanion : hallWords.withCompanion}
        </button>
      )}
      <button
        type="button"
        class="link"
        onClick={() => onChange({ picks: [], choice: undefined, pickNote: undefined, lost: undefined })}
      >
        {hallWords.clear}
      </button>
      {mayHold && (
        <button type="button" class="button" onClick={onHoldPicks} aria-disabled={asking !== undefined}>
          {asking && (choice || 'seats' in asking.wish) ? hallWords.finding : hallWords.hold(seats.length)}
        </button>
      )}
    </>
  );
}
