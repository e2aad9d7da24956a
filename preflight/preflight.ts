import { accountChecks } from './account-checks.ts';
import type { Check, Preflight } from './check.ts';
import { deployedChecks } from './deployed-checks.ts';
import type { Finding } from './finding.ts';
import { nameChecks } from './name-checks.ts';
import { quotaChecks } from './quota-checks.ts';

/** In the order in which a person would put them right. */
export const checks: readonly Check[] = [...accountChecks, ...quotaChecks, ...nameChecks, ...deployedChecks];

export interface Found extends Finding {
  readonly check: string;
}

/** All that concern the stage, asked side by side. A check that fails itself is a finding too. */
export async function runChecks(preflight: Preflight): Promise<readonly Found[]> {
  const concerning = checks.filter(({ concerns }) => concerns?.(preflight.settings) ?? true);
  return Promise.all(concerning.map(async ({ name, run }) => ({ check: name, ...(await run(preflight)) })));
}

/** 0: all is ready. 1: something is to be done, or could not be asked. */
export const statusOf = (found: readonly Found[]): 0 | 1 => (found.every(({ state }) => state === 'ready') ? 0 : 1);
