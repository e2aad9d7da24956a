import type { CheckReport, PreflightFound, ReportedCheck } from '../../../contracts/run-up.ts';
import { preflightGroups } from '../../../rules/run-up/preflight-groups.ts';
import { reportSays } from '../../../rules/run-up/report-says.ts';

/*
 * Of each check the newest report stands. One that comes late, of something that happened before, changes nothing.
 */

export function reportsAfter(
  reports: readonly CheckReport[],
  news: readonly CheckReport[],
): readonly CheckReport[] | undefined {
  const taken = news.filter(({ check, happenedAt }) => {
    const standing = reports.find((one) => one.check === check);
    return !standing || standing.happenedAt < happenedAt;
  });
  if (taken.length === 0) return undefined;
  const renewed = new Set(taken.map(({ check }) => check));
  return [...reports.filter(({ check }) => !renewed.has(check)), ...taken].sort((one, other) =>
    one.check < other.check ? -1 : 1,
  );
}

/** What preflight found, as reports. A check that its stage does not need is in no report of its. */
export function reportsOf(
  { found }: PreflightFound,
  of: Pick<CheckReport, 'happenedAt' | 'by'>,
): readonly CheckReport[] {
  return Object.entries(preflightGroups).flatMap(([check, names]: readonly [string, readonly string[]]) => {
    const about = found.filter((one) => names.includes(one.check));
    const wrong = about.filter(({ state }) => state !== 'ready');
    if (about.length === 0) return [];
    const says = (wrong.length > 0 ? wrong : about).map((one) => one.says).join(' ');
    const good = wrong.length === 0;
    return [{ check: check as ReportedCheck, good, says: reportSays(says || check), ...of }];
  });
}
