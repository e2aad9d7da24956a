import type { Challenge } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { tiersOf } from '../line/tiers.ts';
import { challengeFor } from './proof-of-work.ts';

/**
 * Giving a challenge to a visitor of a line that is open to all: as hard as the line says now, and nothing is written.
 * A visitor who asks again gets another one, and the earlier one stays good.
 */
export interface ChallengeDeps {
  readonly lines: Pick<RememberedLines, 'glance'>;
  readonly keys: Pick<LineKeys, 'work'>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** 24 hex digits, never the same twice. */
  readonly salt: () => string;
}

export async function giveChallenge(
  { lines, keys, random, salt }: ChallengeDeps,
  { onSale, visitor }: { readonly onSale: string; readonly visitor: string },
  now: number,
): Promise<{ readonly ok: true; readonly challenge: Challenge } | Refusal> {
  const line = await lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  if (!tiersOf(line.facts).some(({ entry }) => entry === 'open')) {
    return refuse('entry-wrong', 'This on-sale asks for no proof of work: see its page for how to come in.');
  }
  if (now >= line.facts.closesAt)
    return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');
  const chance = { effort: line.progress.effort, salt: salt(), fraction: random() };
  return { ok: true, challenge: challengeFor(keys.work, { onSale, visitor }, chance, now) };
}
