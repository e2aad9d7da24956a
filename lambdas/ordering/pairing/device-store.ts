import type { Written } from '../../foundation/write-outcome.ts';
import type { DoorDevice } from './door-device.ts';

/** The memory of stewards' devices. A write follows the state that was read, and is taken only if that still stands. */
export interface DeviceStore {
  /** A new one; its id is never the same twice. */
  put(device: DoorDevice): Promise<void>;
  /** As it stands now. */
  get(performance: string, id: string): Promise<DoorDevice | undefined>;
  write(device: DoorDevice, before: DoorDevice['state']): Promise<Written>;
  /** Of a performance, as they stand now, in any order. */
  all(performance: string): Promise<readonly DoorDevice[]>;
}
