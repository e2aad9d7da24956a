import type { CheckReports } from '../contracts/run-up.ts';
import { preflightGroups } from '../rules/run-up/preflight-groups.ts';
import type { NamedOutcome } from './preflight.ts';

/** Characters: the longest that a finding may say to the run-up. */
const longest = 2000;

/**
 * The findings as the run-up takes them. What could not be asked says nothing of the stage: its check keeps the report that
 * it has, and is red by itself once that is old. Undefined if nothing is left to say.
 */
export function preflightReport(found: readonly NamedOutcome[]): CheckReports | undefined {
  const unasked = new Set(found.flatMap(({ check, unasked }) => (unasked ? [check] : [])));
  const told = Object.values(preflightGroups).flatMap((names: readonly string[]) =>
    names.some((name) => unasked.has(name)) ? [] : found.filter(({ check }) => names.includes(check)),
  );
  if (told.length === 0) return undefined;
  return {
    preflight: { found: told.map(({ check, state, says }) => ({ check, state, says: says.slice(0, longest) })) },
  };
}
