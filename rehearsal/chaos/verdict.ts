import type { AuditFinding } from '../audit/finding.ts';
import type { ChaosRound } from './chaos-kind.ts';
import type { SeenOfFault } from './fan-readings.ts';

/** An alarm that went to ALARM in a round. Moments in milliseconds since the epoch. */
export interface Rung {
  readonly alarm: string;
  readonly at: number;
  /** Undefined: it was still ringing when the round was over. */
  readonly silentAt: number | undefined;
}

export interface ChaosResult {
  readonly round: ChaosRound;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  readonly seen: SeenOfFault;
  readonly rung: readonly Rung[];
  /** Of the audit. */
  readonly findings: readonly AuditFinding[];
}

/** The audit's finding that no request met a fault: of a round of chaos it is told as what fans saw. */
const seenByFans = 'no 5xx';

export const healLimitOf = ({ kinds }: ChaosRound): number =>
  kinds.reduce((most, { healsWithin }) => Math.max(most, healsWithin), 0);

/** Why a round is not as it was promised, a sentence each; none if it is. */
export function missedIn({ round, seen, rung, findings }: ChaosResult): readonly string[] {
  const breached = findings.filter(({ ok, rule }) => !ok && rule !== seenByFans);
  const limit = healLimitOf(round);
  const silent = round.kinds
    .flatMap(({ rings }) => rings)
    .filter((end) => !rung.some(({ alarm }) => alarm.endsWith(end)));
  return [
    ...breached.map(({ rule, sentence }) => `${rule} was breached: ${sentence}`),
    ...(seen.healedAfter > limit ? [`healed after ${seen.healedAfter} s, and not within ${limit} s`] : []),
    ...(seen.wasLookedAt ? [] : ['nobody looked after the last bad answer: it may not have healed']),
    ...[...new Set(silent)].map((end) => `${end} did not ring`),
  ];
}
