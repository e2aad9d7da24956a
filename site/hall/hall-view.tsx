import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held, HoldRequest } from '../../contracts/house.ts';
import { addressOfShow } from '../../contracts/pages.ts';
import type { CancelledPerformance } from '../../contracts/performance-acts.ts';
import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { siteWords } from '../../words/en/site.ts';
import { count, longMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Foot } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { adviceOn, equalTo } from './advice.ts';
import { BestForm } from './best-form.tsx';
import { ExchangePanel } from './exchange-panel.tsx';
import { staleAfter } from './freshness.ts';
import { HoldNews, Holds, WayIn } from './hall-side.tsx';
import {
  describeSeat,
  describeSection,
  exchangedLine,
  type HallState,
  isStopped,
  standingHolds,
} from './hall-state.ts';
import { PicksBar } from './picks-bar.tsx';
import type { Mark } from './plan/paint-marks.ts';
import { PlanDrawing } from './plan/plan-drawing.tsx';
import { Bands, Signs } from './plan/plan-legend.tsx';
import type { PlanProps } from './plan/plan-props.ts';
import { RefusedHold } from './refused-hold.tsx';
import { SeatList } from './seat-list.tsx';

export interface HallActs {
  readonly onChange: (change: Partial<HallState>) => void;
  readonly onBest: (wish: HoldRequest) => void;
  readonly onSeat: (seat: PlanSeat) => void;
  readonly onStanding: (section: PlanSection) => void;
  readonly onHoldPicks: () => void;
  /** Seats that were offered. */
  readonly onTake: (seats: readonly string[]) => void;
  readonly onCompanion: (wanted: boolean) => void;
  readonly onRelease: (held: Held) => void;
  readonly onMore: () => void;
  readonly onAskAgain: () => void;
  /** A seat of the order is to be given back, or not. */
  readonly onGive: (seat: string) => void;
  readonly onExchange: () => void;
  readonly onRetry: () => void;
}

export function HallPage({ state, ...acts }: HallActs & { readonly state: HallState }) {
  const { performance, plan, trouble, pass, now, announcement } = state;
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} width="wide" foot={<Foot />}>
      <p class="unseen" role="status">
        {announcement}
      </p>
      {!performance && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {trouble && (
        <ShopTrouble trouble={trouble}>
          <p>
            <a href="/">{siteWords.toSeason}</a>
          </p>
          {trouble.kind === 'unreachable' && (
            <button type="button" class="button" onClick={acts.onRetry}>
              {siteWords.tryAgain}
            </button>
          )}
        </ShopTrouble>
      )}
      {performance?.cancelled && <Off performance={performance} cancelled={performance.cancelled} />}
      {performance && !performance.cancelled && plan && (
        <Hall state={state} performance={performance} plan={plan} {...acts} />
      )}
    </Frame>
  );
}

/** It does not take place: no plan, and the way to what is offered instead. */
function Off(props: { readonly performance: PerformanceFile; readonly cancelled: CancelledPerformance }) {
  const { performance, cancelled } = props;
  return (
    <Notice title={hallWords.off} tone="trouble" role="alert">
      <p>
        <b dir="auto">{performance.title}</b>, {longMoment(performance.startsAt, performance.timeZone)}
      </p>
      <p>{hallWords.houseSays(isolated(cancelled.reason))}</p>
      <p>{hallWords.offDetail}</p>
      {cancelled.instead?.map((id) => (
        <p key={id}>
          <a href={`/hall?performance=${encodeURIComponent(id)}`}>{hallWords.otherDates}</a>
        </p>
      ))}
      <a href={`/show?id=${performance.show}`}>{hallWords.allDates}</a>
    </Notice>
  );
}

type HallProps = HallActs & {
  readonly state: HallState;
  readonly performance: PerformanceFile;
  readonly plan: Plan;
};

function Hall(props: HallProps) {
  const { state, performance, plan, ...acts } = props;
  return (
    <>
      <div class="hall-head">
        <h1 dir="auto">{performance.title}</h1>
        <p>
          <time dateTime={new Date(performance.startsAt).toISOString()}>
            {longMoment(performance.startsAt, performance.timeZone)}
          </time>
          {performance.moved && (
            <span class="hall-note">
              {' · '}
              {hallWords.movedFrom(longMoment(performance.moved.from.startsAt, performance.timeZone))}
            </span>
          )}
          {performance.note && (
            <span class="hall-note">
              {' '}
              · <bdi>{performance.note}</bdi>
            </span>
          )}
          {' · '}
          <a href={addressOfShow(performance.show)}>{hallWords.allDates}</a>
        </p>
      </div>
      <div class="hall">
        <div class="hall-side">
          {state.exchange ? (
            <ExchangePanel {...props} />
          ) : (
            <>
              <WayIn state={state} performance={performance} />
              <Holds state={state} onRelease={acts.onRelease} onMore={acts.onMore} onTake={acts.onTake} />
              <HoldNews state={state} onAskAgain={acts.onAskAgain} />
              {!namedRefused(state) && <RefusedHold {...props} />}
              {isStopped(state) ? <Stopped {...props} /> : <BestForm {...props} />}
            </>
          )}
        </div>
        <Seats {...props} />
      </div>
    </>
  );
}

