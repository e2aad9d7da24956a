import { z } from 'zod';
import { languages } from './languages.ts';
import { place } from './line.ts';
import { seenText } from './seen.ts';

/**
 * The needs of a fan, asked once at the join and honoured from then on: a wheelchair place, the seat of a companion
 * beside it, more time for everything that has a limit.
 */
export const need = z.enum(['wheelchair', 'companion', 'more-time']);
export type Need = z.infer<typeof need>;
const needs = z.array(need).max(3).optional().describe('Kept with the place, and honoured from then on.');

/** Why a place is in the slower lane or was removed; fans see it, may appeal, and staff decide. */
export const suspicions = ['many-from-one-address', 'not-a-browser', 'staff'] as const;
export type Suspicion = (typeof suspicions)[number];

/** Where a place stands that is no ordinary one, and why. */
export const slowerLane = z
  .object({
    state: z.enum(['slower', 'removed']),
    why: z.enum(suspicions),
    appealedAt: z.number().int().exactOptional().describe('Milliseconds since the epoch: when the fan appealed.'),
  })
  .readonly();
export type SlowerLane = z.infer<typeof slowerLane>;

/** Names one browser, and nobody. */
export const visitorId = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'send 128 random bits as 22 characters of base64url');

const device = visitorId
  .optional()
  .describe('128 random bits in base64url, made by the browser once and kept. It tells the devices of one fan apart.');

const member = z.strictObject({
  entry: z.literal('members'),
  member: z
    .string()
    .trim()
    .min(1, 'type your member number')
    .max(32, 'a member number has at most 32 characters')
    .describe('As printed on the membership card.'),
  postcode: z.string().trim().min(1, 'type your postcode').max(16, 'a postcode has at most 16 characters'),
  needs,
  device,
});

const email = z.strictObject({
  entry: z.literal('email'),
  link: z
    .string()
    .min(1, 'open the link in the e-mail that was sent to you')
    .max(600)
    .describe('From the link that was sent: `e1.<payload>.<mac>`.'),
  needs,
  device,
});

const open = z.strictObject({
  entry: z.literal('open'),
  visitor: visitorId.describe('128 random bits in base64url, made by the browser once and kept.'),
  work: z
    .string()
    .min(1, 'solve a challenge and send the solution')
    .max(2000)
    .describe('The solved challenge of `give-challenge`: base64 of JSON, as altcha (v1) has it.'),
  needs,
});

/** Body of `join-line`. */
export const joinRequest = z.discriminatedUnion('entry', [member, email, open]);
export type JoinRequest = z.infer<typeof joinRequest>;

/** Body of `send-invite`: where to send the link that shows that the address answers. */
export const inviteRequest = z.strictObject({
  email: z.email('type an e-mail address such as ada@example.org').max(254),
  language: z.enum(languages).default('en').describe('Of the message.'),
});
export type InviteRequest = z.infer<typeof inviteRequest>;

/** Answer to `give-challenge`: the work that an open entry must solve, as altcha (v1) has it. */
export const challenge = z
  .object({
    algorithm: z.literal('SHA-256'),
    challenge: z
      .string()
      .describe(
        'Hex of SHA-256 over the salt and the decimal digits of a number from 0 to `maxnumber`: find that number.',
      ),
    maxnumber: z.number().int(),
    salt: z.string(),
    signature: z.string(),
  })
  .readonly();
export type Challenge = z.infer<typeof challenge>;

/** Body of `appeal-slower-lane`, with the receipt in its header. */
export const appealRequest = z.strictObject({
  message: seenText('say in a sentence why').max(500, 'use at most 500 characters'),
});
export type AppealRequest = z.infer<typeof appealRequest>;

/** Answer to an appeal: the slower lane as the fan is shown it. */
export const appealed = z.object({ slowerLane }).readonly();

const devicesCount = z
  .number()
  .int()
  .exactOptional()
  .describe('How many devices hold the place. Only if there are several.');

/** Answer to a join: 201 for a new place, 200 for the place the fan already had. */
export const joined = z
  .object({
    receipt: z.string().describe('Shows whose place it is: the `stampede-receipt` header of what follows. Keep it.'),
    place,
    slowerLane: slowerLane.exactOptional().describe('Only if the place is in the slower lane or was removed.'),
    devices: devicesCount,
  })
  .readonly();
export type Joined = z.infer<typeof joined>;

/** Body of `take-over-place`: the code that the box office said. */
export const takeOverRequest = z.strictObject({
  code: z
    .string()
    .trim()
    .min(1, 'type the code')
    .max(32, 'a code has eight letters')
    .describe('Eight letters. Small letters, spaces and hyphens do not count.'),
  device,
});
export type TakeOverRequest = z.infer<typeof takeOverRequest>;

/** Answer to a claim. */
export const claimed = z
  .object({
    pass: z.string().describe('The right to shop: the `stampede-pass` header of what follows.'),
    position: z.number().int(),
    expiresAt: z.number().int().describe('Milliseconds since the epoch.'),
    extensions: z.number().int().describe('How many times the pass may still be extended.'),
    devices: devicesCount,
  })
  .readonly();
export type Claimed = z.infer<typeof claimed>;

/** A browser's word on itself, as coarse as can be: enough for its owner, and too little for anybody else. */
export const browsers = ['Chrome', 'Edge', 'Firefox', 'Opera', 'Safari', 'Samsung Internet', 'other'] as const;
export const systems = ['Android', 'ChromeOS', 'iPadOS', 'iOS', 'Linux', 'macOS', 'Windows', 'other'] as const;
export const deviceKind = z.object({ browser: z.enum(browsers), system: z.enum(systems) }).readonly();
export type DeviceKind = z.infer<typeof deviceKind>;

/** Body of `tend-devices`, with the receipt in its header. */
export const devicesRequest = z.strictObject({
  end: z.string().min(1).max(64).optional().describe('The `device` to end. Left out: the list is only shown.'),
});
export type DevicesRequest = z.infer<typeof devicesRequest>;

/** Answer to `tend-devices`: all that hold the place, the first of them first. */
export const devices = z
  .object({
    devices: z
      .array(
        z
          .object({
            device: z
              .string()
              .exactOptional()
              .describe('Its name. The one that took the place has none. The first of them cannot be ended.'),
            kind: deviceKind,
            joinedAt: z.number().int().describe('Milliseconds since the epoch.'),
            here: z.literal(true).exactOptional().describe('The one that asks.'),
            behind: z.literal(true).exactOptional().describe('It came after one was ended, and waits for the others.'),
            mayEnd: z.literal(true).exactOptional().describe('The one that asks may end it.'),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Devices = z.infer<typeof devices>;
