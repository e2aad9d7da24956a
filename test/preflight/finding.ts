import { readSettings, type Settings } from '../../lib/settings.ts';
import { needsOf } from '../../preflight/needs.ts';
import { type NamedOutcome, runChecks } from '../../preflight/preflight.ts';
import type { AskAccount } from '../../preflight/question.ts';
import { publishableKey, withStripe } from '../lib/stages.ts';
import { stageFile } from '../lib/synthesize.ts';
import { recordedAccount } from './recorded.ts';

const now = Date.parse('2027-02-27T09:00:00.700Z');

export function settingsOf(changes: object = {}): Settings {
  const all = { alarmEmail: 'ops@example.org', ...withStripe({ publishableKey }), ...changes };
  const read = readSettings(JSON.stringify(stageFile(all)), 'stages/example.json');
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

/** By the name of the check. */
export async function found(
  ask: AskAccount,
  changes: object = {},
  at = now,
): Promise<ReadonlyMap<string, NamedOutcome>> {
  const settings = settingsOf(changes);
  const all = await runChecks({ ask, settings, needs: needsOf(settings), now: at });
  return new Map(all.map((one) => [one.check, one]));
}

/** An account that has all. */
export const ready = recordedAccount('fresh', 'ready');

/** The ready account, with another answer to one question. */
export const but =
  (service: string, operation: string, value: unknown, region?: string): AskAccount =>
  async (question) =>
    question.service === service && question.operation === operation && (region ?? question.region) === question.region
      ? { ok: true, value }
      : ready(question);
