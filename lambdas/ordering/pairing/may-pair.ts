import { everywhere } from '../../../rules/permissions.ts';
import type { StaffMember } from '../../foundation/staff/who-asks.ts';
import type { FindPerformance } from '../order/performances.ts';

export interface MayPairDeps {
  readonly findPerformance: FindPerformance;
}

/** Whether somebody of the house may pair devices for this performance. */
export async function mayPair(
  { findPerformance }: MayPairDeps,
  asker: StaffMember,
  performance: string,
  now: number,
): Promise<boolean> {
  if (asker.may('pair-devices', [everywhere])) return true;
  const file = await findPerformance(performance, now);
  return asker.may('pair-devices', [{ performance, show: file?.show }]);
}
