import type { FreezeAct, FreezeFile } from '../../../contracts/freeze.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { RunUp, RunUpShown } from '../../../contracts/run-up.ts';
import { type FreezeChange, liftEnded, lifted, scheduled, unscheduled } from '../../../rules/freeze.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { sameJson } from '../../foundation/same-json.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { ChangeRunUpDeps } from '../plan/change-run-up.ts';
import { shown, unknownOnSale } from '../plan/show-run-up.ts';

/*
 * Freezes the house, and lifts it. A season is published as one, so a freeze is of the whole house, and whoever turns it
 * must be allowed to do so everywhere. A lift is written into the audit, then onto the plan, then into the file that the
 * catalogue obeys: what dies between them leaves words of a lift, never a lift without words.
 */

export async function turnFreeze(
  deps: ChangeRunUpDeps,
  asker: StaffMember,
  { onSale, act, now }: { readonly onSale: string; readonly act: FreezeAct; readonly now: number },
): Promise<{ readonly ok: true; readonly body: RunUpShown } | Refusal> {
  const permission = act.act === 'lift' ? 'lift-freeze' : 'keep-plan';
  if (!asker.may(permission, [everywhere])) return notAllowed();
  const unknown = await unknownOnSale(deps, onSale);
  if (unknown) return unknown;
  const { freeze } = deps.facts;
  const step = (file: FreezeFile) => stepOf(file, onSale, act, now);
  const before = await freeze.read();
  const first = step(before);
  if (!first.ok) return refused(first.why);
  if (sameJson(first.file, before)) return { ok: true, body: await shown(deps, onSale) };
  await deps.audit.add(
    deedOf(asker, { act: `freeze-${act.act}`, on: onSale, note: noteOf(act) }, { id: deps.newId(), now }),
  );
  if (act.act === 'lift') await deps.files.runUp(onSale).change((runUp) => withLift(runUp, act, now));
  let late: Refusal | undefined;
  await freeze.change((file) => {
    const stepped = step(file);
    late = stepped.ok ? undefined : refused(stepped.why);
    return stepped.ok ? stepped.file : undefined;
  });
  return late ?? { ok: true, body: await shown(deps, onSale) };
}

function stepOf(file: FreezeFile, onSale: string, act: FreezeAct, now: number): FreezeChange {
  switch (act.act) {
    case 'schedule':
      return scheduled(file, onSale, act, now);
    case 'unschedule':
      return unscheduled(file, onSale, now);
    case 'lift':
      return lifted(file, act.until, now);
    case 'end-lift':
      return liftEnded(file, now);
  }
}

type Lift = Extract<FreezeAct, { act: 'lift' }>;

/** As many as one looks at; all of them are in the audit. */
const liftsShown = 20;

/** A lift that is asked for again, because its answer was lost, stands once. */
function withLift(runUp: RunUp, { until, reason }: Lift, now: number): RunUp | undefined {
  const last = runUp.lifts.at(-1);
  if (last?.until === until && last.reason === reason) return undefined;
  const lifts = [...runUp.lifts, { liftedAt: now, until, reason }].slice(-liftsShown);
  return { ...runUp, lifts, version: runUp.version + 1 };
}

function noteOf(act: FreezeAct): string | undefined {
  const when = (at: number) => new Date(at).toISOString();
  if (act.act === 'schedule') return `from ${when(act.from)} until ${when(act.until)}`;
  return act.act === 'lift' ? `until ${when(act.until)}: ${act.reason}` : undefined;
}

function refused(why: Extract<FreezeChange, { ok: false }>['why']): Refusal {
  const wrong = (message: string, detail: string) =>
    refuse('bad-request', detail, { errors: [{ field: 'body.until', message }] });
  switch (why) {
    case 'begun':
      return refuse(
        'freeze-begun',
        'It can be made longer now, and no shorter. An owner can lift it for a while, with a reason.',
      );
    case 'not-frozen':
      return refuse('not-frozen', 'Nothing is frozen now, so there is nothing to lift.');
    case 'backwards':
      return wrong('is not after the beginning', 'Choose an end after the beginning.');
    case 'over':
      return wrong('is over', 'Choose an end that is still to come.');
    case 'too-long':
      return wrong('is too far away', 'A freeze lasts for two weeks at the most, and a lift for four hours.');
  }
}
