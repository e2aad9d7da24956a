import { accountChecks } from './account-checks.ts';
import type { AccountCheck, Preflight } from './check.ts';
import type { CheckOutcome } from './check-outcome.ts';
import { deployedChecks } from './deployed-checks.ts';
import { nameChecks } from './name-checks.ts';
import type { AskAccount } from './question.ts';
import { quotaChecks } from './quota-checks.ts';

/** In the order in which a person would put them right. */
export const checks: readonly AccountCheck[] = [...accountChecks, ...quotaChecks, ...nameChecks, ...deployedChecks];

export interface NamedOutcome extends CheckOutcome {
  readonly check: string;
}

/** All that concern the stage, asked side by side. A check that fails itself is a finding too. */
export async function runChecks(preflight: Preflight): Promise<readonly NamedOutcome[]> {
  const concerning = checks.filter(({ concerns }) => concerns?.(preflight.settings) ?? true);
  const once = { ...preflight, ask: askedOnce(preflight.ask) };
  return Promise.all(concerning.map(async ({ name, run }) => ({ check: name, ...(await run(once)) })));
}

/** Several checks ask who the account is, and for the same stack. */
function askedOnce(ask: AskAccount): AskAccount {
  const answers = new Map<string, ReturnType<AskAccount>>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask(question);
    answers.set(key, answer);
    return answer;
  };
}

/** 0: all is ready. 1: something is to be done, or could not be asked. */
export const statusOf = (found: readonly NamedOutcome[]): 0 | 1 =>
  found.every(({ state }) => state === 'ready') ? 0 : 1;
