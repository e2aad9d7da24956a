import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineRecord } from '../line/line-store.ts';

/** The answer to the second of two people at one dial: who was first, and what stands now. */
export function turnedMeanwhile({ turns = 0, hands: [last] = [], dials }: LineRecord): Refusal {
  const { shopping, perMinute, paused } = dials;
  const who = last ? `${last.role} did "${last.act}" before you. ` : '';
  const now = `Now ${shopping} may shop at once, ${perMinute} a minute${paused ? ', and the line is paused' : ''}.`;
  return refuse('turned-meanwhile', `${who}${now} Look at it, and decide again.`, {
    errors: [{ field: 'body.seen', message: `is not ${turns}, the number of turns by now` }],
  });
}

/** Whether this very act was done, and its answer got lost. */
export function doneBefore({ hands = [] }: Pick<LineRecord, 'hands'>, key: string): boolean {
  return hands.some((hand) => hand.key === key);
}
