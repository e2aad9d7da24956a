import type { LedgerLine } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { withDoors } from '../../rules/moved-doors.ts';

/**
 * The line as an entry of its ledger moves its doors. Its lobby is then decided by the beacon of the new time. A move
 * counts only if it was said before the old doors and before the new ones. Both beacons come out later, so whoever moved
 * them knew neither draw. It must name the doors that it moves, and the beacon that the rule names. Another one moves
 * nothing, and no honest line has one: it is `in-vain`. Undefined if the entry is of another act.
 */
export function movedBy(line: LineFile, { act, at, detail }: LedgerLine): LineFile | 'in-vain' | undefined {
  if (act !== 'doors-moved') return undefined;
  const { opensAt, insteadOf, decides } = detail;
  if (typeof opensAt !== 'number' || insteadOf !== line.opensAt) return 'in-vain';
  const moved = withDoors(line, opensAt);
  const isInTime = at < line.opensAt && at < opensAt;
  return isInTime && decides === moved.beacon?.lobby ? moved : 'in-vain';
}
