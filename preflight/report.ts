import type { Readiness } from './check-outcome.ts';
import type { NamedOutcome } from './preflight.ts';

const marks: Readonly<Record<Readiness, string>> = { ready: 'ready  ', todo: 'TO DO  ', unknown: 'unknown' };

/** One line each, and under it what to do. */
export function reportText(found: readonly NamedOutcome[], supportCase: string): string {
  const width = Math.max(...found.map(({ check }) => check.length));
  const lines = found.flatMap(({ check, state, says, todo }) => [
    `${marks[state]}  ${check.padEnd(width)}  ${says}`,
    ...(todo === undefined ? [] : [`${' '.repeat(marks.ready.length + width + 4)}→ ${todo}`]),
  ]);
  const left = found.filter(({ state }) => state !== 'ready').length;
  const last = left === 0 ? 'All is ready.' : `${left} of ${found.length} are not ready.`;
  return [...lines, '', last, '', 'For AWS Support, two weeks before:', '', supportCase].join('\n');
}
