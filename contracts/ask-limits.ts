import { z } from 'zod';

/**
 * How often one fan may ask for seats in an on-sale. Every ask waits in the queue of its house, in front of other fans'
 * asks. A fan who changes their mind every three seconds for minutes on end never meets these limits.
 */
export const askLimits = z.strictObject({
  /** Asks at one instant. */
  burst: z.number().int().min(1).max(100),
  /** Asks a minute in the long run. */
  perMinute: z.number().int().min(1).max(120),
  /** Asks that the house has not decided yet, at one time. */
  undecided: z.number().int().min(1).max(100),
});
export type AskLimits = z.infer<typeof askLimits>;

/** A page asks for one hold at a time; six leave room for several tabs, and for asks that got lost. */
export const usualAskLimits: AskLimits = { burst: 30, perMinute: 20, undecided: 6 };
