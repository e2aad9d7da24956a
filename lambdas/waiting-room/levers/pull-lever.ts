import { createHash } from 'node:crypto';
import type { LeverAct, LeverPulled, TwoPeopleAct } from '../../../contracts/levers.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { actingRole } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { AskedPull, LineRecord, LineStore, Pull } from '../line/line-store.ts';
import { type DecidedAct, stepsOf } from './lever-steps.ts';
import { doneBefore, turnedMeanwhile } from './turned-meanwhile.ts';
import { standingOf } from './what-stands.ts';

/*
 * Somebody of the house pulls a lever of a line. It is written into the audit, with the person, and then done in one
 * write with its entry of the ledger, which names the role. That write is made only if nobody turned since the person
 * looked. So of two at one dial the second is told, and an act that is sent again is done once.
 *
 *     pull ─┬─ turned meanwhile ──▶ told what stands
 *           ├─ needs two people ──▶ asked ──somebody else, within ten minutes: confirm──▶ done
 *           └──▶ audit ──▶ done and noted ──pacemaker, within two seconds──▶ ledger, board
 */
export interface PullDeps {
  readonly lines: Pick<LineStore, 'read' | 'pull' | 'list'>;
  readonly audit: Pick<AuditStore, 'add'>;
  /** Acts that need two people, by the stage's settings. An owner decides alone. */
  readonly twoPeople: readonly TwoPeopleAct[];
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

/** An act that was asked for waits so long for a second person. */
export const askedForMs = 10 * 60_000;

export type PullOutcome = { readonly ok: true; readonly pulled: LeverPulled } | Refusal;

export async function pullLever(
  deps: PullDeps,
  asker: ActingMember,
  { onSale, act }: { readonly onSale: string; readonly act: LeverAct },
  now: number,
): Promise<PullOutcome> {
  const role = actingRole(asker, 'turn-dials', onSale);
  if (!role) return notAllowed();
  const line = await deps.lines.read(onSale);
  if (!line) return lineUnknown();
  if (doneBefore(line, act.key)) return pulled('stood', line);

  const decided = decidedOf(line, asker, act, now);
  if (!decided.ok) return decided;
  const { act: wanted, askedBy } = decided;
  const deciding = { role: askedBy?.role ?? role, ...(askedBy && { confirmedBy: role }), now };
  const found = stepsOf(line, wanted, deciding);
  if (!found.ok) return found;
  if (!found.steps) return pulled('stood', line);
  const { turns = 0 } = line;
  if (turns !== act.seen) return turnedMeanwhile(line);

  await deps.audit.add(
    deedOf(asker, { act: `lever-${act.act}`, on: onSale, note: noteOf(act, wanted) }, { id: deps.newId(), now }),
  );
  const hand = { key: act.key, at: now, act: wanted.act, role };
  const needsAnother = !askedBy && role !== 'owner' && deps.twoPeople.some((one) => one === wanted.act);
  const pull: Pull = needsAnother
    ? { seen: turns, hand: { ...hand, act: 'asked' }, acts: [], asked: askedPull(asker, wanted, role, now) }
    : { seen: turns, hand, ...found.steps, asked: undefined };
  await listBefore(deps, line, pull);
  const written = await deps.lines.pull(line, pull);
  if (!written.ok) {
    const standing = await deps.lines.read(onSale);
    if (!standing) throw new Error(`The line ${onSale} has gone`);
    return doneBefore(standing, act.key) ? pulled('stood', standing) : turnedMeanwhile(standing);
  }
  return pulled(needsAnother ? 'asked' : 'done', written.line);
}

/** The act itself, or the one that it confirms. */
function decidedOf(
  line: LineRecord,
  asker: ActingMember,
  act: LeverAct,
  now: number,
): { readonly ok: true; readonly act: DecidedAct; readonly askedBy?: AskedPull } | Refusal {
  if (act.act !== 'confirm') return { ok: true, act };
  const { asked } = line;
  if (!asked || asked.act.key !== act.asked || now >= asked.until)
    return refuse('lever-not-now', 'Nobody asks for this any more. Look again at what stands, and begin anew.');
  if (asked.by === nameless(asker, asked.act.key))
    return refuse('second-person-needed', 'You asked for it yourself. Somebody else of the house confirms it.');
  return { ok: true, act: asked.act, askedBy: asked };
}

function askedPull(asker: ActingMember, act: DecidedAct, role: AskedPull['role'], now: number): AskedPull {
  return { act, role, by: nameless(asker, act.key), until: now + askedForMs };
}

/** Tells one person from another, and nobody from it who they are without knowing whom to try. */
export const nameless = ({ email }: Pick<ActingMember, 'email'>, key: string): string =>
  createHash('sha256').update(`${key}\n${email}`).digest('base64url').slice(0, 22);

/** The pacemaker finds its lines by a list: it is awake before doors that are moved to sooner. */
async function listBefore({ lines }: PullDeps, { facts }: LineRecord, { facts: moved }: Pull): Promise<void> {
  const opensAt = moved?.opensAt ?? facts.opensAt;
  const later = (moved?.tiers ?? facts.tiers)?.slice(1).map((tier) => tier.opensAt);
  if (moved?.opensAt === undefined && moved?.tiers === undefined) return;
  await lines.list({ onSale: facts.onSale, opensAt: Math.min(opensAt, facts.opensAt), ...(later && { later }) });
}

function noteOf(act: LeverAct, wanted: DecidedAct): string {
  const { key: _key, seen: _seen, act: name, reason, ...more } = wanted;
  const what = Object.keys(more).length > 0 ? ` ${JSON.stringify(more)}` : '';
  return `${act.act === 'confirm' ? `${name}` : ''}${what} ${reason}`.trim().slice(0, 500);
}

export function lineUnknown(): Refusal {
  return refuse('line-unknown', 'Open the line first, or check the address.');
}

export function pulled(outcome: LeverPulled['outcome'], line: LineRecord): PullOutcome {
  return { ok: true, pulled: { outcome, ...standingOf(line) } };
}
