import type { LedgerLine } from '../../../contracts/ledger.ts';
import type { LogEntry, RunningLog } from '../../../contracts/levers.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { LedgerStore } from '../line/ledger-store.ts';
import type { LineStore } from '../line/line-store.ts';
import type { NoteStore } from './note-store.ts';
import { lineUnknown } from './pull-lever.ts';

/*
 * The running log of a morning, for those who run it and for the report: the acts on the line, as its ledger has them,
 * and the notes of people between them. Acts of this very second stand in it before they are in the ledger.
 */

/** A morning has some dozens. Programs slow suspected places by the hundred, and those are left to the ledger. */
const mostActs = 300;

export interface RunningLogDeps {
  readonly lines: Pick<LineStore, 'read'>;
  readonly ledger: Pick<LedgerStore, 'read'>;
  readonly notes: Pick<NoteStore, 'all'>;
}

export async function readLog(
  { lines, ledger, notes }: RunningLogDeps,
  asker: ActingMember,
  onSale: string,
): Promise<{ readonly ok: true; readonly log: RunningLog } | Refusal> {
  if (!asker.may('see-readings', [{ onSale }])) return notAllowed();
  const line = await lines.read(onSale);
  if (!line) return lineUnknown();
  const { n } = line.progress.ledger;
  const [entered, written] = await Promise.all([
    ledger.read(onSale, Math.max(1, n - mostActs + 1), n),
    notes.all(onSale),
  ]);
  const acts = entered.map(({ text }) => entryOf(JSON.parse(text) as LedgerLine));
  const noted = line.acts.map(({ notedAt, ...act }, next) => entryOf({ ...act, at: notedAt, n: n + next + 1 }));
  const said = written.map(({ key, at, person, text }): LogEntry => ({ kind: 'note', id: key, at, person, text }));
  const entries = [...acts, ...noted, ...said].sort((one, other) => other.at - one.at);
  return { ok: true, log: { onSale, entries } };
}

function entryOf({ n, at, act, role, reason, detail }: LedgerLine): LogEntry {
  return { kind: 'act', id: `${n}`, at, act, role, reason, detail: { ...detail } };
}
