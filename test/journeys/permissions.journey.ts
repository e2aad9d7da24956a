import { expect, test } from '@jest/globals';
import type { UsageReport } from '../../local-cloud/iam/usage.ts';
import { findCloud } from '../../rehearsal/cloud.gateway.ts';
import { keysOf, neededBy, permissionsSeen } from '../lib/permissions.ts';
import type { Playhouse } from './running.ts';

/*
 * After all journeys: what the functions were let do by their roles, and what no call of theirs needed.
 */

export function permissionJourneys(house: () => Playhouse): void {
  const report = async (): Promise<UsageReport> => {
    const cloud = findCloud(house().state);
    return (await (await fetch(new URL('/iam.json', cloud?.endpoints.LAMBDA))).json()) as UsageReport;
  };

  test('no function asked for what its role does not allow', async () => {
    const { refused } = await report();
    expect(refused.map(({ caller, sentence }) => `${caller}: ${sentence}`)).toEqual([]);
  });

  test('a call needed each permission, or docs/permissions.md says why it is granted', async () => {
    const { unused } = permissionsSeen(await report());
    const excused = new Set(keysOf(neededBy().filter(({ because }) => because !== undefined)));
    expect(keysOf(unused).filter((key) => !excused.has(key))).toEqual([]);
  });
}
