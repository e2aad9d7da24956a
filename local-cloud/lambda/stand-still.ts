/**
 * A trouble on purpose, for those who rehearse: `PUT /stand-still.json` with `{"function":"KeepPace","ms":30000}` stops
 * every function that has this in its name where it is, in the middle of its work. It wakes when the time is over, or its
 * time-out ends it. No call of AWS can do this, so it is a page of the local cloud.
 */
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { RunningFunction } from './running-function.ts';

export const standStillPath = '/stand-still.json';

/** Nobody rehearses for longer. */
const mostMs = 15 * 60_000;

const json = (status: number, body: object): PathReply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const answerStandStill = (
  named: (part: string) => readonly RunningFunction[],
  { method, body }: Pick<PathCall, 'method' | 'body'>,
): PathReply => {
  if (method !== 'PUT') return json(405, { message: 'Send it with PUT.' });
  const asked = parsed(body);
  if (asked === undefined) return json(400, { message: `Send {"function": part of a name, "ms": 1 to ${mostMs}}.` });
  const found = named(asked.function);
  if (found.length === 0) return json(404, { message: `No function has ${asked.function} in its name.` });
  for (const one of found) one.standStill(asked.ms);
  return json(200, { functions: found.map(({ name }) => name) });
};

const parsed = (body: Buffer): { readonly function: string; readonly ms: number } | undefined => {
  let asked: unknown;
  try {
    asked = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const { function: part, ms } = (asked ?? {}) as { readonly function?: unknown; readonly ms?: unknown };
  const isGood = typeof part === 'string' && part !== '' && typeof ms === 'number' && ms >= 1 && ms <= mostMs;
  return isGood ? { function: part, ms } : undefined;
};
