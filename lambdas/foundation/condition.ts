/*
 * The condition of a write, from clauses that have names:
 *
 *   all(isThere, either(wasNeverTried, triesAreOver))
 */

/** All clauses must hold. */
export function all(...clauses: readonly string[]): string {
  return clauses.map((clause) => `(${clause})`).join(' AND ');
}

/** One clause must hold. */
export function either(...clauses: readonly string[]): string {
  return clauses.map((clause) => `(${clause})`).join(' OR ');
}

export const isThere = 'attribute_exists(pk)';
export const isAbsent = 'attribute_not_exists(pk)';
