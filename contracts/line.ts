import { z } from 'zod';

/**
 * One fan's place in a line, as the receipt proves it. `fan` is HMAC(pepper, on-sale | identity) in
 * base64url: it names one fan within one on-sale and says nothing about the person.
 */
export const place = z
  .object({
    v: z.literal(1),
    onSale: z.string(),
    fan: z.string().describe('Names one fan within this on-sale, and says nothing about the person.'),
    round: z.number().int().describe('0 is the lobby, before the doors.'),
    shard: z.number().int(),
    index: z.number().int().describe('Counted from 0 within the shard.'),
    joinedAt: z.number().int().describe('Milliseconds since the epoch.'),
  })
  .readonly();
export type Place = z.infer<typeof place>;

/*
 * A receipt is `r1.<payload>.<signature>`: payload is base64url(JSON of Place), the signature is
 * base64url of Ed25519 over the ASCII bytes of `r1.<payload>`. Its public key is in the LineFile.
 */

/** How a fan shows who they are: by a roster, by an e-mail address that answers, or by a proof of work. */
export const entryKind = z.enum(['members', 'email', 'open']);
export type EntryKind = z.infer<typeof entryKind>;

/**
 * One window of an on-sale: benefactors, then Friends, then everyone. Each has a lobby of its own that is drawn when
 * its doors open, behind everybody drawn before. So no earlier tier ever pushes anyone backwards.
 */
export interface Tier {
  readonly id: string;
  /** In the fan's words, e.g. `Benefactors`. */
  readonly name: string;
  readonly entry: EntryKind;
  /** Milliseconds since the epoch. Tiers are in order of it. */
  readonly opensAt: number;
  /** The round that is this tier's lobby: `tierStride` times its number. */
  readonly round: number;
}

/** Rounds are numbered in the order of their draws; each tier's lobby begins a stretch of so many. */
export const tierStride = 65_536;

/** A public beacon of randomness (drand), mixed into every draw of the line. */
export interface BeaconChain {
  /** Hex of the chain's hash. */
  readonly chainHash: string;
  /** Hex. */
  readonly publicKey: string;
  readonly scheme: string;
  /** Seconds since the epoch: of the beacon's round 1. */
  readonly genesis: number;
  /** Seconds between two rounds of the beacon. */
  readonly period: number;
}

/** One round of the beacon: `randomness` is SHA-256 of `signature`, all hex. */
export interface Beacon {
  readonly round: number;
  readonly randomness: string;
  readonly signature: string;
}

/** The promises of a line, published before anyone joins and never changed. */
export interface LineFile {
  readonly v: 1;
  readonly onSale: string;
  readonly title: string;
  /** Milliseconds since the epoch: when the doors open. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Of the first tier. */
  readonly entry: EntryKind;
  /** Only with more than one. The first is the lobby of round 0. */
  readonly tiers?: readonly Tier[];
  /** Only if a beacon is mixed in. */
  readonly beacon?: BeaconChain;
  /** Seconds between the closings of two rounds after the doors opened. */
  readonly roundSeconds: number;
  /**
   * The reversed hash chain of seeds: `anchor` is hex(SHA-256 applied `length` times to a secret). The
   * seed of round r must hash, r + 1 times, to the anchor.
   */
  readonly chain: { readonly anchor: string; readonly length: number };
  /** base64url of the raw 32-byte Ed25519 public key that signs receipts. */
  readonly receiptKey: string;
}

/** The state of a line, published about once a second while anything changes. */
export interface Board {
  readonly v: 1;
  readonly onSale: string;
  readonly phase: 'lobby' | 'open' | 'paused' | 'sold-out' | 'closed';
  /**
   * The reason why nobody is called though people wait: staff paused it; the house does not answer as it should; every
   * seat is in somebody's basket. Absent otherwise.
   */
  readonly halt?: 'staff' | 'house' | 'baskets';
  /** Milliseconds since the epoch: when the pacemaker wrote this. */
  readonly writtenAt: number;
  readonly opensAt: number;
  /** The round that joins go to now. Every earlier round that has a draw sheet is drawn. */
  readonly round: number;
  /** Highest position that exists; 0 before the first draw. */
  readonly drawn: number;
  readonly calledUpTo: number;
  /** Fans in the lobby, or behind `calledUpTo` and not drawn yet. */
  readonly waiting: number;
  /** Positions called a minute, measured over the last minutes; 0 while unknown. */
  readonly rate: number;
  /** Minutes until called at the middle and at the far end of the line: [half are called by then, nine of ten]. */
  readonly wait?: { readonly middle: readonly [number, number]; readonly end: readonly [number, number] };
  /** From which anyone computes the chance of a ticket at their place: see rules/chance.ts. Absent while unknown. */
  readonly odds?: Odds;
  /** How hard the proof of work of an open entry is now: hashes at most. Absent where there is none. */
  readonly effort?: number;
  /** How many entries the ledger has, and the hash of the last (hex). */
  readonly ledger: { readonly n: number; readonly head: string };
  /** The operators' message to everyone; at most 130 bytes. */
  readonly message?: string;
}

/** The numbers that the chance of a ticket depends on, measured over the whole on-sale. */
export interface Odds {
  /** Seats that are free, and those in baskets that will be again. */
  readonly left: number;
  /**
   * Positions to add to those ahead of anyone. They stand for people who were called and have neither seats nor left
   * yet. They also stand for the patience of those near the front, who come more often than those behind.
   */
  readonly room: number;
  /**
   * Seats that one called position takes, around the place at which they run out. These are the average, its standard
   * deviation, and the doubt about the average.
   */
  readonly mean: number;
  readonly sd: number;
  readonly err: number;
}

/** One drawn round. With a receipt of that round anyone can compute the position. */
export interface DrawSheet {
  readonly v: 1;
  readonly onSale: string;
  readonly round: number;
  /** Milliseconds since the epoch. */
  readonly drawnAt: number;
  /** Joins by shard, final. */
  readonly counts: readonly number[];
  /** Their sum. */
  readonly size: number;
  /** Positions given by all earlier rounds. */
  readonly offset: number;
  /** Hex of 32 bytes: the chain's. */
  readonly seed: string;
  /**
   * With a beacon: when the round took its last join (milliseconds since the epoch) and the first beacon after
   * that, or why it could not be had. The draw then uses SHA-256(seed ‖ randomness) in place of the seed.
   */
  readonly closedAt?: number;
  readonly beacon?: Beacon | { readonly missed: string };
}

/** `published.rounds()`: the rounds that are drawn, as spans [first, last]; their draw sheets are published. */
export interface Rounds {
  readonly v: 1;
  readonly onSale: string;
  readonly spans: readonly (readonly [number, number])[];
}
