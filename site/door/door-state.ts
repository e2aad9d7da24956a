import type { DoorList } from '../../contracts/door.ts';
import type { Pairing } from '../../contracts/pairing.ts';
import type { Keyboard } from '../../rules/scanner-layouts.ts';
import type { Trouble } from '../api.ts';
import { nobodyYet, type WhoIsIn } from '../sign-in/signed-in.ts';
import type { DevicesState } from './devices.ts';
import type { Night } from './door-api.ts';
import type { Conflict, KeptGuests } from './door-log.store.ts';
import type { Found } from './door-work.ts';
import type { Contact } from './judge.ts';
import type { ShownCode } from './pairing-api.ts';

export type CameraState = 'off' | 'asking' | 'on' | 'refused' | 'none';

export interface DoorState {
  /** A supervisor, if one signed in. */
  readonly who: WhoIsIn;
  /** Of this device: what it scans with. */
  readonly right?: Pairing | undefined;
  /** A code that this device was opened with, and did not take yet. */
  readonly shown?: ShownCode | undefined;
  /** A code is being taken, for this device. */
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
  /** Another code came from the hand scanner while one was looked up: its answer is none of that. */
  readonly missed: boolean;
  readonly found?: Found | undefined;
  /** So many answers were shown: each is a dialog of its own, and its focus is at "Next". */
  readonly answers: number;
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

/** A page that nobody has touched yet. */
export const untouched: DoorState = {
  who: nobodyYet,
  busy: false,
  doorWrong: false,
  camera: 'off',
  checking: false,
  missed: false,
  answers: 0,
  contact: 'never',
  silent: 0,
  admitted: 0,
  waiting: 0,
  conflicts: [],
};

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
