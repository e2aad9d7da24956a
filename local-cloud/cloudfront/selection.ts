/**
 * Tells the headers, cookies or query parameters that a policy means: none, all, these, or all but these. The same four
 * words stand in cache policies and origin request policies.
 */
import { Refused } from '../refused.ts';

export type Selection =
  | { readonly take: 'none' }
  | { readonly take: 'all' }
  | { readonly take: 'these'; readonly names: ReadonlySet<string> }
  | { readonly take: 'all-but'; readonly names: ReadonlySet<string> };

export const none: Selection = { take: 'none' };
export const all: Selection = { take: 'all' };

/** Whether `name` is meant; header names in lower case. */
export function selects(selection: Selection, name: string): boolean {
  switch (selection.take) {
    case 'none':
      return false;
    case 'all':
      return true;
    case 'these':
      return selection.names.has(name);
    case 'all-but':
      return !selection.names.has(name);
  }
}

/** Reads `{ HeaderBehavior: 'whitelist', Headers: [...] }` and its like; `letterCase` lowers header names. */
export function selectionOf(behaviour: unknown, items: unknown, letterCase: 'lower' | 'as-is' = 'as-is'): Selection {
  const given = Array.isArray(items) ? items : ((items as { Items?: unknown[] } | undefined)?.Items ?? []);
  const names = new Set(given.map((name) => (letterCase === 'lower' ? String(name).toLowerCase() : String(name))));
  switch (behaviour) {
    case undefined:
    case 'none':
      return none;
    case 'all':
    case 'allViewer':
      return all;
    case 'whitelist':
      return { take: 'these', names };
    case 'allExcept':
      return { take: 'all-but', names };
    default:
      throw new Refused(`The local cloud does not know the behaviour ${String(behaviour)} of a CloudFront policy`);
  }
}
