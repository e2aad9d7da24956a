import type { Dials, LineOpening } from '../../../contracts/line-operation.ts';
import type { TrialOpening } from '../../../contracts/trial.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { type OpenDeps, type OpenOutcome, openLine } from './open-line.ts';

/*
 * Opens the trial line of this hour (contracts/trial.ts). Its name follows from the hour and the line's secret, so
 * everyone who asks within the hour is told the same one, and nothing has to be remembered. It is a line as every other:
 * the stage's beacon decides its draws. Witnesses are not asked about it, since its name is secret.
 *
 *     ├──── the hour ────┤ 15 min ├
 *     open               no run begins here; one that began ends
 */

const hourMs = 60 * 60_000;

/** A run takes a minute or two, and five at the most. */
const lastRunMs = 15 * 60_000;

/** A few programs at once at the most: a delivery, and the runs of a morning. */
const dials: Dials = { shopping: 20, perMinute: 600, paused: false, passMinutes: 10, claimMinutes: 5 };

export type OpenedTrial = ({ readonly ok: true } & TrialOpening) | Extract<OpenOutcome, { readonly ok: false }>;

export interface OpenTrialDeps extends Omit<OpenDeps, 'keys' | 'log'> {
  readonly keys: OpenDeps['keys'] & Pick<LineKeys, 'trialName'>;
}

/** `now` in milliseconds since the epoch. */
export async function openTrial(deps: OpenTrialDeps, now: number): Promise<OpenedTrial> {
  const opensAt = Math.floor(now / hourMs) * hourMs;
  const opening: LineOpening = {
    onSale: deps.keys.trialName(opensAt),
    title: 'Trial',
    opensAt,
    closesAt: opensAt + hourMs + lastRunMs,
    entry: 'open',
    audience: 100,
    dials,
  };
  const opened = await openLine(deps, opening, now);
  return opened.ok ? { ok: true, onSale: opening.onSale, closesAt: opening.closesAt } : opened;
}
