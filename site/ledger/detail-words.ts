import { ledgerWords as words } from '../../words/en/ledger.ts';
import { count, longMoment } from '../../words/en/written.ts';

/** The details that are instants. */
const instants: ReadonlySet<string> = new Set([
  'opensAt',
  'closesAt',
  'insteadOf',
  'turnedAt',
  'dueAt',
  'awayFrom',
  'awayUntil',
]);

/** A dial that was turned, from and to, in words. */
export function detailWords(detail: Readonly<Record<string, string | number | boolean>>, timeZone?: string): string {
  return Object.entries(detail)
    .map(([name, value]) => {
      const number = (n: number) => (instants.has(name) ? longMoment(n, timeZone) : count(n));
      const said = typeof value === 'number' ? number(value) : `${value}`;
      return words.details[name]?.(said) ?? `${name}: ${said}`;
    })
    .join(', ');
}
