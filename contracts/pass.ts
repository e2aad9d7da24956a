import { z } from 'zod';
import type { Need } from './line-requests.ts';

/**
 * The pass: the signed right to shop for a while. The slip: signed proof of which seats a hold contains, carried by the
 * fan from seating to ordering so that neither asks the other. The voucher: the right to come in again.
 *
 * All are `<kind>.<key id>.<payload>.<mac>` with kind `p1`, `s1` or `v1` (and `d1`: contracts/pairing.ts): payload is base64url(JSON), mac is base64url
 * of HMAC-SHA256(key, `<kind>.<key id>.<payload>`). The key is the UTF-8 bytes of the secret with that id. Each kind has
 * keys of its own, since whoever can check a mac can make one:
 *
 *     pass      the waiting room signs; the edge, seating and ordering read
 *     slip      seating signs; ordering reads
 *     voucher   ordering signs; the waiting room reads
 *     steward's right   ordering signs and reads
 */
export interface Pass {
  /** On-sale. */
  readonly o: string;
  /** Fan. */
  readonly f: string;
  /** This pass, unique for the fan. */
  readonly i: string;
  /** The fan's position, so that a pass that has ended can be named without naming the fan: see `passName`. */
  readonly q: number;
  /** Seconds since the epoch: valid before, not at or after. */
  readonly x: number;
  /** The fan's needs, if any. */
  readonly n?: readonly Need[];
  /** The device that it was given to, as the receipt names it. Left out of that of the one that took the place. */
  readonly d?: string;
}

/** Names a pass within its on-sale, and no fan: `<position>.<number of the pass>`. No device has a name like it. */
export function passName({ q, i }: Pick<Pass, 'q' | 'i'>): string {
  return `${q}.${i}`;
}

/**
 * The passes of the device that took the place, which has no name: it is ended by this one. Passes count from 1, so no
 * pass is called so.
 */
export function firstDeviceName({ q }: Pick<Pass, 'q'>): string {
  return `${q}.0`;
}

/**
 * `published.ended()`: the passes of an on-sale that were given back or taken away, and whose own time is not over yet;
 * and the devices that were ended.
 * Whoever begins something new for a pass looks here first.
 */
export interface EndedPasses {
  readonly v: 1;
  readonly onSale: string;
  readonly ended: readonly {
    /** Milliseconds since the epoch: since when these are in the list. */
    readonly listedAt: number;
    /** Names: see `passName`. */
    readonly passes: readonly string[];
  }[];
  /**
   * Devices that were ended, as receipts and passes name them, until the line is forgotten: whatever was given to them
   * begins nothing new. The one that took the place stands here by the mark of the place, and by `firstDeviceName` if it
   * had a pass. Left out while there are none.
   */
  readonly devices?: readonly string[];
}

/**
 * A fan gets this when an error of ours spoilt their checkout. It lets them in again without waiting. `i` is the pass
 * that was spoilt, so one voucher gives one pass, the next one.
 */
export interface Voucher {
  readonly o: string;
  readonly f: string;
  readonly i: string;
  /** Seconds since the epoch: valid before. */
  readonly x: number;
  readonly w: 'fault' | 'seats-lost';
}

export interface Slip {
  readonly hold: string;
  readonly performance: string;
  readonly onSale: string;
  readonly fan: string;
  /** Their ids. What they are and what they cost, the published plan says. */
  readonly seats: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The share of the house that the fan's asks go to; 0 if left out. */
  readonly share?: number;
}

export const heldSeat = z
  .object({
    id: z.string(),
    category: z.string().describe('Price category of the plan.'),
    label: z.string().describe('What the ticket says, e.g. `Stalls, row C, seat 14`.'),
    access: z
      .enum(['wheelchair', 'companion'])
      .exactOptional()
      .describe('A wheelchair place, or the seat of its companion. Left out of every other.'),
  })
  .readonly();
export type HeldSeat = z.infer<typeof heldSeat>;

export type SignedKind = 'p1' | 's1' | 'v1' | 'd1';

/** Characters: more than the slip of fifty seats, the most of one hold, with names as long as a plan may have them. */
export const longestSigned = 65_536;

/** Splits a signed text; undefined if it is not of the form above. Checks no signature. */
export function partsOf(
  kind: SignedKind,
  text: string,
): { readonly keyId: string; readonly payload: string; readonly mac: string; readonly signed: string } | undefined {
  if (text.length > longestSigned) return undefined;
  const match = /^([a-z0-9]+)\.([A-Za-z0-9-]{1,32})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/.exec(text);
  if (!match || match[1] !== kind) return undefined;
  const [, , keyId = '', payload = '', mac = ''] = match;
  return { keyId, payload, mac, signed: `${kind}.${keyId}.${payload}` };
}
