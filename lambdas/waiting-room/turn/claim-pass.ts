import type { Place } from '../../../contracts/line.ts';
import type { Claimed } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { ReadingKeys, SigningKeys } from '../../foundation/keys.ts';
import type { SharedKey } from '../../foundation/signing.ts';
import { drawnPosition } from '../draw/remembered-rounds.ts';
import type { RollStore } from '../draw/roll-store.ts';
import type { RoundStore } from '../draw/round-store.ts';
import { standsInRoll } from '../draw/stands-in-roll.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { type CountedPass, expiryOf, nameOf, type ShoppersStore } from '../line/shoppers-store.ts';
import { tiersOf } from '../line/tiers.ts';
import { callOf, minuteMs } from '../pace/calls.ts';
import { isRecalled } from '../pace/recalls.ts';
import { deviceBehind, type KeyedDevice, maySharePass, stillHeld } from '../place/devices.ts';
import type { FanRecord, FanStore, GrantedPass } from '../place/fan-store.ts';
import { openReceipt } from '../place/receipt.ts';
import { keptBack, placeRemoved, slowMs } from '../place/slower-lane.ts';
import { isCutShort } from './cut-short.ts';
import { voucherStands, voucherWrong } from './honour-voucher.ts';
import { handOver, keysChange, livePass, minutesOf } from './pass-time.ts';
import { openReadmission } from './readmission.ts';

/**
 * A claim turns a called place into a pass. It takes two write units. The pass is counted among the shoppers first and
 * granted to the fan second. So a crash between the two leaves one counted too many until the pass would have ended,
 * never one too few. A retry counts the same pass again, which changes nothing.
 *
 *     no pass ──claim──▶ pass 1 ──time or leave──▶ over ──claim, once recalled──▶ pass 2 …
 *                          └─claim again: the same pass
 *
 * A pass is given against a slot that is kept for it, and no other: for a call whose window is open, or for a recall
 * (`pace/recalls.ts`). A claim without one notes the wish, and is told to ask again in seconds. With a voucher for a
 * turn that an error of ours spoilt, after staff readmitted the fan for one (`readmission.ts`), or for a turn that nobody
 * could use (`cut-short.ts`), it needs no slot: that pass comes on top of the dial, and is counted. A place in
 * the slower lane is let in five minutes after its call, like one that is late (`slower-lane.ts`).
 *
 * A device that came after another was ended on this place stands behind the others: it shops when they do not, five
 * minutes after the call (`place/devices.ts`).
 *
 * The receipt must stand in the roll of its round, which was sealed before anyone could know the draw. So a receipt that
 * was made later, by whoever holds the key, is worth nothing.
 */
export interface ClaimDeps {
  readonly lines: RememberedLines;
  readonly rolls: Pick<RollStore, 'read'>;
  readonly rounds: Pick<RoundStore, 'sheet'>;
  readonly fans: Pick<FanStore, 'read' | 'grant' | 'slowUntil' | 'letDeviceIn'>;
  readonly shoppers: Pick<ShoppersStore, 'count' | 'withdraw' | 'wish' | 'end'>;
  readonly receipts: LineKeys['receipts'];
  readonly passKeys: SigningKeys;
  readonly voucherKeys: ReadingKeys;
}

export interface ClaimInput {
  readonly onSale: string;
  readonly receipt: string | undefined;
  readonly voucher?: string | undefined;
}

export type ClaimOutcome = {
  readonly ok: true;
  readonly claimed: Claimed;
  readonly how: 'again' | 'on-time' | 'late' | 'returning' | 'voucher';
};

