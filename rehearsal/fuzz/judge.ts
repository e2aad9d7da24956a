import type { Problem } from '../../contracts/refusals.ts';

/** An answer over the wire. `status` is 0 if there was none in time, and `text` says why. */
export interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What is wrong with an answer, whatever was asked: a fault of ours, silence, or a refusal that helps nobody. */
export function faultOf({ status, type, text }: FuzzAnswer): string | undefined {
  if (status === 0) return `no answer: ${text}`;
  if (status >= 500) return `a fault of ours: ${text.slice(0, 200)}`;
  if (status >= 400) return refusalFault(status, type, text);
  if (/json/.test(type) && text !== '' && parsed(text) === undefined)
    return `is called JSON and is none: ${text.slice(0, 200)}`;
  return undefined;
}

/** Busy for a moment: nothing was done, and it says when to come again. */
export function isBusy({ status }: Pick<FuzzAnswer, 'status'>, retryAfter: string | undefined): boolean {
  return status === 503 && retryAfter !== undefined;
}

/** A token is looked at before any function of ours runs, and AWS lets nobody change what its API says of it. */
const authorizers = { status: 401, text: '{"message":"Unauthorized"}' };

function refusalFault(status: number, type: string, text: string): string | undefined {
  if (status === authorizers.status && text === authorizers.text) return undefined;
  if (!type.startsWith('application/problem+json')) return `a refusal of type "${type}": ${text.slice(0, 200)}`;
  const problem = parsed(text) as Partial<Problem> | undefined;
  if (typeof problem?.type !== 'string' || !problem.type.startsWith('/problems/'))
    return `a refusal without a type: ${text.slice(0, 200)}`;
  if (problem.status !== status) return `a refusal that says ${problem.status}: ${text.slice(0, 200)}`;
  const says = [problem.title, problem.detail].every((one) => typeof one === 'string' && one.length > 9);
  return says ? undefined : `a refusal that does not say what to do: ${text.slice(0, 200)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
