import type { Claimed, Place } from '../../contracts/line.ts';
import type { Pass } from '../../contracts/pass.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { makeSigned, type PassKey } from '../foundation/signing.ts';
import { callOf } from './calls.ts';
import { positionOf } from './draw.ts';
import type { FanStore, GrantedPass } from './fan-store.ts';
import type { LineKeys } from './line-keys.ts';
import type { Line } from './line-store.ts';
import { hasRoomForReturning } from './pacing.ts';
import { openReceipt } from './receipt.ts';
import type { RememberedLines } from './remembered-lines.ts';
import { expiryOf, type RoomStore } from './room-store.ts';
import type { RoundStore } from './round-store.ts';

/**
 * A claim turns a called place into a pass. Two write units: the pass is counted in the room first and
 * granted to the fan second, so that a crash between the two leaves one counted too many until the pass
 * would have ended, never one too few; a retry counts the same pass again, which changes nothing.
 *
 *     no pass ──claim──▶ pass 1 ──time or leave──▶ over ──claim, if there is room──▶ pass 2 …
 *                          └─claim again: the same pass
 *
 * Whoever was called may claim: on time into the slot that is kept for them, late at once and counted as
 * late. Whoever had a turn may have another only if those who are next leave room.
 */
export interface ClaimDeps {
  readonly lines: RememberedLines;
  readonly rounds: Pick<RoundStore, 'drawn'>;
  readonly fans: Pick<FanStore, 'read' | 'grant'>;
  readonly room: Pick<RoomStore, 'count' | 'withdraw' | 'read'>;
  readonly receipts: LineKeys['receipts'];
  /** The key that signs. */
  readonly passKey: PassKey;
}

export interface ClaimInput {
  readonly onSale: string;
  readonly receipt: string | undefined;
}

export type ClaimOutcome = {
  readonly ok: true;
  readonly claimed: Claimed;
  readonly how: 'again' | 'on-time' | 'late' | 'returning';
};

export async function claimPass(
  deps: ClaimDeps,
  { onSale, receipt }: ClaimInput,
  now: number,
): Promise<ClaimOutcome | Refusal> {
  const glanced = await deps.lines.glance(onSale, now);
  if (!glanced) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const opened = openReceipt(deps.receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { place } = opened;

  let line = glanced;
  let turn = await turnOf(deps, line, place, now);
  if (!turn.ok && turn.refusal !== 'line-not-open-yet') {
    // A moment ago it was not their turn. The board may be ahead of what is remembered here.
    line = (await deps.lines.read(onSale, now)) ?? line;
    turn = await turnOf(deps, line, place, now);
  }
  if (!turn.ok) return turn;
  const { position } = turn;

  const fan = await deps.fans.read(onSale, place.fan);
  if (!fan) throw new Error(`A receipt of ${onSale} has no place: ${place.fan}`);
  if (fan.leftAt !== undefined) return placeGivenUp();
  const live = livePass(fan.pass, now);
  if (live) return answer(deps, place, position, live, 'again');
  if (now >= line.facts.closesAt) return refuse('line-closed', 'This on-sale has ended, and no new passes are given.');

  const call = callOf(line.progress.calls, position);
  const how = fan.pass ? 'returning' : call && now <= call.claimBy ? 'on-time' : 'late';
  if (how === 'returning' && !(await hasRoom(deps, line, now))) {
    return refuse('room-full', 'Your time to shop is over. Try again: you are let in as soon as there is room.', {
      retryAfter: 10,
    });
  }

  const pass = { number: (fan.pass?.number ?? 0) + 1, expiresAt: expiryOf(now, line.dials.passMinutes) };
  await deps.room.count(onSale, { ...pass, position }, how !== 'on-time');
  const granted = await deps.fans.grant(onSale, place.fan, pass);
  if (granted.ok) return answer(deps, place, position, pass, how);
  // Another device was quicker, or left the line.
  const standing = livePass(granted.fan.pass, now);
  if (standing) {
    // Theirs is the pass of this number, so ours can never be granted and must not be counted.
    if (standing.expiresAt !== pass.expiresAt) await deps.room.withdraw(onSale, { ...pass, position });
    return answer(deps, place, position, standing, 'again');
  }
  return granted.fan.leftAt !== undefined
    ? placeGivenUp()
    : refuse('room-full', 'This pass was given back a moment ago. Try again.', { retryAfter: 1 });
}

/** The position, if its turn has come. */
async function turnOf(
  { rounds }: ClaimDeps,
  { facts, progress }: Line,
  place: Place,
  now: number,
): Promise<{ readonly ok: true; readonly position: number } | Refusal> {
  if (now < facts.opensAt) {
    return refuse('line-not-open-yet', 'Your place is safe. Claim when the doors are open and you are called.', {
      retryAfter: Math.min(60, Math.ceil((facts.opensAt - now) / 1000)),
    });
  }
  const drawn = place.round < progress.drawnRounds ? await rounds.drawn(facts.onSale, place.round) : undefined;
  if (!drawn) {
    return refuse('not-drawn-yet', 'Your place is safe, and its number is drawn within seconds.', { retryAfter: 3 });
  }
  const position = positionOf(drawn, place);
  if (position <= progress.calledUpTo) return { ok: true, position };
  return refuse(
    'not-your-turn',
    `You are number ${position}; called up to ${progress.calledUpTo}. Your place is safe.`,
    {
      retryAfter: 3,
    },
  );
}

async function hasRoom({ room }: ClaimDeps, { facts, dials, progress }: Line, now: number): Promise<boolean> {
  return hasRoomForReturning(dials, { ...facts, ...progress, now, room: await room.read(facts.onSale, now) });
}

function livePass(pass: GrantedPass | undefined, now: number): GrantedPass | undefined {
  return pass && !pass.givenBack && now < pass.expiresAt * 1000 ? pass : undefined;
}

function answer(
  { passKey }: ClaimDeps,
  { onSale, fan }: Place,
  position: number,
  { number, expiresAt }: Pick<GrantedPass, 'number' | 'expiresAt'>,
  how: ClaimOutcome['how'],
): ClaimOutcome {
  const pass = makeSigned('p1', passKey, { o: onSale, f: fan, i: `${number}`, x: expiresAt } satisfies Pass);
  return { ok: true, claimed: { pass, position, expiresAt: expiresAt * 1000 }, how };
}

function placeGivenUp(): Refusal {
  return refuse('place-given-up', 'You left this line. Join again to take the same place back.');
}
