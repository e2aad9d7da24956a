/**
 * Finds the messages of a batch that a function has dealt with. Without `ReportBatchItemFailures` a batch stands or
 * falls as one. With it, the answer names the messages that failed. An answer that names an unknown message, or is not
 * of the form, fails them all.
 */
import type { Invocation } from './invocation.ts';

export interface Dealt {
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** The named failures, or undefined if the answer is not of the form. */
const namedFailures = (payload: string): readonly string[] | undefined => {
  const answer = JSON.parse(payload) as { readonly batchItemFailures?: unknown } | null;
  const failures = typeof answer === 'object' && answer !== null ? answer.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return [];
  if (!Array.isArray(failures)) return undefined;
  const ids = failures.map((failure) => (failure as { readonly itemIdentifier?: unknown } | null)?.itemIdentifier);
  return ids.every((id): id is string => typeof id === 'string' && id !== '') ? ids : undefined;
};

export const dealtWith = (ids: readonly string[], invocation: Invocation, reportsFailures: boolean): Dealt => {
  if (invocation.outcome !== 'returned') return { done: [], failed: ids };
  if (!reportsFailures) return { done: ids, failed: [] };
  const named = namedFailures(invocation.payload);
  if (named === undefined || named.some((id) => !ids.includes(id))) return { done: [], failed: ids };
  const failures = new Set(named);
  return { done: ids.filter((id) => !failures.has(id)), failed: ids.filter((id) => failures.has(id)) };
};
