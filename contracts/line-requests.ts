import { z } from 'zod';
import type { Place } from './line.ts';

/**
 * What a fan needs, asked once at the join and honoured from then on: a wheelchair place, the seat of a
 * companion beside it, more time for everything that has a limit.
 */
export const need = z.enum(['wheelchair', 'companion', 'more-time']);
export type Need = z.infer<typeof need>;
const needs = z.array(need).max(3).optional();

/** Why a place is in the slower lane or was removed; fans see it, may appeal, and staff decide. */
export const suspicions = ['many-from-one-address', 'not-a-browser', 'staff'] as const;
export type Suspicion = (typeof suspicions)[number];

/** Where a place is other than in the ordinary lane. */
export interface Lane {
  readonly lane: 'slower' | 'removed';
  readonly why: Suspicion;
  /** Milliseconds since the epoch. */
  readonly appealedAt?: number;
}

const member = z.object({
  entry: z.literal('members'),
  /** As printed on the membership card. */
  member: z.string().trim().min(1, 'type your member number').max(32, 'a member number has at most 32 characters'),
  postcode: z.string().trim().min(1, 'type your postcode').max(16, 'a postcode has at most 16 characters'),
  needs,
});

const email = z.object({
  entry: z.literal('email'),
  /** From the link that was sent: `e1.<payload>.<mac>`. */
  link: z.string().min(1, 'open the link in the e-mail that was sent to you').max(600),
  needs,
});

/** Names one browser, and nobody. */
export const visitorId = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'send 128 random bits as 22 characters of base64url');

const open = z.object({
  entry: z.literal('open'),
  /** 128 random bits in base64url, made by the browser once and kept. */
  visitor: visitorId,
  /** The solved challenge, base64 of JSON, as altcha has it: see `GET /api/lines/{onSale}/challenge`. */
  work: z.string().min(1, 'solve a challenge and send the solution').max(2000),
  needs,
});

/** Body of `POST /api/lines/{onSale}/join`. */
export const joinRequest = z.discriminatedUnion('entry', [member, email, open]);
export type JoinRequest = z.infer<typeof joinRequest>;

/** Body of `POST /api/lines/{onSale}/invite`: where to send the link that shows that the address answers. */
export const inviteRequest = z.object({
  email: z.email('type an e-mail address such as ada@example.org').max(254),
  /** Of the message. */
  language: z.enum(['en', 'cy', 'fr', 'de', 'es']).default('en'),
});
export type InviteRequest = z.infer<typeof inviteRequest>;

/** Answer to `GET /api/lines/{onSale}/challenge?visitor=…`: what an open entry must solve, as altcha (v1) has it. */
export interface Challenge {
  readonly algorithm: 'SHA-256';
  /** Hex of SHA-256 over the salt and the decimal digits of a number from 0 to `maxnumber`: find that number. */
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
  readonly signature: string;
}

/** Body of `POST /api/lines/{onSale}/appeal`, with the receipt in its header. */
export const appealRequest = z.object({
  message: z.string().trim().min(1, 'say in a sentence why').max(500, 'use at most 500 characters'),
});
export type AppealRequest = z.infer<typeof appealRequest>;

/** Answer to a join: 201 for a new place, 200 for the place the fan already had. */
export interface Joined {
  readonly receipt: string;
  readonly place: Place;
  /** Only if the place is in the slower lane or was removed. */
  readonly lane?: Lane;
}

/** Answer to a claim. `pass` goes into the `stampede-pass` header of what follows. */
export interface Claimed {
  readonly pass: string;
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** How many times the pass may still be extended. */
  readonly extensions: number;
}
