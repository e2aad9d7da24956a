import type { Walked } from './walk.ts';

/** One line for each step that was taken, and one for that which failed. */
export function trialLines(walked: Walked): readonly string[] {
  const taken = walked.taken.map(({ step, tookMs }) => `ok     ${step}  (${(tookMs / 1000).toFixed(1)} s)`);
  return walked.ok ? taken : [...taken, `FAILS  ${walked.failed}\n         ${walked.says}`];
}
