/*
 * The condition of a write, from clauses that have names:
 *
 *   all(isThere, either(wasNeverTried, triesAreOver))    attribute_exists(pk) AND (attribute_not_exists(tries) OR …)
 *
 * Parentheses stand only where they are needed. DynamoDB refuses an expression with a pair too many, and engines that
 * stand in for it take twice as long to read it for each pair within another.
 */

/** All clauses must hold. */
export function all(...clauses: readonly string[]): string {
  return clauses.map((clause) => (isChoice(clause) ? `(${clause})` : clause)).join(' AND ');
}

/** One clause must hold. `AND` binds more closely than `OR`, so that no clause needs parentheses here. */
export function either(...clauses: readonly string[]): string {
  return clauses.join(' OR ');
}

/** Whether the clause has an `OR` that stands in no parentheses. */
function isChoice(clause: string): boolean {
  const outermost = clause.replace(/\([^()]*\)/g, '');
  return outermost === clause ? / OR /i.test(clause) : isChoice(outermost);
}

export const isThere = 'attribute_exists(pk)';
export const isAbsent = 'attribute_not_exists(pk)';
