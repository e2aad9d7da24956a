import type { JoinRequest } from '../../contracts/line.ts';
import { codeOf } from '../api.ts';
import {
  asked,
  type Config,
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
import { focusFirstWrong } from '../elements/field.tsx';
import { kept } from '../kept.store.ts';
import { everySecond, openPage } from '../page.tsx';
import { keepAsking, type Poll } from '../poll.ts';
import { claim, join, leave, readBoard, readLine, readSheet } from './line-api.ts';
import { type LineState, standingOf, withBoard } from './line-state.ts';
import { LinePage } from './line-view.tsx';
import { positionOf } from './own-position.ts';
import { nextLook } from './rhythm.ts';
import { titleOf } from './title.ts';

/** A fan who had their turn waits until somebody leaves: this long between two tries, in milliseconds. */
const betweenTries = 8_000;

const onSale = asked('on-sale') ?? '';
const performance = asked('performance');
let config: Config = { live: '' };
let poll: Poll | undefined;
let triedAt = 0;

const page = openPage<LineState>(
  {
    onSale,
    goal: performance ? `/hall?performance=${encodeURIComponent(performance)}` : '/',
    kept: kept.receipt(onSale),
    pass: kept.pass(onSale),
    calledUpTo: kept.called(onSale),
    now: theatreTime(),
    visible: isVisible(),
    unanswered: 0,
  },
  (state) => (
    <LinePage
      state={state}
      onJoin={takePlace}
      onClaim={() => void fetchPass()}
      onLeave={giveUp}
      onAskLeave={(asks) => page.turn({ asksToLeave: asks, leaveTrouble: undefined })}
    />
  ),
);

async function look(): Promise<number | undefined> {
  const answer = await readBoard(world, config.live, onSale);
  if (answer.ok) {
    learnTime(answer.seen, answer.body.at);
    page.turn({ now: theatreTime(), ...withBoard(page.state(), answer.body) });
    kept.keepCalled(onSale, page.state().calledUpTo);
    await learnNumber();
  } else {
    page.turn({ unanswered: page.state().unanswered + 1 });
  }
  step();
  if (standingOf(page.state())?.at === 'over') return undefined;
  return nextLook({ visible: isVisible(), unanswered: page.state().unanswered }, world.chance());
}

/** The number follows from the round's draw sheet and the receipt, once the round is drawn. */
async function learnNumber(): Promise<void> {
  const { kept: receipt, position, board } = page.state();
  if (!receipt || position !== undefined || !board || board.round <= receipt.place.round) return;
  const sheet = await readSheet(world, config.live, onSale, receipt.place.round);
  if (!sheet.ok) return;
  page.turn({ position: positionOf(sheet.body, receipt.place) });
  page.turn(withBoard(page.state(), board));
}

/** What follows by itself: the title tells of the turn, and a fan who is looking is let in. */
function step(): void {
  const state = page.state();
  document.title = titleOf(state);
  const triedLately = state.claimTrouble !== undefined && state.now - triedAt < betweenTries;
  // Whoever has had a turn may come in again, but says so: looking at the page must not take a slot twice.
  const first = state.pass === undefined;
  if (standingOf(state)?.at === 'called' && first && state.visible && !state.busy && !triedLately) void fetchPass();
}

async function fetchPass(): Promise<void> {
  const receipt = page.state().kept;
  if (!receipt || page.state().busy) return;
  triedAt = theatreTime();
  page.turn({ busy: 'claim' });
  const answer = await claim(world, onSale, receipt.receipt);
  if (!answer.ok) {
    page.turn({ busy: undefined, claimTrouble: answer.trouble, now: theatreTime() });
    if (codeOf(answer.trouble) === 'place-given-up') forgetPlace();
    return;
  }
  const { pass, position, expiresAt } = answer.body;
  kept.keepPass({ onSale, pass, position, expiresAt });
  learnTime(answer.seen);
  page.turn({ busy: undefined, claimTrouble: undefined, pass: kept.pass(onSale), now: theatreTime() });
  step();
}

async function takePlace(body: Omit<JoinRequest & { entry: 'members' }, 'entry'> | undefined): Promise<void> {
  if (page.state().busy) return;
  page.turn({ busy: 'join', joinTrouble: undefined });
  const request: JoinRequest = body ? { entry: 'members', ...body } : { entry: 'open', visitor: kept.visitor(newKey) };
  const answer = await join(world, onSale, request);
  if (!answer.ok) {
    page.turn({ busy: undefined, joinTrouble: answer.trouble });
    focusFirstWrong();
    return;
  }
  kept.keepReceipt(onSale, answer.body);
  page.turn({ busy: undefined, left: false, kept: answer.body, position: undefined, wait: undefined });
  poll?.wake();
}

async function giveUp(): Promise<void> {
  const receipt = page.state().kept;
  if (!receipt || page.state().busy) return;
  page.turn({ busy: 'leave' });
  const answer = await leave(world, onSale, receipt.receipt);
  if (!answer.ok && codeOf(answer.trouble) !== 'place-given-up') {
    page.turn({ busy: undefined, leaveTrouble: answer.trouble });
    return;
  }
  forgetPlace();
}

function forgetPlace(): void {
  kept.dropReceipt(onSale);
  kept.dropPass(onSale);
  const forgotten = { kept: undefined, position: undefined, pass: undefined, claimTrouble: undefined };
  page.turn({ ...forgotten, busy: undefined, asksToLeave: false, left: true });
  step();
}

/** The line's own file, asked for until it answers; then the board, for as long as the line lives. */
async function openLine(): Promise<number | undefined> {
  const answer = await readLine(world, onSale);
  if (answer.ok) {
    page.turn({ line: answer.body, lineTrouble: undefined, now: theatreTime() });
    poll = keepAsking(timers, look);
    return undefined;
  }
  page.turn({ lineTrouble: answer.trouble, now: theatreTime() });
  return nextLook({ visible: isVisible(), unanswered: 3 }, world.chance());
}

async function begin(): Promise<void> {
  if (!onSale) return;
  config = await readConfig();
  poll = keepAsking(timers, openLine);
  const season = await readSeason();
  if (!season.ok) return;
  const listed = season.body.onSales.find(({ id }) => id === onSale);
  page.turn({ venue: season.body.venue, timeZone: season.body.timeZone, ...(listed && { listed }) });
}

everySecond(() => {
  page.turn({ now: theatreTime(), visible: isVisible() });
  step();
});
onReturn(() => {
  page.turn({ visible: isVisible(), now: theatreTime() });
  poll?.wake();
});
kept.onChange(() => {
  const receipt = kept.receipt(onSale);
  const moved = receipt?.receipt !== page.state().kept?.receipt;
  page.turn({ kept: receipt, pass: kept.pass(onSale), ...(moved && { position: undefined, wait: undefined }) });
});
void begin();
