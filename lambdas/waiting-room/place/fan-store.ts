import type { Place } from '../../../contracts/line.ts';
import type { DeviceKind, Need, SlowerLane } from '../../../contracts/line-requests.ts';
import type { Written } from '../../foundation/write-outcome.ts';
import type { HeldOn, HeldOnByKey } from './devices.ts';
import type { Tries, TriesLimit } from './tries.ts';

/** The pass a fan has or last had. */
export interface GrantedPass {
  /** Counted from 1 for each fan. */
  readonly number: number;
  /** Of the fan's place. */
  readonly position: number;
  /** Milliseconds since the epoch: valid before. */
  readonly expiresAt: number;
  /** Milliseconds since the epoch: when it was given back or taken away before its time. */
  readonly endedAt?: number;
  /** Given for a voucher, on top of what the dial allows. */
  readonly voucher?: true;
  /** How many times it was extended; none if left out. */
  readonly extended?: number;
  /** The device that claimed it. Left out of the first. */
  readonly by?: string;
  /** Parts of the room that it is counted in: see `CountedPass`. */
  readonly parts?: number;
}

/** A pass that has ended before its time. */
export type EndedGrant = GrantedPass & { readonly endedAt: number };

/** The record of a place that is no ordinary one: see `slower-lane.ts`. */
export interface FanSlowerLane extends SlowerLane {
  /** Milliseconds since the epoch: since when. */
  readonly at: number;
  /** Milliseconds since the epoch: a called place of the slower lane is let in from then on. Set by its first claim. */
  readonly letInAt?: number;
}

/**
 * Where the mark of a fan is put: on this shard of this round, and nowhere else. It is put before the mark, and moves
 * only off a shard on which the mark does not stand and never will. So a mark stands once, however many devices join.
 */
export type Pin = Omit<Place, 'v' | 'mark' | 'index' | 'device'>;

/** One fan in one line. The place is where their mark stands; the pin of a place that stands never changes. */
export interface FanRecord {
  readonly pin: Pin;
  readonly pass?: GrantedPass;
  /** Milliseconds since the epoch: when the place was given up; joining again takes it back. */
  readonly leftAt?: number;
  /** The needs that they named at the join. */
  readonly needs?: readonly Need[];
  /** Left out: an ordinary place. */
  readonly slowerLane?: FanSlowerLane;
  /** Milliseconds since the epoch: when staff let them in before their turn; see `levers/admit-fan.ts`. */
  readonly admittedAt?: number;
  /** How many passes they were granted for a voucher; none if left out. */
  readonly vouchers?: number;
  /** Staff let them in again, after an error of ours: see `turn/readmission.ts`. */
  readonly readmission?: Readmission;
  /** The devices that hold the place. */
  readonly devices?: HeldOnByKey;
  /** How many devices were ended; none if left out. */
  readonly endings?: number;
  /** The last code by which another device may take the place. */
  readonly handover?: Handover;
  /** How many times the place was handed over; never if left out. From the first time on no device without a name has it. */
  readonly handedOver?: number;
}

/** A code by which another device may take the place: see `take-over-place.ts`. */
export interface Handover {
  /** Counted from 1 for each place. */
  readonly number: number;
  /** A keyed hash. */
  readonly code: string;
  /** Milliseconds since the epoch: good before. */
  readonly until: number;
  /** Milliseconds since the epoch. */
  readonly usedAt?: number;
}

/** The right to one pass more, on top of the dial. */
export interface Readmission {
  /** The number of the pass that it follows; 0 for a fan who never had one. */
  readonly after: number;
  /** Milliseconds since the epoch: good before. */
  readonly until: number;
}

/** All that is known of a fan besides the pin when it is put. */
export interface PinExtras {
  readonly needs?: readonly Need[];
  readonly slowerLane?: FanSlowerLane;
  /** The device that takes the place. */
  readonly device?: { readonly key: string; readonly kind: DeviceKind };
}

/** The key under which a roster keeps a member, or would keep one. */
export interface MemberNumber {
  readonly roster: string;
  /** A keyed hash. */
  readonly member: string;
}

/** The record of a member number. One that is in no roster may have been tried all the same, and a mere counter is in none. */
export interface KnownMember {
  readonly postcode?: string;
  readonly tries?: Tries;
}

/** One member of a roster, as keyed hashes. */
export interface Member {
  readonly member: string;
  readonly postcode: string;
}

