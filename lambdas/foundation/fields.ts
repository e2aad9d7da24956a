import { z } from 'zod';
import type { FieldError } from '../../contracts/refusals.ts';
import { missing, saidOfValue } from '../../contracts/said-of-values.ts';

// For every form that a handler reads. A form's own words go before.
z.config({ localeError: saidOfValue });

/** The part of a validation issue that we read; every Standard Schema library gives it. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Zod's: the issues of each branch of a union that did not match. */
  readonly errors?: readonly (readonly Issue[])[];
  readonly code?: string;
  /** Zod's: the fields that an object does not have. */
  readonly keys?: readonly string[];
}

/** Said of a field that is not known, and of one that contradicts another. */
const notHere = 'leave this out: it is not known here, or not beside what else was sent';

/**
 * Says which fields are wrong, in dotted form (`body.buyer.email`). Of a union that matched no branch
 * it reports the branch that came furthest, since that is the one the caller meant.
 */
export function fieldErrors(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): readonly FieldError[] {
  return issues.flatMap((issue): readonly FieldError[] => {
    const path = [...prefix, ...(issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part))];
    const branch = closestBranch(issue.errors ?? []);
    if (branch) return fieldErrors(branch, path);
    if (issue.keys) return issue.keys.map((key) => ({ field: [...path, key].map(String).join('.'), message: notHere }));
    return [{ field: path.map(String).join('.') || 'request', message: issue.message }];
  });
}

function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const lacking = (branch: readonly Issue[]) =>
    branch.filter((issue) => (issue.path ?? []).length <= 1 && issue.message.startsWith(missing)).length;
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((issue) => (issue.path ?? []).length));
  return [...branches].sort((a, b) => lacking(a) - lacking(b) || depth(b) - depth(a))[0];
}
