import { z } from 'zod';
import type { LogPromise } from './head-log.ts';
import type { PreparedMessage } from './prepared-messages.ts';
import type { RollLayout } from './roll.ts';

/**
 * One fan's place in a line, as the receipt proves it. `fan` is HMAC(pepper, on-sale | identity) in
 * base64url: it names one fan within one on-sale and says nothing about the person.
 */
export const place = z
  .object({
    v: z.literal(2),
    onSale: z.string(),
    fan: z.string().describe('Names one fan within this on-sale, and says nothing about the person.'),
    mark: z.string().describe('The name under which the published roll of the round has this fan.'),
    round: z.number().int().describe('0 is the lobby, before the doors.'),
    shard: z.number().int(),
    index: z.number().int().describe('Counted from 0 within the shard.'),
    joinedAt: z.number().int().describe('Milliseconds since the epoch.'),
    device: z
      .string()
      .exactOptional()
      .describe('The device that this receipt was given to. Left out of the receipt of the one that took the place.'),
  })
  .readonly();
export type Place = z.infer<typeof place>;

/*
 * A receipt is `r2.<payload>.<signature>`: payload is base64url(JSON of Place), the signature is
 * base64url of Ed25519 over the ASCII bytes of `r2.<payload>`. Its public key is in the LineFile.
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
  /** The round of the beacon that decides the draw of this tier's lobby. Left out in a line without a beacon. */
  readonly beacon?: number;
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
  readonly v: 2;
  readonly onSale: string;
  readonly title: string;
  /** Milliseconds since the epoch: when the doors open. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Of the first tier. */
  readonly entry: EntryKind;
  /** Only with more than one. The first is the lobby of round 0. */
  readonly tiers?: readonly Tier[];
  /** How the rolls of its rounds are laid out. */
  readonly roll: RollLayout;
  /**
   * The beacon that decides every draw. A line without one is *trusted*: the holder of its secret could know a draw
   * beforehand. `lobby` is the round of the beacon that decides the draw of round 0. If a beacon cannot be had, the draw
   * waits; after `patienceMs` staff may go on without it, and the draw is then *unproved*.
   */
  readonly beacon?: BeaconChain & { readonly lobby: number; readonly patienceMs: number };
  /**
   * In how many seconds all joins come through, if everybody comes at the doors. Pages spread themselves over them. Left
   * out where it is one.
   */
  readonly joinSeconds?: number;
  /** Seconds between the closings of two rounds after the doors opened. */
  readonly roundSeconds: number;
  /**
   * The reversed hash chain of seeds: `anchor` is hex(SHA-256 applied `length` times to a secret). The
   * seed of round r must hash, r + 1 times, to the anchor.
   */
  readonly chain: { readonly anchor: string; readonly length: number };
  /** base64url of the raw 32-byte Ed25519 public key that signs receipts. */
  readonly receiptKey: string;
  /** The log of its heads, and who is asked to witness it. */
  readonly log?: LogPromise;
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
  /** When the first doors open, or opened: as the line promised, or as staff moved them since. */
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
  /** How many entries the ledger has, how many rolls are committed to, and the one head of both (hex). */
  readonly ledger: { readonly n: number; readonly rolls: number; readonly head: string };
  /** The round of the beacon that a committed roll waits for. Absent while none waits. */
  readonly awaits?: number;
  /** The operators' message to everyone; at most 100 bytes, as JSON has them. */
  readonly message?: string;
  /**
   * Fans whom staff let in before their turn, by the first four letters of their marks, one after the other: the last
   * few.
   */
  readonly admits?: string;
  /** Their message, of those that were written beforehand. Never together with the other. */
  readonly prepared?: PreparedMessage;
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

/**
 * The draw of one bank of a round's roll. With a receipt of that bank anyone can compute the position. All sheets of a
 * round say the same but for `bank`, `before` and `counts`.
 */
export interface DrawSheet {
  readonly v: 2;
  readonly onSale: string;
  readonly round: number;
  readonly bank: number;
  /** Milliseconds since the epoch: when the round took its last join, and when it was drawn. */
  readonly closedAt: number;
  readonly drawnAt: number;
  /** Marks by shard of this bank, as its file of the roll has them. */
  readonly counts: readonly number[];
  /** Marks on the banks before this one. */
  readonly before: number;
  /** Marks of the whole round. */
  readonly size: number;
  /** Positions given by all earlier rounds. */
  readonly offset: number;
  /** Hex of 32 bytes: the chain's. */
  readonly seed: string;
  /**
   * Only in a line with a beacon: the one that the commitment named. The draw then uses SHA-256(seed ‖ randomness) in
   * place of the seed. `unproved` says why staff went on without it: then the draw uses the seed alone.
   */
  readonly beacon?: Beacon | { readonly unproved: string };
}

/** `published.rounds()`: the rounds that are drawn, as spans [first, last]; their draw sheets are published. */
export interface Rounds {
  readonly v: 1;
  readonly onSale: string;
  readonly spans: readonly (readonly [number, number])[];
}
