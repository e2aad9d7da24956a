import type { Board, DrawSheet, LineFile } from '../../contracts/line.ts';
import type { Challenge, Claimed, Joined, JoinRequest } from '../../contracts/line-requests.ts';
import { header, published } from '../../contracts/paths.ts';
import type { RollLayout } from '../../contracts/roll.ts';
import { positionOf } from '../../rules/draw.ts';
import { bankOf } from '../../rules/roll.ts';
import { mayBeDrawn } from '../../rules/standing.ts';
import type { Watch } from '../audit/polls.ts';
import type { PassGiven, ReceiptGiven } from '../notes.ts';
import { type SiteAnswer, type SiteAsk, toApi } from '../site.ts';
import { challengePath, visitorWith } from './identity.ts';
import { pollMs } from './poll-interval.ts';
import { askUntilAnswered, endingOf, ends, isAnswered, isFault, jitter, type Visit, type WayOn } from './visit.ts';

/** A fan who may shop: the pass, the note of it, and the receipt that gives it back. */
export interface FanWithPass {
  readonly pass: string;
  readonly given: PassGiven;
  readonly receipt: string;
}

/**
 * From the door to the pass. The fan joins, watches the board, computes their own position from the draw sheet, and
 * claims when called. They know no more than a browser does: the receipt, and the published files. A fan knows no more
 * than a browser does: the receipt, and what is published.
 */
export async function comeIn(visit: Visit): Promise<WayOn<FanWithPass>> {
  const { fan, clock, rehearsal } = visit;
  await visit.site.ask({ step: 'season', method: 'GET', path: published.season() });
  await visit.site.ask({ step: 'line file', method: 'GET', path: published.line(rehearsal.onSale) });
  const joined = await join(visit);
  if (!joined.ok) return joined;
  const turn = await waitForTurn(visit, joined.given);
  if (!turn.ok) return turn;
  if (fan.whenCalled === 'never-comes') return ends({ how: 'never-came' });
  await clock.wait(fan.whenCalled === 'comes-late' ? rehearsal.lateAfter : fan.noticing);
  return await claim(visit, joined.given, turn.position);
}

/** Shows who the fan is: a visitor gets a challenge and solves it first. */
async function present(visit: Visit): Promise<WayOn<{ readonly request: JoinRequest }>> {
  const { identity, rehearsal } = visit;
  if (identity.entry === 'members') return { ok: true, request: identity };
  if (visit.request) return { ok: true, request: visit.request };
  const ask: SiteAsk = { step: 'challenge', method: 'GET', path: challengePath(rehearsal.onSale, identity.visitor) };
  const answer = await askUntilAnswered(visit, ask);
  if (!isAnswered(answer)) return ends(endingOf(visit, ask, answer));
  visit.request = visitorWith(identity.visitor, answer.body as Challenge);
  return { ok: true, request: visit.request };
}

const joinAsk = ({ rehearsal }: Visit, step: 'join' | 'join again', request: JoinRequest): SiteAsk => ({
  step,
  ...toApi('POST lines/{onSale}/join', { onSale: rehearsal.onSale }),
  body: request,
});

async function join(visit: Visit): Promise<WayOn<{ readonly given: ReceiptGiven }>> {
  const { fan, notes } = visit;
  const presented = await present(visit);
  if (!presented.ok) return presented;
  const ask = joinAsk(visit, 'join', presented.request);
  if (fan.doubleClicks) notes.trying('double click on join');
  const answers = await Promise.all(
    Array.from({ length: fan.doubleClicks ? 2 : 1 }, () => askUntilAnswered(visit, ask)),
  );
  const helpful = answers.filter(isAnswered).map(({ body }) => body as Joined);
  const [first, second] = helpful;
  if (!first) return ends(endingOf(visit, ask, answers[0] ?? { status: 0, body: undefined }));
  if (second && second.receipt !== first.receipt)
    notes.contradict('W1', `two clicks of fan ${fan.number} got two places`);
  const given: ReceiptGiven = { fan: fan.number, receipt: first.receipt, place: first.place };
  notes.receipts.push(given);
  return { ok: true, given };
}

/** Joins once more, from wherever: the place must be the same. */
export async function joinAgain(visit: Visit, given: ReceiptGiven): Promise<void> {
  let answer = await askAgain(visit);
  if (answer?.problem === 'work-wrong') {
    // Its time is over: a browser does the work again.
    delete visit.request;
    answer = await askAgain(visit);
  }
  if (!answer) return;
  const receipt = (answer.body as Joined | undefined)?.receipt;
  if (!isAnswered(answer)) {
    // A fault or silence says nothing of the place; it is counted among the requests.
    if (isFault(answer) || answer.problem === 'line-closed') return;
    return visit.notes.contradict(
      'W4',
      `fan ${visit.fan.number} came back and was told ${answer.problem ?? 'nothing'}`,
    );
  }
  given.again = receipt ?? '';
  if (receipt !== given.receipt) visit.notes.contradict('W4', `fan ${visit.fan.number} came back to another place`);
}

/** Undefined if the fan could not even ask, which was noted. */
async function askAgain(visit: Visit): Promise<SiteAnswer | undefined> {
  const presented = await present(visit);
  return presented.ok ? askUntilAnswered(visit, joinAsk(visit, 'join again', presented.request)) : undefined;
}