export async function claimPass(
  deps: ClaimDeps,
  { onSale, receipt, voucher }: ClaimInput,
  now: number,
): Promise<ClaimOutcome | Refusal> {
  const glanced = await deps.lines.glance(onSale, now);
  if (!glanced) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const opened = openReceipt(deps.receipts, receipt, onSale);
  if (!opened.ok) return opened;
  const { place } = opened;
  const passKey = await deps.passKeys.signing(now);
  if (!passKey) return keysChange();

  const [fan, stands] = await Promise.all([deps.fans.read(onSale, place.fan), standsInRoll(deps.rolls, place)]);
  if (!stands) {
    return refuse(
      'receipt-not-in-roll',
      'Keep this receipt: it proves that we made a mistake. Then join again, and you get the next place.',
    );
  }
  if (!fan) throw new Error(`A receipt of ${onSale} has no place: ${place.fan}`);
  if (fan.slowerLane?.state === 'removed') return placeRemoved(fan.slowerLane);
  const held = stillHeld(fan, place);
  if (!held.ok) return held;

  let line = glanced;
  // Staff may have let them in before their turn.
  const isAdmitted = fan.admittedAt !== undefined;
  let turn = await turnOf(deps, line, place, now, isAdmitted);
  if (!turn.ok && turn.refusal !== 'line-not-open-yet') {
    // A moment ago it was not their turn. The board may be ahead of what is remembered here.
    line = (await deps.lines.read(onSale, now)) ?? line;
    turn = await turnOf(deps, line, place, now, isAdmitted);
  }
  if (!turn.ok) return turn;
  const { position } = turn;
  const to = { position, device: place.device };

  if (fan.leftAt !== undefined) return placeGivenUp();
  const live = livePass(fan.pass, now);
  const { later } = held;
  const again = (pass: GrantedPass): ClaimOutcome | Refusal =>
    maySharePass(later, pass) ? answer(passKey, fan, to, pass, 'again') : deviceBehind(pass.expiresAt - now);
  if (live) return again(live);
  if (now >= line.facts.closesAt) return refuse('line-closed', 'This on-sale has ended, and no new passes are given.');

  const who = { onSale, fan: place.fan, lastPass: fan.pass?.number, used: fan.vouchers, dials: line.dials };
  const excused =
    openReadmission(fan, line.dials, now) !== undefined ||
    isCutShort(fan, line, now) ||
    (await voucherStands(deps.voucherKeys, voucher, who, now));
  const waits =
    (later?.behind && (await waitsBehind(deps, line, { fan, later, position }, now))) ||
    (excused ? undefined : await heldBack(deps, line, fan, position, now));
  if (waits) return waits;

  const last = fan.pass;
  // A crash may have left it counted, and unlisted.
  if (last?.endedAt !== undefined && now < last.expiresAt)
    await deps.shoppers.end(onSale, { ...last, endedAt: last.endedAt });

  const number = (last?.number ?? 0) + 1;
  const asked = { number, position };
  if (!excused && !hasSlot(line, fan, asked, now)) {
    if (line === glanced) line = (await deps.lines.read(onSale, now)) ?? line;
    if (!hasSlot(line, fan, asked, now)) {
      await deps.shoppers.wish(onSale, asked, now);
      return noSlot(asked, voucher, asked.position > line.progress.calledUpTo);
    }
  }
  const how = excused ? 'voucher' : number > 1 ? 'returning' : isOnTime(line, fan, asked, now) ? 'on-time' : 'late';

  const expiresAt = expiryOf(now, minutesOf(line.dials, fan.needs));
  const by = place.device;
  const { roomParts: parts } = line.facts;
  const pass = {
    ...{ number, position, expiresAt },
    ...(excused && { voucher: excused }),
    ...(by !== undefined && { by }),
    ...(parts !== undefined && { parts }),
  };
  await deps.shoppers.count(onSale, pass, excused);
  const vouchers = excused ? (fan.vouchers ?? 0) + 1 : undefined;
  const granted = await deps.fans.grant(onSale, place.fan, pass, vouchers, fan.handedOver);
  if (granted.ok) return answer(passKey, fan, to, pass, how);
  // Staff handed the place over meanwhile. The pass stays counted: the device that has it now may count the very same.
  const stillIs = stillHeld(granted.fan, place);
  if (!stillIs.ok) return stillIs;
  // Another device was quicker, or left the line.
  const standing = livePass(granted.fan.pass, now);
  if (standing) {
    // Theirs is the pass of this number. So ours can never be granted, and must not be counted.
    if (standing.expiresAt !== pass.expiresAt) await deps.shoppers.withdraw(onSale, { ...pass, position });
    return again(standing);
  }
  if (granted.fan.slowerLane?.state === 'removed') return placeRemoved(granted.fan.slowerLane);
  return granted.fan.leftAt !== undefined
    ? placeGivenUp()
    : refuse('room-full', 'This pass was given back a moment ago. Try again.', { retryAfterMs: 1000 });
}

