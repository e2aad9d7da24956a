import type { JoinRequest } from '../../contracts/line-requests.ts';
import type { RollLayout } from '../../contracts/roll.ts';
import type { Ending, Notes } from '../notes.ts';
import type { Clock, Site, SiteAnswer, SiteAsk } from '../site.ts';
import type { Fan } from './audience.ts';
import type { Chance } from './chance.ts';
import type { Identity } from './identity.ts';
import type { Programme } from './programme.ts';

/** One fan's visit: their character and everything they can reach. */
export interface Visit {
  readonly fan: Fan;
  readonly identity: Identity;
  /** The request that joins, once the work for it is done: good for longer than most rehearsals last. */
  request?: JoinRequest;
  /** How the line's rolls are laid out, once the fan has read it. */
  roll?: RollLayout | undefined;
  readonly chance: Chance;
  readonly site: Site;
  readonly clock: Clock;
  readonly notes: Notes;
  readonly programme: Programme;
  readonly rehearsal: RehearsalTerms;
}

/** The terms for all fans of one rehearsal. */
export interface RehearsalTerms {
  readonly onSale: string;
  /** Makes idempotency keys and buyers unlike those of any other rehearsal; 8 letters or digits. */
  readonly run: string;
  readonly pace: number;
  /** Milliseconds after the call when a late fan comes. */
  readonly lateAfter: number;
  /** Milliseconds since the epoch when everyone goes home. */
  readonly endsAt: number;
  /** The bank answers nobody just now: its word comes when the clock asks again. Never if left out. */
  readonly bankIsSlow?: () => boolean;
  /** What becomes of a good card just now. Approved if left out, or if it says nothing. */
  readonly cardNow?: () => 'no-answer' | 'withdrawn' | undefined;
  /** A fault is asked again until everyone goes home. @default false */
  readonly insists?: boolean;
}

/** A step went well, or the visit ends here. */
export type WayOn<Result> = ({ readonly ok: true } & Result) | { readonly ok: false; readonly ending: Ending };

export const ends = (ending: Ending): { readonly ok: false; readonly ending: Ending } => ({ ok: false, ending });

/** Tries of one request before a fan counts it as unanswered. */
const patience = 5;

/** Milliseconds, as the pages have it: see site/api.ts. */
const [firstPause, longestPause] = [300, 4_000] as const;

/**
 * Asks until there is an answer. A fault or silence is asked again with the very same request, as a good
 * browser does (acts carry their idempotency key, so nothing happens twice); a refusal is an answer. While the platform is
 * too busy to answer a page asks for as long as it takes, and so does a fan: until everyone goes home. The pauses have
 * full jitter, on top of what the answer asks for, so that a crowd does not come back in step.
 */
export async function askUntilAnswered(
  { site, clock, chance, rehearsal }: Pick<Visit, 'site' | 'clock' | 'chance' | 'rehearsal'>,
  ask: SiteAsk,
): Promise<SiteAnswer> {
  let left = patience;
  for (let n = 1; ; n += 1) {
    const answer = await site.ask(ask);
    if (!isBusy(answer) && !rehearsal.insists) left -= 1;
    if (!isFault(answer) || left < 1 || clock.now() >= rehearsal.endsAt) return answer;
    await clock.wait((answer.retryAfterMs ?? 0) + chance.next() * Math.min(longestPause, firstPause * 2 ** n));
  }
}

const isBusy = ({ status, problem }: SiteAnswer): boolean => status === 503 && problem === 'busy';

/** No answer, or one that says only that something went wrong. */
export const isFault = ({ status }: SiteAnswer): boolean => status === 0 || status >= 500;

export const isAnswered = ({ status, body }: SiteAnswer): boolean =>
  status === 204 || (status >= 200 && status < 300 && body !== undefined);

/** Refusals that a well-behaved fan may meet. Any other means that fan and platform disagree about the rules. */
const expected: ReadonlySet<string> = new Set([
  'line-closed',
  'line-not-open-yet',
  'member-unknown',
  'not-your-turn',
  'not-drawn-yet',
  'late-next',
  'room-full',
  'keys-change',
  'place-given-up',
  'pass-expired',
  'slip-lapsed',
  'hold-sold',
  'payment-method-unavailable',
]);

/** The visit's ending after an answer that did not help. */
export function endingOf({ notes }: Visit, { step }: SiteAsk, { status, problem }: SiteAnswer): Ending {
  if (isFault({ status, body: undefined }) || status < 400 || problem === undefined) {
    return { how: 'unanswered', step, said: status === 0 ? 'nothing' : `${status} ${problem ?? 'without a body'}` };
  }
  if (problem === 'line-closed') return { how: 'line-closed' };
  if (problem === 'pass-expired') return { how: 'ran-out-of-time' };
  if (!expected.has(problem)) notes.contradict('answers', `${step} was refused with ${problem}, which no fan earned`);
  return { how: 'refused', refusal: problem };
}

export const jitter = (chance: Chance): number => 0.8 + 0.4 * chance.next();
