import { z } from 'zod';
import { instant, opaqueId } from './ids.ts';
import { actorRole } from './ledger.ts';
import { seenText } from './seen.ts';

/*
 * The failover switch: objects in a bucket of the standby region. Of a switch itself all that is said is whether it is
 * there; people turn it by `npm run failover`, or in the control room.
 *
 *   switch/fallback        everyone goes to the fallback; health checkers read it
 *   switch/drill           the twin name goes there, which nobody types
 *   notes/<when>-<id>.json who turned it at a keyboard, and why: nobody reads it without credentials, since it names people
 *   notes/hands.json       who turned it in the control room, and what waits for a second person there
 */
export const switchKey = 'switch/fallback';
export const drillKey = 'switch/drill';
export const switchNotes = 'notes';
export const switchHands = `${switchNotes}/hands.json`;

/** The twin of the site's name, for drills. */
export const drillName = (domainName: string): string => `drill.${domainName}`;

/**
 * `fallback`: everyone is sent away from the site. `line-only`: the site stays, nobody is called, and boards say that tickets
 * are sold elsewhere. `primary`: everyone comes to the site.
 */
export const switchWays = ['fallback', 'line-only', 'primary'] as const;
export type SwitchWay = (typeof switchWays)[number];

/** The word of the settings for turning the switch, among what needs two people. */
export const failOver = 'fail-over';

/** Whether the switch is on when it was turned so. */
export const isOnAt = (way: SwitchWay): boolean => way === 'fallback';

/** The written word of a turn at a keyboard. */
export interface SwitchNote {
  readonly to: SwitchWay;
  readonly by: string;
  readonly and: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const reason = seenText('say why').max(200);

/** Of every act: its key is new for each, and the same when it is sent again. */
const turning = {
  key: opaqueId.describe('New for each act, and the same when it is sent again.'),
  seen: z
    .strictObject({ turns: z.number().int().min(0), on: z.boolean() })
    .describe('`turns` and `on` of the switch as it was read.'),
};

/** Body of `turn-switch`. */
export const switchAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('turn'), ...turning, to: z.enum(switchWays), reason }),
  z
    .strictObject({ act: z.literal('confirm'), ...turning, asked: opaqueId })
    .describe('Somebody else asked for it; this does it.'),
]);
export type SwitchAct = z.infer<typeof switchAct>;

const way = z.enum(switchWays);

/** Answer to `show-switch`. */
export const switchShown = z
  .object({
    domainName: z.string().describe('The name that fans type.'),
    fallback: z.string().describe('The name of where they go while the switch is on.'),
    on: z.boolean(),
    turns: z.number().int().describe('Counts what people did to the switch in the control room.'),
    last: z.object({ at: instant, to: way, role: actorRole }).exactOptional(),
    asked: z
      .object({
        key: opaqueId,
        to: way,
        role: actorRole,
        reason: z.string(),
        until: instant.describe('Milliseconds since the epoch: nobody can confirm it after this.'),
        own: z.boolean().describe('You asked for it, so somebody else confirms it.'),
      })
      .exactOptional(),
    needsTwo: z.boolean().describe('A second person must confirm what this one asks for.'),
    may: z.object({ turn: z.boolean() }),
  })
  .readonly();
export type SwitchShown = z.infer<typeof switchShown>;

/** Answer to `turn-switch`. */
export const switchTurned = z
  .object({
    outcome: z
      .enum(['done', 'stood', 'asked'])
      .describe('`stood`: this very act was done before. `asked`: a second person must confirm.'),
    on: z.boolean(),
    paused: z.array(z.string()).readonly().describe('On-sales whose lines were paused with it.'),
    notPaused: z.array(z.string()).readonly().describe('Those that could not be: they go on calling.'),
  })
  .readonly();
export type SwitchTurned = z.infer<typeof switchTurned>;
