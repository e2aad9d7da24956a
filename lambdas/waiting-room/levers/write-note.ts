import type { NoteAct, RunningLog } from '../../../contracts/levers.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { NoteStore } from './note-store.ts';
import { lineUnknown } from './pull-lever.ts';
import { type RunningLogDeps, readLog } from './read-log.ts';

export interface NoteDeps extends RunningLogDeps {
  readonly notes: NoteStore;
  readonly audit: Pick<AuditStore, 'add'>;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

/** Somebody writes down what happened, or what was decided, with the time: for all who run the morning, and for the report. */
export async function writeNote(
  deps: NoteDeps,
  asker: ActingMember,
  { onSale, note: { key, text } }: { readonly onSale: string; readonly note: NoteAct },
  now: number,
): Promise<{ readonly ok: true; readonly log: RunningLog } | Refusal> {
  if (!asker.may('write-notes', [{ onSale }])) return notAllowed();
  if (!(await deps.lines.read(onSale))) return lineUnknown();
  await deps.audit.add(deedOf(asker, { act: 'write-note', on: onSale }, { id: deps.newId(), now }));
  await deps.notes.add(onSale, { key, at: now, person: asker.email, text });
  return readLog(deps, asker, onSale);
}