export interface FanStore {
  /** The fan and what the rosters know, one answer a number asked for: one call, as of now or of a moment ago. */
  look(
    onSale: string,
    fan: string,
    numbers?: readonly MemberNumber[],
  ): Promise<{ readonly fan?: FanRecord; readonly members: readonly KnownMember[] }>;
  /**
   * Counts one more wrong postcode, unless `most` are counted already, and keeps the count until the given time.
   */
  countTry(number: MemberNumber, limit: TriesLimit): Promise<Written>;
  /** As of now. */
  read(onSale: string, fan: string): Promise<FanRecord | undefined>;
  /** Puts the pin, with its extras, if the fan has none; else says which they have. */
  pin(pin: Pin, extras?: PinExtras): Promise<Written<{ readonly fan: FanRecord }>>;
  /** Moves the pin to another shard, of a later round perhaps, if it still is this one; else says which they have. */
  repin(pin: Pin, to: Pick<Pin, 'round' | 'shard'>): Promise<Written<{ readonly fan: FanRecord }>>;
  /** Corrects the needs of a fan who joins again and names them. */
  need(onSale: string, fan: string, needs: readonly Need[]): Promise<void>;
  /**
   * Notes a device with this key, if there is none, the place has fewer than the most, and devices were ended or not as
   * `behind` says; else says how the fan stands.
   */
  addDevice(onSale: string, fan: string, key: string, device: HeldOn): Promise<Written<{ readonly fan: FanRecord }>>;
  /** Takes the device with this key off the place. One that was ended is counted, once. */
  dropDevice(onSale: string, fan: string, key: string, why: 'ended' | 'left'): Promise<void>;
  /** Fixes once when a device that stands behind is let in; undefined if there is none with this key. */
  letDeviceIn(onSale: string, fan: string, key: string, letInAt: number): Promise<number | undefined>;
  /** Takes back a place that was given up. */
  rejoin(onSale: string, fan: string): Promise<void>;
  /** Gives up the place, unless the fan ever had a pass, or the place was handed over oftener than was read. */
  leave(
    onSale: string,
    fan: string,
    leftAt: number,
    handedOver?: number,
  ): Promise<Written<{ readonly fan: FanRecord }>>;
  /**
   * Grants the pass if it is the fan's next (`number` one above the last) and the place was neither given
   * up nor removed, nor handed over oftener than was read. `vouchers` is
   * how many the fan has used with it, if it is for one; whoever read the last pass read that number as well.
   */
  grant(
    onSale: string,
    fan: string,
    pass: Pick<GrantedPass, 'number' | 'expiresAt' | 'position' | 'voucher' | 'by' | 'parts'>,
    vouchers?: number,
    handedOver?: number,
  ): Promise<Written<{ readonly fan: FanRecord }>>;
  /** Extends the pass of this number if it has not ended and not extended since `last` was read. */
  extend(
    onSale: string,
    fan: string,
    last: GrantedPass,
    expiresAt: number,
  ): Promise<Written<{ readonly fan: FanRecord }>>;
  /**
   * Ends the pass of this number and returns it; the first moment stands. Undefined if the fan has another by now.
   */
  endPass(onSale: string, fan: string, number: number, endedAt: number): Promise<EndedGrant | undefined>;
  /** Notes that the fan may come in once more, if the last pass still is the one that it follows; else says how they stand. */
  readmit(onSale: string, fan: string, readmission: Readmission): Promise<Written<{ readonly fan: FanRecord }>>;
  /** Notes the code if its number is the next of the place; else says how they stand. */
  offerHandover(onSale: string, fan: string, handover: Handover): Promise<Written<{ readonly fan: FanRecord }>>;
  /**
   * Hands the place over to a device, the only one from then on, if the code is still that of the place and was not used,
   * no pass was taken and no device came or went since `read`, and the place was not removed. A place that was given up is
   * taken back. All devices of before are counted as ended.
   */
  handOver(
    onSale: string,
    read: FanRecord,
    to: { readonly key: string; readonly device: HeldOn; readonly usedAt: number },
  ): Promise<Written<{ readonly fan: FanRecord }, { readonly fan: FanRecord }>>;
  /** Slows or removes the place, or makes it an ordinary one again, if there is such a fan. */
  setSlowerLane(onSale: string, fan: string, slowerLane: FanSlowerLane | undefined): Promise<Written>;
  /** Lets the fan in before their turn, if there is such a fan; the first moment stands. */
  admit(onSale: string, fan: string, admittedAt: number): Promise<void>;
  /** Fixes once when a place of the slower lane is let in; its record as it stands, undefined for an ordinary place. */
  slowUntil(onSale: string, fan: string, letInAt: number): Promise<FanSlowerLane | undefined>;
  /** Dates the appeal in the record of the slower lane, if the fan has one. */
  appealed(onSale: string, fan: string, appealedAt: number): Promise<void>;
  /** Puts members, each once, in the place of those already there. */
  enrol(roster: string, members: readonly Member[]): Promise<void>;
}