async function waitForTurn(visit: Visit, given: ReceiptGiven): Promise<WayOn<{ readonly position: number }>> {
  const { fan, clock, notes, rehearsal, chance } = visit;
  const ask: SiteAsk = { step: 'board', method: 'GET', path: published.board(rehearsal.onSale) };
  const joinedAt = clock.now();
  const watch: Watch = { polls: 0, beganAt: joinedAt, endedAt: joinedAt };
  notes.watches.push(watch);
  let comebacks = fan.refreshes + (fan.secondDevice ? 1 : 0);
  if (fan.refreshes) notes.trying('refresh while waiting');
  if (fan.secondDevice) notes.trying('second device');
  for (;;) {
    const answer = await visit.site.ask(ask);
    watch.polls += 1;
    watch.endedAt = clock.now();
    const board = answer.status === 200 ? (answer.body as Board) : undefined;
    if (board) {
      notes.boards.set(board.writtenAt, board);
      if (board.phase === 'closed') return ends({ how: 'line-closed' });
      if (given.position === undefined && mayBeDrawn(board, given.place)) await readPosition(visit, given);
      if (given.position !== undefined && given.position <= board.calledUpTo)
        return { ok: true, position: given.position };
      // Nothing is free, and nothing can become free: an answer, and nobody is called any more.
      if (board.phase === 'sold-out') return ends({ how: 'no-seats' });
    }
    if (comebacks > 0) {
      comebacks -= 1;
      await joinAgain(visit, given);
    }
    if (clock.now() > rehearsal.endsAt)
      return ends({ how: 'unanswered', step: 'board', said: 'still waiting at the end' });
    if (clock.now() - joinedAt > fan.patience) {
      given.gaveUp = true;
      await leave(visit, given.receipt);
      return ends({ how: 'gave-up-waiting' });
    }
    const ahead = board && given.position !== undefined ? given.position - board.calledUpTo : undefined;
    const pause = board ? pollMs(board, ahead, clock.now()) : 3000;
    await clock.wait(pause * jitter(chance));
  }
}

/** Computes the fan's own position. The sheet may not be published yet: then the next poll tries again. */
async function readPosition(visit: Visit, given: ReceiptGiven): Promise<void> {
  const { place } = given;
  const { onSale } = visit.rehearsal;
  visit.roll ??= await readLayout(visit);
  if (!visit.roll) return;
  const path = published.drawSheet(onSale, place.round, bankOf(visit.roll, place.shard));
  const { status, body } = await visit.site.ask({ step: 'draw sheet', method: 'GET', path });
  if (status === 200) given.position = positionOf(body as DrawSheet, place, visit.roll);
}

/** How the line's rolls are laid out, which its file promises. */
async function readLayout(visit: Visit): Promise<RollLayout | undefined> {
  const path = published.line(visit.rehearsal.onSale);
  const { status, body } = await visit.site.ask({ step: 'line file', method: 'GET', path });
  return status === 200 ? (body as LineFile).roll : undefined;
}

/** Most times a fan presses the button again after "room full" or a board that was ahead of the line. */
const presses = 60;

async function claim(visit: Visit, given: ReceiptGiven, position: number): Promise<WayOn<FanWithPass>> {
  const { fan, clock, notes, chance, rehearsal } = visit;
  const ask: SiteAsk = {
    step: 'claim',
    ...toApi('POST lines/{onSale}/claim', { onSale: rehearsal.onSale }),
    headers: { [header.receipt]: given.receipt },
  };
  if (fan.whenCalled === 'comes-late') notes.trying('late claim');
  for (let press = 1; ; press += 1) {
    const answer = await askUntilAnswered(visit, ask);
    if (isAnswered(answer)) {
      const claimed = answer.body as Claimed;
      if (claimed.position !== position) {
        notes.contradict('W5', `fan ${fan.number} computed position ${position} and was told ${claimed.position}`);
      }
      const pass: PassGiven = {
        fan: fan.number,
        fanKey: given.place.fan,
        position,
        givenAt: clock.now(),
        endsAt: claimed.expiresAt,
      };
      notes.passes.push(pass);
      return { ok: true, pass: claimed.pass, given: pass, receipt: given.receipt };
    }
    const again =
      ['room-full', 'late-next'].includes(answer.problem ?? '') ||
      answer.problem === 'not-your-turn' ||
      answer.problem === 'keys-change';
    if (!again || press >= presses || clock.now() > rehearsal.endsAt) return ends(endingOf(visit, ask, answer));
    await clock.wait(3000 * jitter(chance));
  }
}

/** Gives the pass or the place back. */
export async function leave(visit: Visit, receipt: string): Promise<void> {
  const ask: SiteAsk = {
    step: 'leave',
    ...toApi('POST lines/{onSale}/leave', { onSale: visit.rehearsal.onSale }),
    headers: { [header.receipt]: receipt },
  };
  const answer = await askUntilAnswered(visit, ask);
  if (!isAnswered(answer) && !isFault(answer))
    visit.notes.contradict('answers', `leaving was answered ${answer.status} ${answer.problem ?? ''}`);
}
