import type { Witness } from './audit/evidence.ts';
import { plural } from './audit/finding.ts';
import { pollLines } from './audit/polls.ts';
import type { Measures, StepMeasure } from './measures.ts';
import type { Ending, Notes } from './notes.ts';

/** The report of a rehearsal, in lines for a terminal; the same numbers as its JSON. */
export function reportLines(witness: Witness, seconds: number): readonly string[] {
  return [...stepTable(witness.measures), '', ...endingLines(witness.notes), '', ...sumLines(witness, seconds)];
}

/** A table with a line a step: counts, latencies in milliseconds, share answered by the CDN, refusals by code. */
function stepTable(measures: readonly StepMeasure[]): readonly string[] {
  const rows = measures.map((measure) => [
    measure.step,
    measure.requests.toLocaleString('en'),
    ...[measure.p50, measure.p90, measure.p99, measure.slowest].map((took) => took.toFixed(0)),
    measure.originReads.toLocaleString('en'),
    Object.entries(measure.statuses)
      .map(([status, count]) => `${status === '0' ? 'none' : status} × ${count.toLocaleString('en')}`)
      .join(', '),
    Object.entries(measure.problems)
      .map(([problem, count]) => `${problem} × ${count}`)
      .join(', '),
  ]);
  const head = ['step', 'requests', 'p50 ms', 'p90', 'p99', 'slowest', 'uncached', 'answers', 'refusals'];
  return table([head, ...rows], new Set([0, 7, 8]));
}

/** Columns as wide as their widest cell; numbers to the right. */
export function table(rows: readonly (readonly string[])[], leftAligned: ReadonlySet<number>): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        leftAligned.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

const inWords: Readonly<Record<Ending['how'], string>> = {
  ordered: 'hold an order',
  'gave-up-waiting': 'gave up waiting',
  'never-came': 'were called and never came',
  'no-seats': 'were refused every wish',
  'changed-mind': 'gave their seats back',
  'gave-back': 'gave their order back',
  'walked-away': 'walked away and let their seats lapse',
  'card-declined': 'had their card declined',
  'seats-lost': 'lost their seats before they could be sold',
  'ran-out-of-time': 'ran out of time to shop',
  'line-closed': 'found the line closed',
  refused: 'were refused otherwise',
  unanswered: 'GOT NO ANSWER',
};

function endingLines(notes: Notes): readonly string[] {
  return Object.entries(inWords).flatMap(([how, words]) => {
    const count = notes.count(how as Ending['how']);
    return count === 0 ? [] : `${count.toLocaleString('en').padStart(7)} ${words}`;
  });
}

function sumLines(witness: Witness, seconds: number): readonly string[] {
  const { fans, notes, measures } = witness;
  const all = measures.reduce((sum, { requests }) => sum + requests, 0);
  const seats = notes.orders
    .filter(({ view }) => view.state === 'confirmed')
    .reduce((sum, { view }) => sum + view.tickets.length, 0);
  return [
    `${plural(all, 'request')} in ${seconds.toFixed(0)} s (${(all / seconds).toFixed(0)} a second), ${(all / fans).toFixed(1)} a fan`,
    ...pollLines(witness),
    `${plural(seats, 'ticket')} sold`,
    ...[...notes.tried].sort().map(([what, count]) => `tried ${count.toLocaleString('en')} × ${what}`),
  ];
}

/** The progress of the rehearsal, for a bar or a line every few seconds. */
export interface RehearsalStanding {
  readonly joined: number;
  readonly called: number;
  readonly holding: number;
  readonly ordered: number;
  readonly ended: number;
  readonly requests: number;
}

export function standingOf(notes: Notes, measures: Measures): RehearsalStanding {
  return {
    joined: notes.receipts.length,
    called: notes.passes.length,
    holding: notes.holds.length,
    ordered: notes.count('ordered'),
    ended: notes.endings.size,
    requests: measures.requests(),
  };
}
