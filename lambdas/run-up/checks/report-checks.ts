import type { FieldError } from '../../../contracts/refusals.ts';
import type { CheckReport, CheckReports } from '../../../contracts/run-up.ts';
import type { KeptFile } from '../../foundation/kept-file.ts';
import { reportsAfter, reportsOf } from './reports-steps.ts';

export type ReportedChecks =
  | { readonly ok: true; readonly reports: readonly CheckReport[] }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Takes what a program has checked. `now` in milliseconds since the epoch. */
export async function reportChecks(
  { reports }: { readonly reports: KeptFile<readonly CheckReport[]> },
  given: CheckReports,
  now: number,
): Promise<ReportedChecks> {
  const { happenedAt = now, preflight } = given;
  if (happenedAt > now) return refused('happenedAt', 'is in the future');
  const of = { happenedAt, by: 'program' } as const;
  const news = [
    ...(given.reports ?? []).map((report) => ({ ...report, ...of })),
    ...(preflight ? reportsOf(preflight, of) : []),
  ];
  if (news.length === 0) return refused('reports', 'says nothing of any check of a run-up');
  return { ok: true, reports: await reports.change((standing) => reportsAfter(standing, news)) };
}

function refused(field: string, message: string): ReportedChecks {
  return { ok: false, detail: `${field}: ${message}`, errors: [{ field, message }] };
}
