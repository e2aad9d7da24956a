import { z } from 'zod';
import { moment } from './ids.ts';

/*
 * A trial is a hidden on-sale with a house of its own, in which a program joins, holds and buys with a pretend card. It
 * is in no season and in no list. Its id is kept secret: 128 bits that nobody can guess, and another each hour. The house
 * has the id of the on-sale. By the form of the id everyone knows a trial without a look at a file, and leaves it out of
 * all that people count and read.
 */

const form = /^trial-[a-z2-7]{26}$/;

/** Of an on-sale, or of a performance. */
export const isTrial = (id: string): boolean => form.test(id);

/** The input of `seating/house/open-trial-house`: what `waiting-room/opening/open-trial` answered. */
export const trialOpening = z.strictObject({
  onSale: z.string().regex(form, 'send the on-sale that open-trial answered'),
  closesAt: moment,
});
export type TrialOpening = z.infer<typeof trialOpening>;
