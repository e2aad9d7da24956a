import type { Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { codeOf } from '../api.ts';
import {
  asked,
  isVisible,
  learnTime,
  newKey,
  onReturn,
  readConfig,
  readSeason,
  theatreTime,
  timers,
  world,
} from '../browser.gateway.ts';
import { type KeptPass, kept } from '../kept.store.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { seatsInWords } from '../seat-name.ts';
import { type KeptAsk, shopping } from '../shopping.store.ts';
import { needsIn } from '../signed-payload.ts';
import { hallWords } from '../words/en/hall.ts';
import { type HallState, labelsOf, seatsLeft } from './hall-state.ts';
import { HallPage } from './hall-view.tsx';
import { beforeLook } from './hold-watch.ts';
import { chosenFor } from './needs.ts';
import { afterNews, toggle } from './picks.ts';
import {
  askForHold,
  readAvailability,
  readBasket,
  readHold,
  readPerformance,
  readPlan,
  releaseHold,
} from './seats-api.ts';
import { takenSeats } from './taken.ts';

const id = asked('performance') ?? '';
const betweenLooks = 2_000;

const page = openPage<HallState>(
  {
    now: theatreTime(),
    onSales: [],
    taken: new Set(),
    unanswered: 0,
    files: new Map(),
    party: 2,
    category: undefined,
    section: undefined,
    access: false,
    shown: 'plan',
    picks: [],
    releasing: new Set(),
    ...(id === '' && { trouble: { kind: 'missing' } }),
  },
  (state) => (
    <HallPage
      state={state}
      onChange={(change) => page.turn(change)}
      onBest={(wish) => void hold(wish)}
      onSeat={pick}
      onStanding={stand}
      onHoldPicks={() => void hold({ seats: [...page.state().picks] })}
      onRelease={(held) => void release(held)}
      onAskAgain={() => void resume()}
      onRetry={() => opening.wake()}
    />
  ),
);

/** The pass that opens this performance: the one that lasts longest, running or over. */
function passFor(onSales: readonly { readonly id: string }[]): KeptPass | undefined {
  return kept.passes().find((pass) => onSales.some((onSale) => onSale.id === pass.onSale));
}

const opening = keepAsking(timers, async () => {
  if (id === '') return undefined;
  await readConfig();
  const performance = await readPerformance(world, id);
  const plan = performance.ok ? await readPlan(world, performance.body.plan) : undefined;
  if (!performance.ok || !plan?.ok) {
    const trouble = performance.ok ? (plan && !plan.ok ? plan.trouble : undefined) : performance.trouble;
    page.turn({ trouble });
    return trouble?.kind === 'unreachable' ? spread(6_000, world.chance()) : undefined;
  }
  document.title = `${performance.body.title} · ${performance.body.venue}`;
  const pass = passFor(performance.body.onSales);
  page.turn({
    ...chosenFor(needsIn(pass?.pass)),
    performance: performance.body,
    plan: plan.body,
    trouble: undefined,
    pass,
    files: new Map([[id, performance.body]]),
    now: theatreTime(),
  });
  keepAsking(timers, look);
  void fillBasket();
  void resume();
  const season = await readSeason();
  if (season.ok) page.turn({ onSales: season.body.onSales });
  return undefined;
});

async function look(): Promise<number | undefined> {
  const { plan, picks, unanswered } = page.state();
  if (!plan) return undefined;
  if (!isVisible()) return betweenLooks;
  const answer = await readAvailability(world, id);
  if (!answer.ok) {
    page.turn({ unanswered: unanswered + 1 });
    return spread(Math.min(15_000, betweenLooks * 2 ** unanswered), world.chance());
  }
  learnTime(answer.seen, answer.body.at);
  const known = page.state().availability;
  if (!known || changed(known.sections, answer.body.sections)) {
    const taken = takenSeats(plan, answer.body);
    // Seats in a hold of ours that is on its way are taken by nobody else.
    const after = page.state().asking ? { picks, gone: [] } : afterNews(picks, taken);
    page.turn({ availability: answer.body, taken, picks: after.picks });
    if (after.gone.length > 0) page.turn({ pickNote: hallWords.gone(labelsOf(plan, after.gone)) });
  }
  page.turn({ unanswered: 0 });
  return spread(betweenLooks, world.chance());
}

type Sections = NonNullable<HallState['availability']>['sections'];

function changed(before: Sections, after: Sections): boolean {
  return Object.keys(after).some((section) => before[section]?.taken !== after[section]?.taken);
}

/** Places to stand are not picked one by one: the form says how many, and the fan is brought to it. */
function stand(section: PlanSection): void {
  page.turn({ section: section.id, category: undefined, access: false });
  document.querySelector<HTMLElement>('.best [type="submit"]')?.focus();
}

function pick(seat: PlanSeat): void {
  const state = page.state();
  const toggled = toggle(state.picks, seat, state.taken, seatsLeft(state));
  if (toggled.ok) {
    page.turn({ picks: toggled.picks, pickNote: undefined });
    return;
  }
  const why = { taken: hallWords.pickTaken, limit: hallWords.pickLimit, access: hallWords.pickAccess };
  page.turn({ pickNote: why[toggled.why] });
}

/** A new act with a new key; kept until it is answered, so that a refresh asks for the same hold. */
async function hold(wish: HoldRequest): Promise<void> {
  if (page.state().asking) return;
  shopping.keepAsk(id, { key: newKey(), wish });
  await resume();
}

async function resume(): Promise<void> {
  const act = shopping.ask(id);
  const { pass } = page.state();
  if (!act || !pass || page.state().asking) return;
  page.turn({
    asking: { wish: act.wish, slow: false },
    refused: undefined,
    holdTrouble: undefined,
    unheard: false,
    pickNote: undefined,
  });
  const answer = await askForHold(world, pass.pass, id, act.key, act.wish);
  if (!answer.ok) {
    // A refusal is final; silence is not, and the same key is asked again later.
    if (answer.trouble.kind === 'refused') shopping.dropAsk(id);
    page.turn({ asking: undefined, holdTrouble: answer.trouble });
    if (codeOf(answer.trouble)?.startsWith('pass-'))
      page.turn({ pass: passFor(page.state().performance?.onSales ?? []) });
    return;
  }
  await watch(pass, act, answer.body);
}

async function watch(pass: KeptPass, act: KeptAsk, first: HoldView): Promise<void> {
  const began = Date.now();
  let view = first;
  for (let n = 0; view.state === 'pending'; n += 1) {
    const pause = beforeLook(n, Date.now() - began);
    if (pause === undefined) {
      page.turn({ asking: undefined, unheard: true });
      return;
    }
    await world.wait(pause);
    if (Date.now() - began > 5_000) page.turn({ asking: { wish: act.wish, slow: true } });
    const answer = await readHold(world, pass.pass, id, view.hold);
    if (answer.ok) view = answer.body;
    else if (answer.trouble.kind === 'refused' && codeOf(answer.trouble) !== 'hold-unknown') {
      shopping.dropAsk(id);
      page.turn({ asking: undefined, holdTrouble: answer.trouble });
      return;
    }
  }
  shopping.dropAsk(id);
  if (view.state === 'held') {
    page.turn({ picks: [], announcement: hallWords.announceHeld(seatsInWords(view.seats)) });
    await fillBasket(view);
  }
  page.turn({ asking: undefined, ...(view.state === 'refused' && { refused: { answer: view, wish: act.wish } }) });
  if (view.state === 'held') document.getElementById('held')?.focus();
}

/** The basket as the theatre has it; `fresh` is a hold that a slow reader there might not show yet. */
async function fillBasket(fresh?: HoldView): Promise<void> {
  const { pass } = page.state();
  if (!pass || pass.expiresAt <= theatreTime()) return;
  const answer = await readBasket(world, pass.pass);
  if (!answer.ok) {
    if (fresh) page.turn({ basket: withFresh(page.state().basket ?? { holds: [], seatsLeft: 0 }, fresh) });
    return;
  }
  learnTime(answer.seen);
  page.turn({ basket: fresh ? withFresh(answer.body, fresh) : answer.body, now: theatreTime() });
  for (const { performance } of answer.body.holds) {
    if (page.state().files.has(performance)) continue;
    const file = await readPerformance(world, performance);
    if (file.ok) page.turn({ files: new Map([...page.state().files, [performance, file.body]]) });
  }
}

function withFresh(basket: Basket, fresh: HoldView): Basket {
  const known = basket.holds.some(({ hold: one, state }) => one === fresh.hold && state === fresh.state);
  return known ? basket : { ...basket, holds: [...basket.holds.filter((one) => one.hold !== fresh.hold), fresh] };
}

async function release(held: { readonly hold: string; readonly performance: string }): Promise<void> {
  const { pass, releasing } = page.state();
  if (!pass) return;
  page.turn({ releasing: new Set([...releasing, held.hold]) });
  const answer = await releaseHold(world, pass.pass, held.performance, held.hold);
  if (answer.ok) {
    // The house lets go in its own turn; a moment later the basket says how many seats are left.
    await world.wait(1_200);
    await fillBasket();
    return;
  }
  const after = new Set(page.state().releasing);
  after.delete(held.hold);
  page.turn({ releasing: after, holdTrouble: answer.trouble });
}

/** Another tab may have fetched or given back a pass. */
function refreshPass(): void {
  const { performance } = page.state();
  if (performance) page.turn({ pass: passFor(performance.onSales), now: theatreTime() });
}

everySecond(() => page.turn({ now: theatreTime() }));
onReturn(() => {
  refreshPass();
  void fillBasket();
  void resume();
});
kept.onChange(refreshPass);
