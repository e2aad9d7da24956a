import { z } from 'zod';
import { mostTextBytes, textBytes } from './board-text.ts';
import { moment, slug } from './ids.ts';
import { personRole } from './ledger.ts';
import { entryKind } from './line.ts';
import type { SlowerLane, Suspicion } from './line-requests.ts';
import { preparedMessage } from './prepared-messages.ts';
import { lineText, seenText } from './seen.ts';

/** A message of operations to everybody, on the board. */
export const boardText = z
  .string()
  .refine((text) => textBytes(text) <= mostTextBytes, `use at most ${mostTextBytes} characters, fewer with accents`);

/** How operations steer a line. */
export const dials = z.strictObject({
  /** How many fans may shop at once. */
  shopping: z.number().int().min(0).max(1_000_000),
  /** At most so many are called a minute. */
  perMinute: z.number().int().min(1).max(1_000_000),
  paused: z.boolean(),
  /** How long a pass lasts. */
  passMinutes: z.number().int().min(1).max(120),
  /** How long a called fan's slot is kept free. */
  claimMinutes: z.number().int().min(1).max(60),
  /** How many vouchers one fan may use in this line: 2 if left out. They come on top of `shopping`. */
  vouchersPerFan: z.number().int().min(0).max(10).optional(),
  message: boardText.optional(),
  /** A message that was written beforehand; `nothing` for none. Of the two the one that was set last stands alone. */
  prepared: preparedMessage.or(z.literal('nothing')).optional(),
});
export type Dials = z.infer<typeof dials>;

/** The name of a tier, in the fan's words. */
export const tierName = z.strictObject({ id: slug, name: lineText().max(60) });

/** A tier whose doors open after the first. */
export const laterTier = tierName.extend({
  entry: entryKind,
  /** With entry `members`, and only then. */
  roster: slug.optional(),
  /** Milliseconds since the epoch. */
  opensAt: moment,
});

/** The input of `waiting-room/line/open-line`. Opening the same line again changes nothing. */
export const lineOpening = z
  .object({
    /** Its id is on every board: at most 40 characters. */
    onSale: slug.max(40),
    title: lineText().max(120),
    opensAt: moment,
    closesAt: moment,
    /** The entry of those who may come from `opensAt` on. */
    entry: entryKind,
    /** The roster whose members may join; only with entry `members`. */
    roster: slug.optional(),
    /** The name of the first tier; with `later`. */
    tier: tierName.optional(),
    /** Tiers whose doors open later, in order of their opening. */
    later: z.array(laterTier).max(3).optional(),
    /** False: no beacon decides the draws, though the stage has one. The line is then a trusted one, and says so. */
    beacon: z.boolean().optional(),
    /** Fans expected, which sets how its rolls are laid out. */
    audience: z.number().int().min(1).max(10_000_000),
    dials,
  })
  .refine((line) => line.closesAt > line.opensAt, { path: ['closesAt'], message: 'must be after opensAt' })
  .refine((line) => (line.entry === 'members') === (line.roster !== undefined), {
    path: ['roster'],
    message: 'name a roster if, and only if, entry is members',
  })
  .superRefine(({ opensAt, closesAt, tier, later = [] }, { addIssue }) => {
    const wrong = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message });
    if ((tier === undefined) !== (later.length === 0))
      wrong(['tier'], 'name the first tier if, and only if, others come later');
    let before = opensAt;
    for (const [at, one] of later.entries()) {
      if (one.opensAt <= before) wrong(['later', at, 'opensAt'], 'must be after the tier before');
      if (one.opensAt >= closesAt) wrong(['later', at, 'opensAt'], 'must be before closesAt');
      if ((one.entry === 'members') !== (one.roster !== undefined)) {
        wrong(['later', at, 'roster'], 'name a roster if, and only if, entry is members');
      }
      before = one.opensAt;
    }
  });
export type LineOpening = z.infer<typeof lineOpening>;

/** The input of `waiting-room/entry/load-roster`: at most 5,000 members a call. */
export const rosterLoad = z.strictObject({
  roster: slug,
  members: z
    .array(z.strictObject({ member: z.string().min(1).max(32), postcode: z.string().min(1).max(16) }))
    .min(1)
    .max(5000),
});
export type RosterLoad = z.infer<typeof rosterLoad>;

/** The role that acts and its reason, as the ledger keeps them. No names: a role. */
export const act = {
  /** `ops` if left out. */
  role: personRole.optional(),
  reason: seenText().max(200).optional(),
};

/**
 * A time in which nobody could shop, since the name of the site led elsewhere: milliseconds since the epoch. Turns that ran
 * into it are given once more.
 */
export const away = z
  .strictObject({ from: moment, to: moment })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });
export type Away = z.infer<typeof away>;

/** The input of `waiting-room/line/turn-dials`: only the dials that turn. With `away` when everybody comes back. */
export const dialsTurn = z.strictObject({ onSale: slug, dials: dials.partial(), away: away.optional(), ...act });
export type DialsTurn = z.infer<typeof dialsTurn>;

/**
 * The input of `waiting-room/line/draw-unproved`: a round is drawn without the beacon that was promised for it. Only once
 * the patience that the line's file names is over. The reason is published.
 */
export const unprovedDraw = z.object({
  onSale: slug,
  round: z.number().int().min(0),
  role: act.role,
  reason: seenText('say why: it is published').max(200),
});
export type DrawUnproved = z.infer<typeof unprovedDraw>;

/**
 * The input of `waiting-room/place/judge-place`. A place goes to the slower lane, is removed, or is restored (an appeal
 * is granted). `fan` is from the fan's receipt, or from `waiting-room/place/list-appeals`.
 */
export const judgement = z.strictObject({
  onSale: slug,
  fan: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'send the fan of the receipt'),
  judgement: z.enum(['slow', 'remove', 'restore']),
  ...act,
});
export type Judgement = z.infer<typeof judgement>;

/** The input of `waiting-room/place/list-appeals`. It answers `{ ok, appeals: Appeal[] }`, the oldest first. */
export const appealsAsk = z.strictObject({ onSale: slug });
export interface Appeal {
  readonly fan: string;
  readonly against: SlowerLane['state'];
  readonly why: Suspicion;
  readonly appealedAt: number;
  readonly message: string;
}
