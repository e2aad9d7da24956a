import type { BeaconChain } from '../../../contracts/line.ts';

/** The beacon of a stage, as its functions get it in `BEACON`: the addresses where it is read, and its chain. */
export interface BeaconSetting {
  /** Tried in turn. */
  readonly urls: readonly string[];
  readonly chain: BeaconChain;
}

/** The content of `BEACON`: JSON of a `BeaconSetting`, or `none`. */
export function readBeaconSetting(text: string): BeaconSetting | undefined {
  return text === 'none' ? undefined : (JSON.parse(text) as BeaconSetting);
}
