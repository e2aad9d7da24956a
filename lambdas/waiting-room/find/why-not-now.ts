import type { FanHelp } from '../../../contracts/find-fan.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineRecord } from '../line/line-store.ts';
import type { FanRecord } from '../place/fan-store.ts';
import { livePass } from '../turn/pass-time.ts';
import { mostReadmissions } from '../turn/readmission.ts';

/**
 * Why an act does not help this fan now. Nobody is brought before others who were called later than they: a nudge and a
 * readmission are for fans whose turn has come. A place can be removed and restored at any time, and handed over to another
 * device as long as there is something to come.
 */
export function whyNotNow(
  { act }: Pick<FanHelp, 'act'>,
  {
    line,
    fan,
    position,
  }: { readonly line: LineRecord; readonly fan: FanRecord; readonly position: number | undefined },
  now: number,
): Refusal | undefined {
  if (act === 'remove' || act === 'restore') return undefined;
  if (now >= line.facts.closesAt) return no('The on-sale is over, and gives no more passes.');
  if (fan.slowerLane?.state === 'removed') return no('The place was removed. Restore it first, if that was wrong.');
  if (act === 'hand-over') {
    return (fan.handedOver ?? 0) >= mostHandovers
      ? no(
          `A place is handed over ${mostHandovers} times at most. The box office can sell to the person with the card.`,
        )
      : undefined;
  }
  if (fan.leftAt !== undefined) return no('The place was given up. To join again takes it back; then help.');
  if (position === undefined || position > line.progress.calledUpTo)
    return no('They are not called yet. Their place is safe, and nobody is brought before others.');
  if (livePass(fan.pass, now)) return no('They may shop already: the line’s page on their device leads into the hall.');
  if (act === 'readmit' && (fan.vouchers ?? 0) >= mostReadmissions(line.dials))
    return no('They came in on top of the dial as often as this line allows. A nudge gives them the next free slot.');
  return undefined;
}

/** Each ends up to eight devices, and all of them stay in the published list for as long as there is the line. */
export const mostHandovers = 5;

const no = (detail: string): Refusal => refuse('help-not-now', detail);
