import type { LedgerLine } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { withDoors } from '../../rules/moved-doors.ts';

/**
 * The line as its doors were moved, by the entries of its ledger. Its lobby is then decided by the beacon of the new
 * time. A move counts only if it was said before the old doors and before the new ones. Both beacons come out later, so
 * whoever moved them knew neither draw. It must name the doors that it moves, and the beacon that the rule names. Another
 * one moves nothing: a draw that follows it has another beacon than the one due, and is found.
 */
export function asMoved(line: LineFile, acts: readonly LedgerLine[]): LineFile {
  let now = line;
  for (const { act, at, detail } of acts) {
    const { opensAt, insteadOf, decides } = detail;
    if (act !== 'doors-moved' || typeof opensAt !== 'number' || insteadOf !== now.opensAt) continue;
    const moved = withDoors(now, opensAt);
    const isInTime = at < now.opensAt && at < opensAt;
    if (isInTime && decides === moved.beacon?.lobby) now = moved;
  }
  return now;
}
