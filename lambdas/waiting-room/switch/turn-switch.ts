import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { isOnAt, type SwitchAct, type SwitchTurned } from '../../../contracts/switch.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { actingRoleAt } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { LineStore } from '../line/line-store.ts';
import { type LinesPaused, pauseLines } from './pause-lines.ts';
import { askedIn, type KeptSwitch, type SwitchHand, type SwitchHands, withSwitchHand } from './switch-hands.ts';

/*
 * Somebody of the house turns the failover switch in the control room, as `npm run failover` does it at a keyboard: nobody
 * is called meanwhile, and staff resume each line at their own pace.
 *
 *     turn ─┬─ turned meanwhile ──▶ told so
 *           ├─ needs two people ──▶ asked ──somebody else, within ten minutes: confirm──▶ as below
 *           └──▶ audit ──▶ said in `hands` ──▶ there: the switch, then lines ─ back: lines, then the switch ──▶ done
 *
 * It is said before it is done. An act that is sent again after a crash is found under way, and all of it is done once
 * more: each part of it twice is the same as once. It is left undone if somebody else acted since.
 */
export interface TurnSwitchDeps {
  readonly switch: KeptSwitch;
  readonly lines: Pick<LineStore, 'live' | 'glance' | 'turn'>;
  readonly audit: Pick<AuditStore, 'add'>;
  /** By the stage's settings. An owner decides alone. */
  readonly twoPeople: boolean;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

export type SwitchOutcome = { readonly ok: true; readonly turned: SwitchTurned } | Refusal;

export async function turnSwitch(
  deps: TurnSwitchDeps,
  asker: ActingMember,
  act: SwitchAct,
  now: number,
): Promise<SwitchOutcome> {
  const role = actingRoleAt(asker, 'turn-switch', everywhere);
  if (!role) return notAllowed();
  const [since, hands] = await Promise.all([deps.switch.onSince(), deps.switch.hands.read()]);
  const on = since !== undefined;
  const before = hands.hands.find(({ key }) => key === act.key);
  if (before?.is === 'turning') {
    // Somebody else came after it: what they did stands.
    return before === hands.hands[0] ? perform(deps, before, since, now) : turnedMeanwhile(hands, on);
  }
  if (before) return turned(before.is === 'asked' ? 'asked' : 'stood', on);

  const decided = decidedOf(hands, { asker, role, act, now, needsTwo: deps.twoPeople && role !== 'owner' });
  if (!decided.ok) return decided;
  const { hand } = decided;
  // A turn at a keyboard is not counted here: the switch stands as it shall after it, or it does not.
  const isAsSeen = on === act.seen.on || on === isOnAt(hand.to);
  if (hands.turns !== act.seen.turns || !isAsSeen) return turnedMeanwhile(hands, on);

  const deed = { act: `switch-${hand.is === 'asked' ? 'asked' : act.act}`, on: hand.to, note: hand.reason };
  await deps.audit.add(deedOf(asker, deed, { id: deps.newId(), now }));
  let isMine = false;
  const standing = await deps.switch.hands.change((file) => {
    isMine = file.turns === act.seen.turns;
    return isMine ? withSwitchHand(file, hand) : undefined;
  });
  if (!isMine) return turnedMeanwhile(standing, on);
  return hand.is === 'asked' ? turned('asked', on) : perform(deps, hand, since, now);
}

/** `since`: when the switch was turned on, if it is on. */
async function perform(
  deps: TurnSwitchDeps,
  hand: SwitchHand,
  since: number | undefined,
  now: number,
): Promise<SwitchOutcome> {
  const { to, reason, role } = hand;
  const on = isOnAt(to);
  const away = since !== undefined && !on ? { away: { from: since, to: Math.max(since, now) } } : {};
  const pause = () => pauseLines(deps, { reason, role, elsewhere: to !== 'primary', ...away }, now);
  let lines: LinesPaused = { paused: [], notPaused: [] };
  // Fans who come back find no line that calls. A line that cannot be paused keeps everyone where they are.
  if (!on) {
    lines = await pause();
    if (lines.notPaused.length > 0) return notPaused(lines.notPaused);
  }
  await deps.switch.turn(on);
  if (on) lines = await pause();
  await deps.switch.hands.change((file) => withSwitchHand(file, { ...hand, is: 'done' }));
  return turned('done', on, lines);
}

interface TurnFacts {
  readonly asker: ActingMember;
  readonly role: SwitchHand['role'];
  readonly act: SwitchAct;
  readonly now: number;
  readonly needsTwo: boolean;
}

/** The hand of this act, or of the one that it confirms. */
function decidedOf(
  hands: SwitchHands,
  { asker, role, act, now, needsTwo }: TurnFacts,
): { readonly ok: true; readonly hand: SwitchHand } | Refusal {
  const { key } = act;
  const by = asker.email;
  if (act.act === 'turn') {
    const { to, reason } = act;
    return { ok: true, hand: { key, at: now, to, role, by, reason, is: needsTwo ? 'asked' : 'turning' } };
  }
  const asked = askedIn(hands, now);
  if (asked?.key !== act.asked)
    return refuse('lever-not-now', 'Nobody asks for this any more. Look again at what stands, and begin anew.');
  if (asked.by === by)
    return refuse('second-person-needed', 'You asked for it yourself. Somebody else of the house confirms it.');
  return { ok: true, hand: { ...asked, key, at: now, and: by, is: 'turning' } };
}

function turnedMeanwhile({ turns, hands: [last] }: SwitchHands, on: boolean): Refusal {
  const who = last ? `${last.role} came before you. ` : '';
  return refuse('turned-meanwhile', `${who}Now the switch is ${on ? 'on' : 'off'}. Look at it, and decide again.`, {
    errors: [{ field: 'body.seen', message: `is not { turns: ${turns}, on: ${on} }, as it stands now` }],
  });
}

function notPaused(lines: readonly string[]): Refusal {
  const which = lines.join(', ');
  return refuse(
    'lines-not-paused',
    `Nobody came back yet, since ${which} would call them at once. Try again, or turn it with \`npm run failover -- --keep-calling\`.`,
  );
}

function turned(
  outcome: SwitchTurned['outcome'],
  on: boolean,
  lines: LinesPaused = { paused: [], notPaused: [] },
): SwitchOutcome {
  return { ok: true, turned: { outcome, on, ...lines } };
}
