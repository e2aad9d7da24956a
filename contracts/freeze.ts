import { z } from 'zod';
import { instant, slug } from './ids.ts';

/*
 * "Locked down from 6 pm": a time in which nothing of the house is changed. An on-sale's run-up sets it, and it is for the
 * whole house, since a season is published as one.
 */

const span = z.object({ from: instant, until: instant }).readonly();
export type FreezeSpan = z.infer<typeof span>;

export const freezeWindow = z
  .object({
    onSale: slug.describe('Whose run-up set it.'),
    from: instant,
    until: instant,
    lifted: z.array(span).readonly().describe('When owners lifted it. Why is in the audit and on the run-up plan.'),
  })
  .readonly();
export type FreezeWindow = z.infer<typeof freezeWindow>;

/** `published.freeze()`: one window an on-sale. It names nobody. */
export const freezeFile = z.object({ v: z.literal(1), windows: z.array(freezeWindow).readonly() }).readonly();
export type FreezeFile = z.infer<typeof freezeFile>;

/** Body of `turn-freeze`. */
export const freezeAct = z.discriminatedUnion('act', [
  z
    .strictObject({ act: z.literal('schedule'), from: instant, until: instant })
    .describe('Once it has begun it can be made longer, and no shorter.'),
  z.strictObject({ act: z.literal('unschedule') }).describe('Takes away a freeze that has not begun.'),
  z
    .strictObject({
      act: z.literal('lift'),
      until: instant.describe('Four hours away at the most.'),
      reason: z.string().trim().min(3, 'say why').max(200),
    })
    .describe('For owners.'),
  z.strictObject({ act: z.literal('end-lift') }).describe('From now on it is frozen again.'),
]);
export type FreezeAct = z.infer<typeof freezeAct>;
