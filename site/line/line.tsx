import { comesInByItself, mayBeDrawn } from '../../rules/standing.ts';
import { codeOf, type Trouble } from '../api.ts';
import {
  asked,
  browser,
  isVisible,
  learnTime,
  onReturn,
  readConfig,
  readSeason,
  reopenOnFragment,
  takeFromFragment,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import type { KeptReceipt } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, type Poll } from '../poll.ts';
import { type FilledForm, wayOf } from './join-form.tsx';
import type { LaterDeps } from './later-deps.ts';
import { claim, readBoard, readLine, readSheet } from './line-api.ts';
import { type LineState, standingOf, wantsLater, withBoard, withTime } from './line-state.ts';
import { LinePage } from './line-view.tsx';
import { nextLook } from './rhythm.ts';
import { titleOf } from './title.ts';

/** A fan who is late, or had their turn, waits for a free slot: this long between two tries, in milliseconds. */
const betweenTries = 5_000;

const onSale = asked('on-sale') ?? '';
const performance = asked('performance');
let live = '';
let poll: Poll | undefined;
let triedAt = 0;
let misses = 0;
/** Undefined until the line was heard of. */
let couldComeIn: boolean | undefined;
let loading: Promise<void> | undefined;
let entering: Promise<void> | undefined;
let preparing: Promise<void> | undefined;

const receipt = kept.receipt(onSale);
const page = openPage<LineState>(
  {
    onSale,
    goal: performance ? `/hall?performance=${encodeURIComponent(performance)}` : '/',
    kept: receipt,
    position: receipt?.position,
    pass: kept.pass(onSale),
    voucher: kept.voucher(onSale),
    calledUpTo: kept.called(onSale),
    shown: kept.called(onSale),
    signals: kept.signals(),
    forgetful: kept.isForgetful(),
    now: theatreTime(),
    visible: isVisible(),
    unanswered: 0,
  },
  (state) => <LinePage state={state} onJoin={enter} onClaim={() => void fetchPass()} onFinish={finish} onTurn={turn} />,
);

const deps: LaterDeps = { page, onSale, wake, turn, forgetPlace, keepPlace, loadLater };

/** The line's own file until it answered, and the board, both at once. */
async function look(): Promise<number | undefined> {
  await Promise.all([page.state().line ? undefined : lookAtLine(), lookAtBoard()]);
  step();
  const state = page.state();
  const stand = standingOf(state);
  if (stand.at === 'over') return undefined;
  const { board, now, visible, unanswered, signals } = state;
  const attentive = visible || Object.values(signals).includes(true);
  return nextLook({ stand, board, now, attentive, unanswered }, browser.chance());
}

async function lookAtLine(): Promise<void> {
  const answer = await readLine(browser, onSale);
  const now = theatreTime();
  page.turn(answer.ok ? { line: answer.body, lineTrouble: undefined, now } : { lineTrouble: answer.trouble, now });
}

async function lookAtBoard(): Promise<void> {
  const answer = await readBoard(browser, live, onSale);
  if (!answer.ok) return page.turn({ unanswered: page.state().unanswered + 1 });
  learnTime(answer.seen, answer.body.writtenAt);
  page.turn({ now: theatreTime(), ...withBoard(page.state(), answer.body) });
  kept.keepCalled(onSale, page.state().calledUpTo);
  await learnNumber();
  const { inside } = page.state();
  if (inside) see(inside);
}

/** The board's head is kept, or held against the one that was. */
function see(inside: NonNullable<LineState['inside']>): void {
  page.turn({ inside, ...inside.seeBoard(page.state(), browser.now()) });
}

/** The number follows from the draw sheet of the receipt's bank, once the round is drawn. */
async function learnNumber(): Promise<void> {
  const { kept: held, position, board, line } = page.state();
  if (!held || position !== undefined || !line || !board || !mayBeDrawn(board, held.place)) return;
  const { round, shard } = held.place;
  const bank = Math.floor(shard / line.roll.bank);
  const [sheet] = await Promise.all([readSheet(browser, live, onSale, round, bank), loadInside()]);
  const { inside } = page.state();
  if (!sheet.ok || !inside) return;
  keepPlace({ ...held, ...inside.numberOf(sheet.body, held.place, line.roll) });
}

/** The parts for a fan with a place. */
function loadInside(): Promise<void> {
  entering ??= import('./inside.tsx').then(see, () => {
    entering = undefined;
    misses += 1;
    // Some browsers remember that a part did not come: then only a fresh page asks again. Nothing is lost by it.
    if (misses > 5 && navigator.onLine) location.reload();
  });
  return entering;
}

function keepPlace(held: KeptReceipt): void {
  kept.keepReceipt(onSale, held);
  page.turn({ kept: held, position: held.position });
}

