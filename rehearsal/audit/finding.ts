/** The result of one check of the audit: a sentence with counts, or the first breach and the number of breaches. */
export interface AuditFinding {
  /** e.g. `W1`, `S6`, `no 5xx`. */
  readonly rule: string;
  readonly ok: boolean;
  readonly sentence: string;
}

/** Everything is well if nothing breaches; a check over nothing says so itself through its counts. */
export function finding(rule: string, breaches: readonly string[], sentence: string): AuditFinding {
  const [first] = breaches;
  if (first === undefined) return { rule, ok: true, sentence };
  const more = breaches.length > 1 ? ` (and ${breaches.length - 1} more)` : '';
  return { rule, ok: false, sentence: `${first}${more}` };
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The items that occur more than once, each with how often. */
export function repeated<Key>(keys: Iterable<Key>): readonly (readonly [Key, number])[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1);
}