/** The position, if its turn has come. */
async function turnOf(
  { rounds }: ClaimDeps,
  { facts, progress }: LineRecord,
  place: Place,
  now: number,
  isAdmitted: boolean,
): Promise<{ readonly ok: true; readonly position: number } | Refusal> {
  // A fan in the lobby of a later tier waits for the doors of that tier.
  const doors = tiersOf(facts).find(({ round }) => round === place.round)?.opensAt ?? facts.opensAt;
  if (now < doors) {
    return refuse('line-not-open-yet', 'Your place is safe. Claim when your doors are open and you are called.', {
      retryAfterMs: Math.min(60_000, doors - now),
    });
  }
  const isDrawn = place.round < progress.drawnRounds;
  const position = isDrawn ? await drawnPosition(rounds, facts, place) : undefined;
  if (position === undefined) {
    return refuse('not-drawn-yet', 'Your place is safe, and its number is drawn within seconds.', {
      retryAfterMs: 3000,
    });
  }
  if (isAdmitted || position <= progress.calledUpTo) return { ok: true, position };
  return refuse(
    'not-your-turn',
    `You are number ${position}; called up to ${progress.calledUpTo}. Your place is safe.`,
    {
      retryAfterMs: 3000,
    },
  );
}

/**
 * Why a called place of the slower lane is not let in yet. Its first claim fixes the time: a call may be forgotten by
 * the time of a later claim.
 */
async function heldBack(
  { fans }: ClaimDeps,
  { facts: { onSale }, progress }: LineRecord,
  { pin, slowerLane }: FanRecord,
  position: number,
  now: number,
): Promise<Refusal | undefined> {
  if (!slowerLane) return undefined;
  const calledAt = calledAtOf(progress, position, now);
  const fixed =
    slowerLane.letInAt === undefined ? await fans.slowUntil(onSale, pin.fan, calledAt + slowMs) : slowerLane;
  // Staff may have judged it a moment ago.
  if (fixed?.state === 'removed') return placeRemoved(fixed);
  return fixed?.letInAt !== undefined && now < fixed.letInAt ? keptBack(fixed, fixed.letInAt, now) : undefined;
}

/** A forgotten call was two minutes ago or more. */
function calledAtOf({ calls }: LineRecord['progress'], position: number, now: number): number {
  return callOf(calls, position)?.calledAt ?? now - 2 * minuteMs;
}

/** Why a device that stands behind is not let in yet. Its first claim fixes the time, as that of the slower lane does. */
async function waitsBehind(
  { fans }: ClaimDeps,
  { facts: { onSale }, progress }: LineRecord,
  { fan, later, position }: { readonly fan: FanRecord; readonly later: KeyedDevice; readonly position: number },
  now: number,
): Promise<Refusal | undefined> {
  const letInAt =
    later.letInAt ??
    (await fans.letDeviceIn(onSale, fan.pin.fan, later.key, calledAtOf(progress, position, now) + slowMs));
  // Undefined: it was ended a moment ago, and its next claim hears of that.
  return letInAt !== undefined && now >= letInAt ? undefined : deviceBehind((letInAt ?? now) - now);
}

type AskedPass = Pick<CountedPass, 'position' | 'number'>;

/** Whether a slot is kept for this pass. */
function hasSlot(line: LineRecord, fan: FanRecord, asked: AskedPass, now: number): boolean {
  return isOnTime(line, fan, asked, now) || isRecalled(line.progress.recalls, nameOf(asked), now);
}

function isOnTime({ progress }: LineRecord, { slowerLane }: FanRecord, asked: AskedPass, now: number): boolean {
  const call = callOf(progress.calls, asked.position);
  return asked.number === 1 && !slowerLane && call !== undefined && now <= call.claimBy;
}

function noSlot({ number, position }: AskedPass, voucher: string | undefined, isEarly: boolean): Refusal {
  if (number === 1) {
    const detail = isEarly
      ? `You are number ${position}, and the staff let you in before your turn: you take the next free slot. Ask again in a few seconds.`
      : `You are number ${position}, and your turn came a while ago. You stand first among the next: you take the next ` +
        'free slot. Ask again in a few seconds.';
    return refuse('late-next', detail, { retryAfterMs: 3000 });
  }
  if (voucher) return voucherWrong(10_000);
  return refuse('room-full', 'Your time to shop is over. Try again: you are let in as soon as there is room.', {
    retryAfterMs: 10_000,
  });
}

function answer(
  passKey: SharedKey,
  fan: FanRecord,
  to: { readonly position: number; readonly device: string | undefined },
  pass: Pick<GrantedPass, 'number' | 'expiresAt' | 'extended'>,
  how: ClaimOutcome['how'],
): ClaimOutcome {
  return { ok: true, claimed: handOver(passKey, fan, to, pass), how };
}

function placeGivenUp(): Refusal {
  return refuse('place-given-up', 'You left this line. Join again to take the same place back.');
}
