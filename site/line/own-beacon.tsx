import type { LineFile } from '../../contracts/line.ts';
import { whoseBeacon } from '../../rules/whose-beacon.ts';
import { beaconWords } from '../../words/en/beacon.ts';

/** Said under a line whose draws no public beacon decides. */
export function ownBeacon(line: LineFile | undefined) {
  const whose = whoseBeacon(line?.beacon);
  const words = whose === 'none' || whose === 'stand-in' ? beaconWords[whose] : beaconWords['not-public'];
  return <span class="own-beacon">{words}</span>;
}