/** Not sold out: it may go on at any moment, and the page sees it with the next look. */
function Stopped({ performance }: HallProps) {
  return (
    <Notice title={hallWords.refusal['performance-stopped']} tone="trouble" role="status">
      <p>{hallWords.refusalDetail['performance-stopped']}</p>
      <a href={addressOfShow(performance.show)}>{hallWords.allDates}</a>
    </Notice>
  );
}

/** Seats named on the plan are answered at the plan, where the fan is. */
function namedRefused({ refused }: HallState): boolean {
  return refused !== undefined && 'seats' in refused.wish;
}

function Seats(props: HallProps) {
  const { state, performance, plan, ...acts } = props;
  const { shown, picks, taken, choice, now, availability, unanswered } = state;
  const mine = steadySet(minesOf(state));
  const age = availability ? now - availability.readAt : 0;
  const seatProps: PlanProps = {
    plan,
    taken,
    mine,
    picks: choice?.seats ?? picks,
    marks: steadyMarks(marksOf(state, plan, mine)),
    attend: state.lost?.wished ?? (namedRefused(state) ? (state.refused?.answer.taken ?? nobody) : nobody),
    category: state.category,
    describe: describeSeat(state, mine),
    describeSection: (section) => describeSection(state, section),
    onSeat: acts.onSeat,
    onStanding: acts.onStanding,
  };
  return (
    <section class="hall-plan" aria-labelledby="choose">
      <div class={shown === 'plan' ? 'plan-fit' : 'hall-list'}>
        <div class="hall-plan-head">
          <h2 id="choose">{hallWords.choose}</h2>
          <div class="tabs">
            {(['plan', 'list'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={shown === one}
                onClick={() => acts.onChange({ shown: one })}
              >
                {hallWords[one]}
              </button>
            ))}
          </div>
        </div>
        <Bands
          state={state}
          plan={plan}
          performance={performance}
          onChange={(category) => acts.onChange({ category })}
        />
        {(age > staleAfter || (!availability && unanswered > 1)) && (
          <Notice title={hallWords.stale} tone="trouble">
            {availability && <p>{hallWords.staleFor(count(Math.round(age / 1_000)))}</p>}
          </Notice>
        )}
        {/* A drawing is of one plan: another plan is another drawing. */}
        {shown === 'plan' ? <PlanDrawing key={plan.id} {...seatProps} /> : <SeatList key={plan.id} {...seatProps} />}
      </div>
      {shown === 'plan' && <Signs plan={plan} />}
      {namedRefused(state) ? (
        <div class="picks-refused">
          <RefusedHold {...props} />
        </div>
      ) : (
        <PicksBar {...props} />
      )}
    </section>
  );
}

const nobody: readonly string[] = [];

/** Held seats; in an exchange, those of the order. */
function minesOf(state: HallState): ReadonlySet<string> {
  const line = exchangedLine(state);
  if (line) return new Set(line.seats.map(({ id }) => id));
  const here = standingHolds(state).filter((held) => held.performance === state.performance?.id);
  return new Set(here.flatMap(({ seats }) => seats.map(({ id }) => id)));
}

function marksOf(state: HallState, plan: Plan, mine: ReadonlySet<string>): ReadonlyMap<string, Mark> {
  const { taken, picks, choice, lost, refused, kept = [] } = state;
  const marks = new Map<string, Mark>();
  const named = refused && 'seats' in refused.wish ? refused : undefined;
  const wished =
    lost?.wished ?? (named?.answer.refusal === 'seat-taken' && 'seats' in named.wish ? named.wish.seats : []);
  for (const id of [...(lost?.gone ?? []), ...(named?.answer.taken ?? [])]) marks.set(id, 'lost');
  if (wished.length > 0) for (const id of equalTo(plan, taken, wished) ?? []) marks.set(id, 'offer');
  if (picks.length > 0 && !state.exchange && !picks.every((id) => kept.includes(id))) {
    for (const id of adviceOn(plan, taken, picks).instead[0] ?? []) marks.set(id, 'offer');
  }
  for (const id of mine) marks.set(id, 'mine');
  for (const id of choice?.seats ?? picks) marks.set(id, 'picked');
  return marks;
}

/** The same set as last time while it says the same, so that nothing is drawn anew every second. */
let lastSet: ReadonlySet<string> = new Set();
function steadySet(set: ReadonlySet<string>): ReadonlySet<string> {
  if (set.size !== lastSet.size || [...set].some((id) => !lastSet.has(id))) lastSet = set;
  return lastSet;
}

let lastMarks: ReadonlyMap<string, Mark> = new Map();
function steadyMarks(marks: ReadonlyMap<string, Mark>): ReadonlyMap<string, Mark> {
  if (marks.size !== lastMarks.size || [...marks].some(([id, mark]) => lastMarks.get(id) !== mark)) lastMarks = marks;
  return lastMarks;
}
