import type { HoldRequest, HoldView } from '../../contracts/house.ts';
import type { PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { accessWish } from '../../rules/access-pair.ts';
import { isGeneral } from '../../rules/access-seats.ts';
import { hallWords } from '../../words/en/hall.ts';
import { codeOf } from '../api.ts';
import {
  asked,
  browser,
  go,
  isVisible,
  learnTime,
  newKey,
  onReturn,
  readConfig,
  readSeason,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { keepBoxOffice } from '../house-name.store.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
import { seatsInWords } from '../seat-name.ts';
import { type KeptAsk, shopping } from '../shopping.store.ts';
import { needsIn } from '../signed-payload.ts';
import { tellTabs } from '../tabs.gateway.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { basketOf, moreTime, release } from './basket-acts.ts';
import { confirmExchange, exchangeAsked, openExchange, toggleGiven } from './exchange-acts.ts';
import { isNews, untilNextLook } from './freshness.ts';
import { type HallState, labelsOf, locate, seatsLeft } from './hall-state.ts';
import { HallPage } from './hall-view.tsx';
import { beforeLook } from './hold-watch.ts';
import { planOfHouse } from './house-plan.ts';
import { chosenFor } from './needs.ts';
import { afterNews, toggle } from './picks.ts';
import { takenSeats } from './plan/taken.ts';
import { refusedOf } from './refused-of.ts';
import { askForHold, readAvailability, readHold, readPerformance, readPlan } from './seats-api.ts';

/* Long because every act in the hall turns one state. */

const id = asked('performance') ?? '';
/** While nobody looks at the page, or nothing answers. Milliseconds. */
const betweenLooks = 2_000;

const page = openWhenWhole<HallState>(
  {
    now: theatreTime(),
    onSales: [],
    taken: new Set(),
    unanswered: 0,
    filled: false,
    files: new Map(),
    party: 2,
    category: undefined,
    section: undefined,
    access: false,
    shown: 'plan',
    picks: [],
    releasing: new Set(),
    extending: false,
    exchange: exchangeAsked(asked, shopping.orderKey),
    ...(id === '' && { trouble: { kind: 'missing' } }),
  },
  (state) => (
    <HallPage
      state={state}
      onChange={(change) => page.turn(change)}
      onBest={(wish) => void hold(wish)}
      onSeat={pick}
      onStanding={stand}
      onHoldPicks={() => void hold(page.state().choice?.wish ?? { seats: [...page.state().picks] })}
      onTake={take}
      onCompanion={companion}
      onMore={() => void moreTime(page, desk)}
      onGive={(seat) => toggleGiven(page, seat)}
      onExchange={() => void exchange()}
      onRelease={(held) => void release(page, desk, held)}
      onAskAgain={() => void resume()}
      onRetry={() => opening.wake()}
    />
  ),
  ({ trouble, plan, availability, unanswered, filled }) =>
    trouble !== undefined || (plan !== undefined && filled && (availability !== undefined || unanswered > 0)),
);

const desk = basketOf(page);

/** The pass that opens this performance: the one that lasts longest, running or over. */
function passFor(onSales: readonly { readonly id: string }[]): KeptPass | undefined {
  return kept.passes().find((pass) => onSales.some((onSale) => onSale.id === pass.onSale));
}

const opening = keepAsking(timers, async () => {
  if (id === '') return undefined;
  const [performance, season] = await Promise.all([readPerformance(browser, id), readSeason(), readConfig()]);
  if (season.ok) keepBoxOffice(season.body.boxOffice);
  const plan = performance.ok ? await readPlan(browser, performance.body.plan) : undefined;
  if (!performance.ok || !plan?.ok) {
    const trouble = performance.ok ? (plan && !plan.ok ? plan.trouble : undefined) : performance.trouble;
    page.turn({ trouble });
    return trouble?.kind === 'unreachable' ? spread(6_000, browser.chance()) : undefined;
  }
  document.title = `${performance.body.title} · ${performance.body.venue}`;
  // An exchange needs no pass, and offers nothing that does.
  const pass = page.state().exchange ? undefined : passFor(performance.body.onSales);
  page.turn({
    ...chosenFor(needsIn(pass?.pass)),
    performance: performance.body,
    plan: plan.body,
    trouble: undefined,
    pass,
    ...(season.ok && { onSales: season.body.onSales }),
    files: new Map([[id, performance.body]]),
    now: theatreTime(),
  });
  keepAsking(timers, look);
  if (page.state().exchange) {
    page.turn({ filled: true });
    void openExchange(page, browser);
    return undefined;
  }
  void desk.look().finally(() => page.turn({ filled: true }));
  void resume();
  return undefined;
});

async function look(): Promise<number | undefined> {
  const { plan, unanswered } = page.state();
  if (!plan) return undefined;
  if (!isVisible()) return betweenLooks;
  const answer = await readAvailability(browser, id);
  const house = answer.ok ? await planOfHouse(plan, answer.body, (named) => readPlan(browser, named)) : undefined;
  if (!answer.ok || !house) {
    page.turn({ unanswered: unanswered + 1 });
    return spread(Math.min(15_000, betweenLooks * 2 ** unanswered), browser.chance());
  }
  if (house !== plan) page.turn({ plan: house, picks: [], choice: undefined, lost: undefined });
  learnTime(answer.seen, answer.body.readAt);
  const known = page.state().availability;
  const isNew = !known || isNews(known, answer.body);
  page.turn({ availability: answer.body, unanswered: 0 });
  if (isNew) news(takenSeats(house, answer.body));
  return untilNextLook(theatreTime() - answer.body.readAt, browser.chance());
}

/** Picks that somebody else took are dropped, said, and seats like them are offered. */
function news(taken: ReadonlySet<string>): void {
  const { plan, picks, asking, choice } = page.state();
  // Seats in a hold of ours that is on its way are taken by nobody else.
  const after = asking ? { picks, gone: [] } : afterNews(picks, taken);
  const spoilt = !asking && choice?.seats.some((seat) => taken.has(seat));
  page.turn({ taken, picks: after.picks, ...(spoilt && { choice: undefined, pickNote: hallWords.pickTaken }) });
  if (!plan || after.gone.length === 0) return;
  page.turn({ pickNote: hallWords.gone(labelsOf(plan, after.gone)), lost: { wished: picks, gone: after.gone } });
}

/** Places to stand are not picked one by one: the form says how many, and the fan is brought to it. */
function stand(section: PlanSection): void {
  page.turn({ section: section.id, category: undefined, access: false });
  document.querySelector<HTMLElement>('.best [type="submit"]')?.focus();
}

function pick(seat: PlanSeat): void {
  const state = page.state();
  if (!isGeneral(seat) && !state.exchange) {
    chooseAccess(seat.id, 2);
    return;
  }
  if (state.exchange?.trouble) page.turn({ exchange: { ...state.exchange, trouble: undefined } });
  const toggled = toggle(state.picks, seat, state.taken, seatsLeft(state));
  if (toggled.ok) {
    page.turn({ picks: toggled.picks, pickNote: undefined, lost: undefined, refused: undefined, choice: undefined });
    return;
  }
  page.turn({ pickNote: toggled.why === 'taken' ? hallWords.pickTaken : hallWords.pickLimit });
}

/** A wheelchair place is chosen with its companion's seat, and unchosen by a second tap on either. */
function chooseAccess(seat: string, count: 1 | 2): void {
  const { plan, taken, choice } = page.state();
  const section = plan && locate(plan, seat)?.section;
  if (!section) return;
  if (count === 2 && choice?.seats.includes(seat)) {
    page.turn({ choice: undefined, pickNote: undefined });
    return;
  }
  const most = Math.min(count, seatsLeft(page.state())) as 0 | 1 | 2;
  const chosen = most === 0 ? undefined : accessWish(section, taken, seat, most);
  const note = chosen ? undefined : most === 0 ? hallWords.pickLimit : hallWords.pickTaken;
  page.turn({ choice: chosen ?? choice, picks: [], pickNote: note, lost: undefined });
}

function companion(wanted: boolean): void {
  const [place] = page.state().choice?.seats ?? [];
  if (place === undefined) return;
  page.turn({ choice: undefined });
  chooseAccess(place, wanted ? 2 : 1);
}

/** Seats that were offered, in one tap: held at once by a fan who may, else picked. */
function take(seats: readonly string[]): void {
  const { pass, now, exchange: exchanging } = page.state();
  page.turn({ picks: seats, pickNote: undefined, lost: undefined, refused: undefined });
  if (!exchanging && pass && pass.expiresAt > now) void hold({ seats: [...seats] });
}

async function exchange(): Promise<void> {
  const answer = await confirmExchange(page, browser);
  const order = page.state().exchange?.order;
  if (answer && !answer.ok) bringToNews();
  if (answer?.ok && order !== undefined) tellTabs({ of: 'order', order });
  if (answer?.ok && order !== undefined) go(`/order?id=${encodeURIComponent(order)}&exchanged=1`);
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
    lost: undefined,
  });
  const answer = await askForHold(browser, pass.pass, id, act.key, act.wish, () =>
    page.turn({ asking: { wish: act.wish, slow: false, crowded: true } }),
  );
  if (!answer.ok) {
    // A refusal is final; silence is not, and the same key is asked again later.
    if (answer.trouble.kind === 'refused') shopping.dropAsk(id);
    page.turn({ asking: undefined, holdTrouble: answer.trouble });
    bringToNews();
    if (codeOf(answer.trouble) === 'pass-over') kept.endPass(pass, theatreTime());
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
      bringToNews();
      return;
    }
    await browser.wait(pause);
    if (Date.now() - began > 5_000) page.turn({ asking: { wish: act.wish, slow: true } });
    const answer = await readHold(browser, pass.pass, id, view.hold);
    if (answer.ok) view = answer.body;
    else if (answer.trouble.kind === 'refused' && codeOf(answer.trouble) !== 'hold-unknown') {
      shopping.dropAsk(id);
      page.turn({ asking: undefined, holdTrouble: answer.trouble });
      bringToNews();
      return;
    }
  }
  shopping.dropAsk(id);
  if (view.state === 'held') {
    page.turn({
      picks: [],
      choice: undefined,
      kept: [],
      announcement: hallWords.announceHeld(seatsInWords(view.seats)),
    });
    await desk.held(view);
  }
  const refused = refusedOf(view);
  page.turn({ asking: undefined, ...(refused && { refused: { answer: refused, wish: act.wish } }) });
  // A seat that the house calls taken need not be so in the last picture: nobody is offered it again.
  if (refused && refused.taken.length > 0) {
    const taken = new Set([...page.state().taken, ...refused.taken]);
    page.turn({ taken, picks: afterNews(page.state().picks, taken).picks });
  }
  if (view.state === 'held') document.getElementById('held')?.focus();
  else bringToNews();
}

/** Another tab may have fetched or given back a pass. */
function refreshPass(): void {
  const { performance, exchange: exchanging } = page.state();
  if (!performance || exchanging) return;
  const before = page.state().pass?.pass;
  page.turn({ pass: passFor(performance.onSales), now: theatreTime() });
  if (page.state().pass?.pass !== before) void desk.look();
}

everySecond(() => {
  page.turn({ now: theatreTime() });
});
onReturn(() => {
  if (page.state().exchange) return;
  refreshPass();
  void resume();
});
kept.onChange(refreshPass);
