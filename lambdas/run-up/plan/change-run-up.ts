import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { CheckReport, RunUpAct, RunUpShown } from '../../../contracts/run-up.ts';
import { planOf } from '../../../rules/run-up/plan-file.ts';
import { pricesOf } from '../../../rules/run-up/price-file.ts';
import { risksOf } from '../../../rules/run-up/risk-file.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { reportsAfter, reportsOf } from '../checks/reports-steps.ts';
import { changed, imported, type RowAct, type RowsRead, type Stepped } from './run-up-steps.ts';
import { type ShowRunUpDeps, shown, unknownOnSale } from './show-run-up.ts';

/*
 * Changes a run-up. Of two people at one row the second is told that it moved, and is shown it; two at two rows do not
 * disturb each other. An act is in the audit before it is done.
 */

export interface ChangeRunUpDeps extends ShowRunUpDeps {
  readonly audit: Pick<AuditStore, 'add'>;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

interface ToChange {
  readonly onSale: string;
  readonly act: RunUpAct;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type ChangedRunUp = { readonly ok: true; readonly body: RunUpShown } | Refusal;

export async function changeRunUp(
  deps: ChangeRunUpDeps,
  asker: StaffMember,
  { onSale, act, now }: ToChange,
): Promise<ChangedRunUp> {
  if (!asker.may('keep-plan', [{ onSale }])) return notAllowed();
  const unknown = await unknownOnSale(deps, onSale);
  if (unknown) return unknown;
  if (act.act === 'report' || act.act === 'report-preflight') return await report(deps, asker, { onSale, act, now });
  const read = act.act === 'import' ? await rowsOf(deps, act) : undefined;
  if (read && !read.ok) return fileRefused(read.faults);
  const step = (runUp: Parameters<typeof changed>[0]): Stepped =>
    act.act === 'import' ? imported(runUp, read as RowsRead, act.version) : changed(runUp, act);
  const kept = deps.files.runUp(onSale);
  const before = await kept.read();
  const first = step(before);
  if (!first.ok) return refused(first.why);
  if (first.runUp === before) return { ok: true, body: await shown(deps, onSale) };
  await deps.audit.add(deedOf(asker, { act: deedName(act), on: onSale, note: noteOf(act) }, { id: deps.newId(), now }));
  let late: Refusal | undefined;
  await kept.change((standing) => {
    const stepped = step(standing);
    late = stepped.ok ? undefined : refused(stepped.why);
    return stepped.ok ? stepped.runUp : undefined;
  });
  return late ?? { ok: true, body: await shown(deps, onSale) };
}

type ReportAct = Extract<RunUpAct, { act: 'report' | 'report-preflight' }>;

async function report(
  deps: ChangeRunUpDeps,
  asker: StaffMember,
  { onSale, act, now }: ToChange & { readonly act: ReportAct },
): Promise<ChangedRunUp> {
  const { happenedAt = now } = act;
  if (happenedAt > now) return badField('body.happenedAt', 'is in the future', 'Say when it was.');
  const of = { happenedAt, by: 'person' } as const;
  const news: readonly CheckReport[] =
    act.act === 'report' ? [{ check: act.check, good: act.good, says: act.says, ...of }] : reportsOf(act.preflight, of);
  if (news.length === 0)
    return badField('body.preflight.found', 'has none of the checks of a run-up', 'Send all that preflight printed.');
  const note = news.map(({ check, good }) => `${check}: ${good ? 'good' : 'not good'}`).join(', ');
  await deps.audit.add(deedOf(asker, { act: 'report-check', on: onSale, note }, { id: deps.newId(), now }));
  await deps.files.reports.change((reports) => reportsAfter(reports, news));
  return { ok: true, body: await shown(deps, onSale) };
}

async function rowsOf(
  { facts }: ChangeRunUpDeps,
  { what, file }: Extract<RunUpAct, { act: 'import' }>,
): Promise<({ readonly ok: true } & RowsRead) | { readonly ok: false; readonly faults: readonly string[] }> {
  const bytes = Buffer.from(file, 'base64');
  if (what === 'plan') {
    const read = planOf(bytes);
    return read.ok ? { ...read, of: what } : read;
  }
  if (what === 'risks') {
    const read = risksOf(bytes);
    return read.ok ? { ...read, of: what } : read;
  }
  const read = pricesOf(bytes, (await facts.readSeason())?.currency ?? 'GBP');
  return read.ok ? { ...read, of: what } : read;
}

function fileRefused(faults: readonly string[]): Refusal {
  return refuse('bad-request', 'The file cannot be read as it is. Mend these lines and send it again.', {
    errors: faults.map((message) => ({ field: 'body.file', message })),
  });
}

function badField(field: string, message: string, detail: string): Refusal {
  return refuse('bad-request', detail, { errors: [{ field, message }] });
}

function refused(why: 'moved' | 'full'): Refusal {
  return why === 'moved'
    ? refuse('run-up-moved', 'Read it anew, look at what they wrote, and change it then if you still want to.')
    : badField('body', 'is a row too many', 'A run-up has at most 500 rows. Take some out first.');
}

const deedName = ({ act }: RowAct | Extract<RunUpAct, { act: 'import' }>): string => `run-up-${act}`;

function noteOf(act: RowAct | Extract<RunUpAct, { act: 'import' }>): string {
  switch (act.act) {
    case 'import':
      return act.what;
    case 'put-item':
      return `${act.item.action}${act.item.done ? ' (done)' : ''}`;
    case 'put-risk':
      return act.risk.risk;
    case 'remove-item':
    case 'remove-risk':
      return act.id;
  }
}
