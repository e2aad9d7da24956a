import type { Place } from '../../contracts/line.ts';

/** The pass a fan has or last had. */
export interface GrantedPass {
  /** Counted from 1 for each fan. */
  readonly number: number;
  /** Seconds since the epoch: valid before. */
  readonly expiresAt: number;
  /** Given back before its time. */
  readonly givenBack: boolean;
}

/** One fan in one line. The place never changes. */
export interface Fan {
  readonly place: Place;
  readonly pass?: GrantedPass;
  /** Milliseconds since the epoch: when the place was given up; joining again takes it back. */
  readonly leftAt?: number;
}

/** One member of a roster, as keyed hashes. */
export interface Member {
  readonly member: string;
  readonly postcode: string;
}

export type Written = { readonly ok: true } | { readonly ok: false; readonly fan: Fan };

export interface FanStore {
  /** The fan and, if asked for, the member: one call, as of now or of a moment ago. */
  look(
    onSale: string,
    fan: string,
    member?: { readonly roster: string; readonly member: string },
  ): Promise<{ readonly fan?: Fan; readonly postcode?: string }>;
  /** As of now. */
  read(onSale: string, fan: string): Promise<Fan | undefined>;
  /** Puts the place if the fan has none; else says which they have. */
  place(place: Place): Promise<Written>;
  /** Takes back a place that was given up. */
  rejoin(onSale: string, fan: string): Promise<void>;
  /** Gives up the place, unless the fan ever had a pass. */
  leave(onSale: string, fan: string, at: number): Promise<Written>;
  /** Grants the pass if it is the fan's next (`number` one above the last) and the place was not given up. */
  grant(onSale: string, fan: string, pass: Pick<GrantedPass, 'number' | 'expiresAt'>): Promise<Written>;
  /** Marks the pass of this number as given back; nothing if the fan has another by now. */
  giveBack(onSale: string, fan: string, number: number): Promise<void>;
  /** Puts members, overwriting those already there. At most 25; returns those that were not taken. */
  enrol(roster: string, members: readonly Member[]): Promise<readonly Member[]>;
}
