import type { CheckReports } from '../../contracts/run-up.ts';
import { reportSays } from '../../rules/run-up/report-says.ts';
import type { Walked } from './walk.ts';

/* A walk as the run-up is told of it: the check of the test sale is green or red by what a program bought, and by nobody's word. */

export function trialReport(walked: Walked): Required<Pick<CheckReports, 'reports'>> {
  const seconds = Math.round(walked.taken.reduce((sum, { tookMs }) => sum + tookMs, 0) / 1000);
  const says = walked.ok
    ? `A program joined, bought a seat with a pretend card and gave it back, in ${seconds} s.`
    : `No seat could be bought: ${walked.failed}. ${walked.says}`;
  return { reports: [{ check: 'trial', good: walked.ok, says: reportSays(says) }] };
}
