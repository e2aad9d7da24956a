import { z } from 'zod';
import { instant, moment, opaqueId, slug } from './ids.ts';
import { actorRole, ledgerActs } from './ledger.ts';
import { boardText, dials } from './line-operation.ts';
import { preparedMessage } from './prepared-messages.ts';
import { seenText } from './seen.ts';

/*
 * The levers of a line, as the control room pulls them. Each act has a key that the page made up: sent again, it is done
 * once. Each turn says which turns of the line the person had seen (`seen`): if somebody else turned meanwhile, nothing
 * is done, and the person is told. Reasons are published in the ledger.
 */

const reason = seenText('say why: it is published').max(200);

/** Of every act. */
const pulled = { key: opaqueId.describe('New for each act, and the same when it is sent again.') };
/** Of every act that turns the line. */
const turning = { ...pulled, seen: z.number().int().min(0).describe('`turns` of the line as it was read.') };

/** Acts that may need two people, by the stage's settings. */
export const twoPeopleActs = ['pause', 'move-doors', 'end'] as const;
export type TwoPeopleAct = (typeof twoPeopleActs)[number];

const turnable = dials.pick({ shopping: true, perMinute: true }).partial();

/** Body of `pull-lever`. */
export const leverAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('pause'), ...turning, reason }).describe('Nobody is called any more.'),
  z.strictObject({ act: z.literal('resume'), ...turning, reason }),
  z
    .strictObject({ act: z.literal('turn'), ...turning, dials: turnable, reason })
    .refine(({ dials }) => Object.values(dials).some((value) => value !== undefined), {
      path: ['dials'],
      message: 'turn at least one of them',
    })
    .describe('How many may shop at once, and how many are called a minute.'),
  z
    .strictObject({ act: z.literal('move-doors'), ...turning, opensAt: moment.or(z.literal('now')), reason })
    .describe('The next doors open later, or sooner. Their lobby is then drawn by another beacon, promised at once.'),
  z.strictObject({ act: z.literal('end'), ...turning, reason }).describe('The on-sale is over. It cannot be undone.'),
  z
    .strictObject({ act: z.literal('confirm'), ...turning, asked: opaqueId })
    .describe('Somebody else asked for an act that needs two people; this does it.'),
]);
export type LeverAct = z.infer<typeof leverAct>;

/** Body of `say-message`. */
export const messageAct = z.discriminatedUnion('say', [
  z.strictObject({
    say: z.literal('text'),
    ...turning,
    text: boardText.pipe(seenText('write a message, or take it down')),
  }),
  z.strictObject({ say: z.literal('prepared'), ...turning, prepared: preparedMessage }),
  z.strictObject({ say: z.literal('nothing'), ...turning }).describe('Takes the message down.'),
]);
export type MessageAct = z.infer<typeof messageAct>;

/** Body of `act-on-place`: about one fan of the line. Done twice, each is done once. */
export const placeAct = z.strictObject({
  act: z.enum(['slow', 'remove', 'restore', 'admit']),
  ...pulled,
  fan: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'send the fan of the receipt'),
  reason,
});
export type PlaceAct = z.infer<typeof placeAct>;

/** The line as it stands, for staff. */
const shown = {
  turns: z.number().int().describe('Counts each turn of this line by a person.'),
  dials: z.object({
    shopping: z.number(),
    perMinute: z.number(),
    paused: z.boolean(),
    passMinutes: z.number(),
    claimMinutes: z.number(),
    message: z.string().exactOptional(),
    prepared: preparedMessage.exactOptional(),
  }),
  opensAt: instant.describe('Of the doors that open next, or opened last.'),
  closesAt: instant,
} as const;

/** An act that waits for a second person. */
const asked = z.object({
  key: opaqueId,
  act: z.enum(twoPeopleActs),
  role: actorRole,
  reason: z.string(),
  opensAt: instant.exactOptional().describe('With `move-doors`.'),
  until: instant.describe('Milliseconds since the epoch: nobody can confirm it after this.'),
  own: z.boolean().describe('You asked for it, so somebody else confirms it.'),
});
export type AskedLever = z.infer<typeof asked>;

/** Who turned last. */
const hand = z.object({ at: instant, act: z.string(), role: z.string() });

/** All that a forecast needs, of one moment: see rules/forecast.ts. */
export const forecastReadings = z
  .object({
    at: instant,
    since: z.number().describe('Minutes since the doors; below 0 before them.'),
    waiting: z.number(),
    calledUpTo: z.number(),
    outstanding: z.number().describe('Called, not come yet, slot still kept.'),
    inUse: z.number().describe('Passes that are neither over nor given back.'),
    slots: z.number().describe('Slots that are taken: passes, and those kept for claims.'),
    claimed: z.number(),
    lately: z.number().describe('Positions called a minute, over the last two.'),
    calledThisMinute: z.number(),
    showing: z.object({ called: z.number(), came: z.number() }).exactOptional(),
    windowMinutes: z.number().describe('How long a slot is kept for a called fan now.'),
    stock: z.object({ seats: z.number(), free: z.number(), held: z.number(), sold: z.number() }).exactOptional(),
    moving: z.boolean().describe('Whether anybody is called: the doors are open, nothing is paused or halted.'),
  })
  .readonly();
export type ForecastReadings = z.infer<typeof forecastReadings>;

/** The levers that this person may turn. */
const may = z.object({ turn: z.boolean(), say: z.boolean(), judge: z.boolean(), note: z.boolean() });

/** Answer to `show-levers`. */
export const lineLevers = z
  .object({
    onSale: slug,
    title: z.string(),
    ...shown,
    doors: z.enum(['closed', 'open']).describe('Whether all doors of the line are open.'),
    ended: z.boolean(),
    hands: z.array(hand).readonly().describe('The newest first.'),
    asked: asked.exactOptional(),
    twoPeople: z.array(z.enum(twoPeopleActs)).readonly().describe('Acts that need a second person, for this person.'),
    may,
    readings: forecastReadings,
  })
  .readonly();
export type LineLevers = z.infer<typeof lineLevers>;

/** Answer to `pull-lever` and `say-message`. */
export const leverPulled = z
  .object({
    outcome: z
      .enum(['done', 'stood', 'asked'])
      .describe('`stood`: it was so already, or this very act was done before. `asked`: a second person must confirm.'),
    ...shown,
  })
  .readonly();
export type LeverPulled = z.infer<typeof leverPulled>;

/** Answer to `act-on-place`. */
export const placeActed = z
  .object({ fan: z.string(), place: z.enum(['ordinary', 'slower', 'removed', 'admitted']) })
  .readonly();
export type PlaceActed = z.infer<typeof placeActed>;

/** Body of `write-note`. A repeat with the same key writes nothing. */
export const noteAct = z.strictObject({ ...pulled, text: seenText('write a note').max(500) });
export type NoteAct = z.infer<typeof noteAct>;

/** One entry of the running log of a morning: a note of a person, or an act of the ledger. */
export const logEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('note'),
    id: z.string(),
    at: instant,
    person: z.string().describe('The e-mail address of who wrote it.'),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('act'),
    id: z.string(),
    at: instant,
    act: z.enum(ledgerActs),
    role: actorRole,
    reason: z.string(),
    detail: z.record(z.string(), z.string().or(z.number()).or(z.boolean())),
  }),
]);
export type LogEntry = z.infer<typeof logEntry>;

/** Answer to `read-log` and `write-note`: the newest first. */
export const runningLog = z.object({ onSale: slug, entries: z.array(logEntry).readonly() }).readonly();
export type RunningLog = z.infer<typeof runningLog>;
