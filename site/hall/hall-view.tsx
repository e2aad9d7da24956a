import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { HoldRequest } from '../../contracts/house.ts';
import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { Frame } from '../elements/frame.tsx';
import { HeldSeats, totalOf } from '../elements/held-seats.tsx';
import { Notice } from '../elements/notice.tsx';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import { longMoment } from '../format.ts';
import { money } from '../money.ts';
import { hallWords } from '../words/en/hall.ts';
import { siteWords } from '../words/en/site.ts';
import { BestForm } from './best-form.tsx';
import {
  describeSeat,
  describeSection,
  freeIn,
  type HallState,
  type Held,
  labelsOf,
  locate,
  passIsOver,
  standingHolds,
} from './hall-state.ts';
import { PlanDrawing, type PlanProps } from './plan-drawing.tsx';
import { RefusedHold } from './refused-hold.tsx';
import { SeatList } from './seat-list.tsx';

export interface HallActs {
  readonly onChange: (change: Partial<HallState>) => void;
  readonly onBest: (wish: HoldRequest) => void;
  readonly onSeat: (seat: PlanSeat) => void;
  readonly onStanding: (section: PlanSection) => void;
  readonly onHoldPicks: () => void;
  readonly onRelease: (held: Held) => void;
  readonly onAskAgain: () => void;
  readonly onRetry: () => void;
}

export function HallPage({ state, ...acts }: HallActs & { readonly state: HallState }) {
  const { performance, plan, trouble, pass, now, announcement } = state;
  return (
    <Frame venue={performance?.venue} timeLeft={pass && pass.expiresAt - now} width="wide">
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
      {performance && plan && <Hall state={state} performance={performance} plan={plan} {...acts} />}
    </Frame>
  );
}

type HallProps = HallActs & {
  readonly state: HallState;
  readonly performance: PerformanceFile;
  readonly plan: Plan;
};

function Hall({ state, performance, plan, ...acts }: HallProps) {
  return (
    <>
      <div class="hall-head">
        <h1>{performance.title}</h1>
        <p>
          <time dateTime={new Date(performance.startsAt).toISOString()}>
            {longMoment(performance.startsAt, performance.timeZone)}
          </time>
          {performance.note && <span class="hall-note"> · {performance.note}</span>}
          {' · '}
          <a href={`/show?id=${performance.show}`}>{hallWords.allDates}</a>
        </p>
      </div>
      <div class="hall">
        <div class="hall-side">
          <WayIn state={state} performance={performance} />
          <Holds state={state} onRelease={acts.onRelease} />
          <HoldNews state={state} plan={plan} {...acts} />
          <BestForm state={state} plan={plan} performance={performance} onChange={acts.onChange} onBest={acts.onBest} />
        </div>
        <Seats state={state} performance={performance} plan={plan} {...acts} />
      </div>
    </>
  );
}

/** Without a running pass: where to get one. */
function WayIn({ state, performance }: { readonly state: HallState; readonly performance: PerformanceFile }) {
  const { pass, onSales } = state;
  if (pass && !passIsOver(state)) return null;
  const ways = onSales.filter(({ id }) => performance.onSales.some((sells) => sells.id === id));
  return (
    <Notice title={pass ? hallWords.passOver : hallWords.noPass} {...(pass && { role: 'alert', tone: 'trouble' })}>
      <p>{pass ? hallWords.passOverDetail : hallWords.noPassDetail}</p>
      {ways.map((onSale) => (
        <a key={onSale.id} class="button" href={`/line?on-sale=${onSale.id}&performance=${performance.id}`}>
          {hallWords.toLine(onSale.audienceName)}
        </a>
      ))}
    </Notice>
  );
}

