import type { BeaconChain } from '../../../contracts/line.ts';

/** The beacon of a stage, as its functions are told in `BEACON`: where it is read, and which chain it is. */
export interface BeaconSetting {
  /** Tried in turn. */
  readonly urls: readonly string[];
  readonly chain: BeaconChain;
}

/** What `BEACON` says: JSON of a `BeaconSetting`, or `none`. */
export function readBeaconSetting(text: string): BeaconSetting | undefined {
  return text === 'none' ? undefined : (JSON.parse(text) as BeaconSetting);
}
