import type { CheckReports } from '../contracts/run-up.ts';
import type { NamedOutcome } from './preflight.ts';

/** Characters: the longest that a finding may say to the run-up. */
const longest = 2000;

/** The findings as the run-up takes them. */
export function preflightReport(found: readonly NamedOutcome[]): CheckReports {
  return {
    preflight: { found: found.map(({ check, state, says }) => ({ check, state, says: says.slice(0, longest) })) },
  };
}