function Holds({ state, onRelease }: { readonly state: HallState; readonly onRelease: (held: Held) => void }) {
  const { files, now, performance } = state;
  const holds = standingHolds(state);
  if (holds.length === 0) return null;
  const total = totalOf(holds, files);
  return (
    <section class="card holds" aria-labelledby="held">
      <h2 id="held" tabIndex={-1}>
        {hallWords.heldTitle}
      </h2>
      {holds.map((held) => (
        <HeldSeats
          key={held.hold}
          held={held}
          file={files.get(held.performance)}
          now={now}
          onRelease={() => onRelease(held)}
        />
      ))}
      {total !== undefined && performance && (
        <p class="holds-total">
          {hallWords.total} <b>{money(total, performance.currency)}</b>
        </p>
      )}
      <a class="button button-grand" href="/checkout">
        {hallWords.checkout}
      </a>
      <a href="/">{hallWords.another}</a>
    </section>
  );
}

/** What became of the last request. */
function HoldNews({ state, plan, ...acts }: HallActs & { readonly state: HallState; readonly plan: Plan }) {
  const { asking, refused, holdTrouble, unheard } = state;
  return (
    <>
      {asking?.slow && <Notice title={hallWords.slow} role="status" />}
      {unheard && (
        <Notice title={hallWords.noAnswer} tone="trouble" role="alert">
          <button type="button" class="button" onClick={acts.onAskAgain}>
            {hallWords.askAgain}
          </button>
        </Notice>
      )}
      {holdTrouble && (
        <ShopTrouble trouble={holdTrouble}>
          {holdTrouble.kind !== 'refused' && (
            <button type="button" class="button" onClick={acts.onAskAgain}>
              {hallWords.askAgain}
            </button>
          )}
        </ShopTrouble>
      )}
      {refused && <RefusedHold refused={refused} plan={plan} onBest={acts.onBest} />}
    </>
  );
}

function Seats({ state, performance, plan, ...acts }: HallProps) {
  const { shown, picks, pickNote, unanswered, taken } = state;
  const mine = new Set(
    standingHolds(state)
      .filter((held) => held.performance === performance.id)
      .flatMap(({ seats }) => seats.map(({ id }) => id)),
  );
  const seatProps: PlanProps = {
    plan,
    taken,
    mine: steady(mine),
    picks,
    category: state.category,
    freeIn: (section) => freeIn(state, section),
    describe: describeSeat(state, mine),
    describeSection: (section) => describeSection(state, section),
    onSeat: acts.onSeat,
    onStanding: acts.onStanding,
  };
  return (
    <section class="hall-plan" aria-labelledby="choose">
      <div class="hall-plan-head">
        <h2 id="choose">{hallWords.choose}</h2>
        <div class="tabs">
          {(['plan', 'list'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={shown === one} onClick={() => acts.onChange({ shown: one })}>
              {hallWords[one]}
            </button>
          ))}
        </div>
      </div>
      {unanswered > 2 && <Notice title={hallWords.stale} tone="trouble" role="status" />}
      {shown === 'plan' ? <PlanDrawing {...seatProps} /> : <SeatList {...seatProps} />}
      <div class="picks" role="status">
        {pickNote && <p class="picks-note">{pickNote}</p>}
        {picks.length > 0 && <Picks state={state} performance={performance} plan={plan} {...acts} />}
      </div>
    </section>
  );
}

function Picks({ state, performance, plan, onHoldPicks, onChange }: HallProps) {
  const { picks, asking, pass, now } = state;
  const total = picks.reduce((sum, id) => sum + (performance.prices[locate(plan, id)?.seat.category ?? ''] ?? 0), 0);
  return (
    <>
      <p class="picks-words">
        <b>{hallWords.picks(picks.length, money(total, performance.currency))}</b>
        <span>{labelsOf(plan, picks)}</span>
      </p>
      <button type="button" class="link" onClick={() => onChange({ picks: [], pickNote: undefined })}>
        {hallWords.clear}
      </button>
      {pass && pass.expiresAt > now && (
        <button type="button" class="button" onClick={onHoldPicks} aria-disabled={asking !== undefined}>
          {asking && 'seats' in asking.wish ? hallWords.finding : hallWords.hold(picks.length)}
        </button>
      )}
    </>
  );
}

/** The same set as last time while it says the same, so that sections are not drawn anew every second. */
let last: ReadonlySet<string> = new Set();
function steady(set: ReadonlySet<string>): ReadonlySet<string> {
  if (set.size !== last.size || [...set].some((id) => !last.has(id))) last = set;
  return last;
}
