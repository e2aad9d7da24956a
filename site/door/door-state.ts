import type { DoorList } from '../../contracts/door.ts';
import type { Pairing } from '../../contracts/pairing.ts';
import type { Keyboard } from '../../rules/scanner-layouts.ts';
import type { Trouble } from '../api.ts';
import type { DevicesState } from './devices.ts';
import type { Night } from './door-api.ts';
import type { Conflict, KeptGuests } from './door-log.store.ts';
import type { Found } from './door-work.ts';
import type { Contact } from './judge.ts';
import type { ShownCode } from './pairing-api.ts';

export type CameraState = 'off' | 'asking' | 'on' | 'refused' | 'none';

export interface DoorState {
  /** Of staff. */
  readonly key: string | undefined;
  /** Of this device, in place of the key. */
  readonly right?: Pairing | undefined;
  /** A code that this device was opened with, and did not take yet. */
  readonly shown?: ShownCode | undefined;
  /** The code is being taken. */
  readonly busy: boolean;
  /** Of the performance that is chosen, for a supervisor. */
  readonly devices?: DevicesState | undefined;
  readonly trouble?: Trouble | undefined;
  readonly nights?: readonly Night[] | undefined;
  /** Both once the door is open. */
  readonly night?: Night | undefined;
  readonly door?: string | undefined;
  readonly doorWrong: boolean;
  readonly camera: CameraState;
  /** Undefined where the camera has no light. */
  readonly light?: boolean | undefined;
  readonly checking: boolean;
  readonly found?: Found | undefined;
  /** The text to find a guest by, while somebody looks for one. */
  readonly lookUp?: string | undefined;
  readonly guests?: KeptGuests | undefined;
  readonly list?: DoorList | undefined;
  /** The hand scanner's last code was read through this one. */
  readonly keyboard?: Keyboard | undefined;
  readonly contact: Contact;
  /** Milliseconds without a word of the platform. */
  readonly silent: number;
  readonly admitted: number;
  readonly waiting: number;
  /** `place`: the seat's name, if it is known. */
  readonly conflicts: readonly (Conflict & { readonly place?: string | undefined })[];
}

/** A door that is not open, whoever the device belongs to. */
export const closed = {
  night: undefined,
  door: undefined,
  found: undefined,
  lookUp: undefined,
  guests: undefined,
  list: undefined,
  keyboard: undefined,
  camera: 'off',
  light: undefined,
} as const;
