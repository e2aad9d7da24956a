import { z } from 'zod';
import { opaqueId, slug } from './ids.ts';
import { deviceKind, need, slowerLane } from './line-requests.ts';
import { seenText } from './seen.ts';

/*
 * A fan telephones. The staff find the place by what the fan has, and help. Nothing that names a person is in an
 * address: it travels in bodies. The line itself knows people by keyed hashes alone.
 */

const fan = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'send the fan of a receipt or of an order')
  .describe('Names one fan within this on-sale.');

/** Body of `find-fan`: what the caller has. */
export const fanSearch = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('member'),
    member: z.string().trim().min(1, 'type a member number').max(32, 'a member number has at most 32 characters'),
  }),
  z.strictObject({ by: z.literal('email'), email: z.email('type an e-mail address such as ada@example.org').max(254) }),
  z.strictObject({
    by: z.literal('receipt'),
    receipt: z.string().trim().min(1, 'paste the receipt').max(2000),
  }),
  z.strictObject({ by: z.literal('fan'), fan }),
]);
export type FanSearch = z.infer<typeof fanSearch>;

const at = z.number().int().describe('Milliseconds since the epoch.');

/** A place in a line, and all that became of it, as staff see it. */
export const foundFan = z
  .object({
    fan: z.string(),
    onSale: slug,
    joinedAt: at,
    place: z
      .object({ round: z.number().int(), shard: z.number().int(), index: z.number().int() })
      .readonly()
      .exactOptional()
      .describe('As the receipt says it. Left out: a join was cut short, and to join again ends it.'),
    leftAt: at.exactOptional().describe('The place was given up. To join again takes it back.'),
    call: z
      .object({ calledAt: at, claimBy: at })
      .readonly()
      .exactOptional()
      .describe('While the line remembers it, for some minutes.'),
    slotUntil: at.exactOptional().describe('A slot is kept for them until then: they were recalled.'),
    asks: z
      .literal(true)
      .exactOptional()
      .describe('They are called, and their page asked to come in a minute ago or less.'),
    pass: z
      .object({
        number: z.number().int().describe('Counted from 1.'),
        expiresAt: at,
        endedAt: at.exactOptional().describe('It was given back or taken away.'),
        extended: z.number().int().describe('How many times.'),
        onTop: z.literal(true).exactOptional().describe('It came on top of the dial, after an error of ours.'),
      })
      .readonly()
      .exactOptional()
      .describe('The one in use, or the last.'),
    readmissions: z
      .object({
        used: z.number().int(),
        most: z.number().int(),
        until: at.exactOptional().describe('One waits for them: the next press lets them in before then.'),
      })
      .readonly()
      .describe('After errors of ours, on top of the dial.'),
    slowerLane: slowerLane.exactOptional(),
    slowedAt: at.exactOptional(),
    letInAt: at.exactOptional().describe('A called place of the slower lane is let in from then on.'),
    appeal: z.string().exactOptional().describe('What the fan wrote, for whoever may help.'),
    needs: z.array(need).readonly().exactOptional().describe('For whoever may see buyers.'),
    devices: z
      .array(
        z
          .object({
            kind: deviceKind,
            joinedAt: at,
            first: z.literal(true).exactOptional().describe('It was there first, and cannot be ended.'),
            behind: z.literal(true).exactOptional().describe('It came after one was ended, and waits for the others.'),
          })
          .readonly(),
      )
      .readonly(),
    devicesEnded: z.number().int(),
    codes: z.number().int().describe('How many codes were made by which another device may take the place.'),
    handover: z
      .object({
        until: at.describe('The last code is good until then.'),
        usedAt: at.exactOptional().describe('Another device took the place by it.'),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type FoundFan = z.infer<typeof foundFan>;

/** Answer to `find-fan`: nobody, or the one. */
export const foundFans = z.object({ fans: z.array(foundFan).readonly() }).readonly();
export type FoundFans = z.infer<typeof foundFans>;

const about = { fan, reason: seenText('say why').max(200, 'use at most 200 characters') };

/** Body of `help-fan`. Done twice, each is done once. */
export const fanHelp = z.discriminatedUnion('act', [
  z
    .strictObject({ act: z.literal('nudge'), ...about })
    .describe('They are called and have no slot: the next free one is kept for them for a minute.'),
  z
    .strictObject({ act: z.literal('readmit'), ...about })
    .describe('The fault was ours: their next press within ten minutes lets them in, on top of the dial.'),
  z
    .strictObject({
      act: z.literal('hand-over'),
      ...about,
      key: opaqueId.describe('New for each code, and the same when it is asked for again.'),
      codes: z
        .number()
        .int()
        .min(0)
        .describe('How many were made before, as the fan was shown. If somebody made one since, none is made.'),
    })
    .describe('A code for ten minutes: the device on which it is typed takes the place, and those of before lose it.'),
  z.strictObject({ act: z.literal('remove'), ...about }).describe('Voids a stolen place; its pass ends.'),
  z.strictObject({ act: z.literal('restore'), ...about }).describe('Makes it an ordinary place again.'),
]);
export type FanHelp = z.infer<typeof fanHelp>;

/** Answer to `help-fan`. */
export const fanHelped = z
  .object({
    fan: foundFan,
    code: z
      .string()
      .exactOptional()
      .describe('Of `hand-over`, to be read out. It is stored nowhere: the same key has the same one.'),
  })
  .readonly();
export type FanHelped = z.infer<typeof fanHelped>;

/** Body of `find-holds`. */
export const fanHoldsAsk = z.strictObject({ onSale: slug, fan });
export type FanHoldsAsk = z.infer<typeof fanHoldsAsk>;

/** Answer to `find-holds`: what seating has for this fan. */
export const fanHolds = z
  .object({
    holds: z
      .array(
        z
          .object({
            hold: z.string(),
            performance: z.string(),
            state: z.enum(['held', 'lapsed', 'sold', 'returned', 'refused', 'lost', 'released']),
            decidedAt: at,
            seats: z.number().int().exactOptional(),
            expiresAt: at.exactOptional().describe('Of seats that are held, or were.'),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type FanHolds = z.infer<typeof fanHolds>;
