import { z } from 'zod';
import { slug } from './ids.ts';

/**
 * One fan's place in a line, as the receipt proves it. `fan` is HMAC(pepper, on-sale | identity) in
 * base64url: it names one fan within one on-sale and says nothing about the person.
 */
export interface Place {
  readonly v: 1;
  readonly onSale: string;
  readonly fan: string;
  /** 0 is the lobby, before the doors. */
  readonly round: number;
  readonly shard: number;
  /** Counted from 0 within the shard. */
  readonly index: number;
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
}

/*
 * A receipt is `r1.<payload>.<signature>`: payload is base64url(JSON of Place), the signature is
 * base64url of Ed25519 over the ASCII bytes of `r1.<payload>`. Its public key is in the LineFile.
 */

/** What a line promises, published before anyone joins and never changed. */
export interface LineFile {
  readonly v: 1;
  readonly onSale: string;
  readonly title: string;
  /** Milliseconds since the epoch: when the doors open. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** How a fan shows who they are. */
  readonly entry: 'members' | 'open';
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
  readonly phase: 'lobby' | 'open' | 'paused' | 'closed';
  /** Milliseconds since the epoch: when the pacemaker wrote this. */
  readonly at: number;
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
  /** What operations want everyone to know; at most 140 characters. */
  readonly message?: string;
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
  /** Hex of 32 bytes. */
  readonly seed: string;
}

const member = z.object({
  entry: z.literal('members'),
  /** As printed on the membership card. */
  member: z.string().trim().min(1, 'type your member number').max(32, 'a member number has at most 32 characters'),
  postcode: z.string().trim().min(1, 'type your postcode').max(16, 'a postcode has at most 16 characters'),
});

const open = z.object({
  entry: z.literal('open'),
  /** 128 random bits in base64url, made by the browser once and kept. */
  visitor: z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'send 128 random bits as 22 characters of base64url'),
});

/** Body of `POST /api/lines/{onSale}/join`. */
export const joinRequest = z.discriminatedUnion('entry', [member, open]);
export type JoinRequest = z.infer<typeof joinRequest>;

/** Answer to a join: 201 for a new place, 200 for the place the fan already had. */
export interface Joined {
  readonly receipt: string;
  readonly place: Place;
}

/** Answer to a claim. `pass` goes into the `stampede-pass` header of what follows. */
export interface Claimed {
  readonly pass: string;
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** How operations steer a line. */
export const dials = z.object({
  /** How many fans may shop at once. */
  shopping: z.number().int().min(0).max(1_000_000),
  /** At most so many are called a minute. */
  perMinute: z.number().int().min(1).max(1_000_000),
  paused: z.boolean(),
  /** How long a pass lasts. */
  passMinutes: z.number().int().min(1).max(120),
  /** How long a called fan's slot is kept free. */
  claimMinutes: z.number().int().min(1).max(60),
  message: z.string().max(140).optional(),
});
export type Dials = z.infer<typeof dials>;

/** What `waiting-room/open-line` is given. Opening the same line again changes nothing. */
export const lineOpening = z
  .object({
    onSale: slug,
    title: z.string().min(1).max(120),
    opensAt: z.number().int().positive(),
    closesAt: z.number().int().positive(),
    entry: z.enum(['members', 'open']),
    /** The roster whose members may join; only with entry `members`. */
    roster: slug.optional(),
    /** Fans expected, which sets the number of tally shards. */
    audience: z.number().int().min(1).max(10_000_000),
    dials,
  })
  .refine((line) => line.closesAt > line.opensAt, { path: ['closesAt'], message: 'must be after opensAt' })
  .refine((line) => (line.entry === 'members') === (line.roster !== undefined), {
    path: ['roster'],
    message: 'name a roster if, and only if, entry is members',
  });
export type LineOpening = z.infer<typeof lineOpening>;

/** What `waiting-room/load-roster` is given: at most 5,000 members a call. */
export const rosterLoad = z.object({
  roster: slug,
  members: z
    .array(z.object({ member: z.string().min(1).max(32), postcode: z.string().min(1).max(16) }))
    .min(1)
    .max(5000),
});
export type RosterLoad = z.infer<typeof rosterLoad>;

/** What `waiting-room/turn-dials` is given: only the dials that turn. */
export const dialsTurn = z.object({ onSale: slug, dials: dials.partial() });
export type DialsTurn = z.infer<typeof dialsTurn>;