/** All that follows by itself: the title and the signals tell of the turn, and a fan who is looking is let in. */
function step(): void {
  const state = page.state();
  document.title = titleOf(state);
  const stand = standingOf(state);
  void (state.kept ? loadInside() : loadJoining());
  if (wantsLater(state, stand, wayOf(state))) void loadLater();
  const mayComeIn = comesInByItself(stand);
  // Not when the page is opened: then the fan looks at it.
  if (mayComeIn && couldComeIn === false) state.later?.signal(state);
  if (stand.at !== 'unheard') couldComeIn = mayComeIn;
  const triedLately = state.claimTrouble !== undefined && state.now - triedAt < betweenTries;
  // A fan who asked for another turn need not ask again.
  const waits = mayComeIn || (stand.at === 'called' && codeOf(state.claimTrouble) === 'room-full');
  if (waits && state.visible && !state.busy && !triedLately) void fetchPass();
}

function turn(change: Partial<LineState>): void {
  page.turn(change);
  step();
  // The part that a button opened takes the button's place, also for the keyboard.
  if (change.opened || change.asksToLeave) void loadLater().then(() => page.state().later?.focus());
}

/** The parts that few fans need. If it does not come it is asked for again with the next second. */
function loadLater(): Promise<void> {
  loading ??= import('./later.tsx').then(
    ({ openLater }) => turn({ later: openLater(deps) }),
    () => {
      loading = undefined;
    },
  );
  return loading;
}

function wake(): void {
  poll?.wake();
}

async function fetchPass(): Promise<void> {
  const { kept: held, busy, voucher } = page.state();
  if (!held || busy) return;
  triedAt = theatreTime();
  page.turn({ busy: 'claim' });
  const answer = await claim(browser, onSale, held.receipt, voucher);
  if (answer.ok) {
    const { pass, position, expiresAt, extensions, devices } = answer.body;
    kept.keepPass({ onSale, pass, position, expiresAt, extensions });
    kept.dropVoucher(onSale);
    learnTime(answer.seen);
    const { slowerLane, ...ordinary } = held;
    keepPlace({ ...ordinary, devices });
    turn({ busy: undefined, claimTrouble: undefined, voucher: undefined, pass: kept.pass(onSale), now: theatreTime() });
    return;
  }
  const { trouble } = answer;
  page.turn({ busy: undefined, claimTrouble: trouble, now: theatreTime() });
  const code = codeOf(trouble);
  if (code === 'place-given-up' || code === 'device-ended') forgetPlace(trouble);
  if (code === 'voucher-wrong') {
    kept.dropVoucher(onSale);
    page.turn({ voucher: undefined });
  }
  const slowerLane = trouble.kind === 'refused' ? trouble.problem.slowerLane : undefined;
  if (slowerLane) {
    keepPlace({ ...held, slowerLane });
    step();
  }
}

/** Does as the form asks, by the part for joining, which is there before the form is filled in. */
async function enter(form: FilledForm): Promise<void> {
  await loadJoining();
  const { joining } = page.state();
  if (joining) void joining.enter(form);
  else page.turn({ joinTrouble: { kind: 'unreachable' } });
}

function loadJoining(): Promise<void> {
  preparing ??= import('./joining.tsx').then(
    ({ openJoining }) => page.turn({ joining: openJoining(deps) }),
    () => {
      preparing = undefined;
    },
  );
  return preparing;
}

/** Back from shopping: the pass is given back. */
async function finish(): Promise<void> {
  await loadLater();
  page.state().later?.leave();
}

/** `why` if not at the fan's own wish. */
function forgetPlace(why?: Trouble): void {
  kept.dropReceipt(onSale);
  kept.dropPass(onSale);
  const forgotten = { kept: undefined, position: undefined, pass: undefined, claimTrouble: undefined };
  turn({ ...forgotten, busy: undefined, asksToLeave: false, left: true, joinTrouble: why });
}

/** The board comes from this very site until we know better: nothing waits for the configuration. */
async function begin(): Promise<void> {
  step();
  if (!onSale) return;
  const link = takeFromFragment('link');
  poll = keepAsking(timers, look);
  void readConfig().then((config) => {
    live = config.live;
  });
  if (link) void loadJoining().then(() => page.state().joining?.follow(link));
  const season = await readSeason();
  if (!season.ok) return page.turn({ zoned: true });
  const { timeZone, onSales, boxOffice } = season.body;
  const listed = onSales.find(({ id }) => id === onSale);
  page.turn({ timeZone: listed?.timeZone ?? timeZone, zoned: true, boxOffice, listed });
}

reopenOnFragment();
everySecond(() => {
  page.turn(withTime(page.state(), theatreTime(), isVisible()));
  step();
});
onReturn(() => {
  page.turn({ visible: isVisible(), now: theatreTime() });
  wake();
});
kept.onChange(() => {
  const held = kept.receipt(onSale);
  const moved = held?.receipt !== page.state().kept?.receipt;
  const position = held?.position;
  page.turn({ kept: held, pass: kept.pass(onSale), ...(moved && { position }) });
});
void begin();
