import { percentile } from '../measures.ts';
import type { Evidence, Witness } from './evidence.ts';
import { type AuditFinding, finding, plural } from './finding.ts';
import { pollsOfWait } from './polls-of-wait.ts';

/**
 * The cost of waiting: how often a fan looks, and how often a look reaches the origin. A file of the line is read at
 * the origin once a second while anyone asks for it. So the number of reads follows from the length of the rehearsal
 * and the number of draw sheets, and not from the number of fans who looked.
 */

/** One fan's watch over the board, from the join to the call or the end. */
export interface Watch {
  polls: number;
  /** Milliseconds since the epoch. */
  readonly beganAt: number;
  endedAt: number;
}

/** The CDN's own counts of the published files of all lines during the rehearsal. */
export interface CdnCounts {
  readonly requests: number;
  readonly originReads: number;
  readonly seconds: number;
}

export interface Polling {
  /** Looks of one fan; the median. */
  readonly polls: number;
  /** Minutes a fan waited; the median. */
  readonly minutes: number;
  /** Looks of one fan in a wait of 30 minutes, if they kept looking as they did. */
  readonly pollsOf30Minutes: number;
}

/** Undefined if nobody waited. */
export function pollingOf(watches: readonly Watch[]): Polling | undefined {
  const waits = watches.filter(({ beganAt, endedAt }) => endedAt > beganAt);
  if (waits.length === 0) return undefined;
  const median = (values: readonly number[]) =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.5,
    );
  const minutesOf = ({ beganAt, endedAt }: Watch) => (endedAt - beganAt) / 60_000;
  const eagerness = median(waits.map((watch) => watch.polls / pollsOfWait(minutesOf(watch))));
  return {
    polls: median(waits.map(({ polls }) => polls)),
    minutes: median(waits.map(minutesOf)),
    pollsOf30Minutes: eagerness * pollsOfWait(30),
  };
}

export function pollLines({ notes, cdn }: Witness): readonly string[] {
  const polling = pollingOf(notes.watches);
  return [
    ...(polling
      ? [
          `a fan looked at the board ${polling.polls} times in ${polling.minutes.toFixed(1)} minutes (medians); a wait of 30 minutes costs ${polling.pollsOf30Minutes.toFixed(0)} looks in that rhythm`,
        ]
      : []),
    ...(cdn
      ? [
          `${plural(cdn.requests, 'request')} for published files of the line cost ${plural(cdn.originReads, 'read')} at the origin, ${(cdn.originReads / cdn.seconds).toFixed(1)} a second: they grow with time and rounds, not with fans`,
        ]
      : []),
  ];
}

/** Board, ledger and list of rounds may each be read once a second, compressed in two ways or not. */
const readsASecond = 3;
/** A draw sheet is immutable: read once, plain and compressed, and once or twice just before it was there. */
const readsASheet = 4;
/** The first reads of files that stay, and what was asked for at the very second of a change. */
const someMore = 60;

export function auditPolls({ lines }: Pick<Evidence, 'lines'>, { cdn }: Pick<Witness, 'cdn'>): readonly AuditFinding[] {
  if (!cdn) return [];
  const sheets = lines.reduce((sum, line) => sum + line.sheets.length, 0);
  const most = Math.ceil(readsASecond * cdn.seconds) + readsASheet * sheets + someMore;
  const said = `${plural(cdn.originReads, 'origin read')} of the line’s files in ${cdn.seconds.toFixed(0)} s with ${plural(sheets, 'draw sheet')}; ${plural(most, 'is', 'are')} the most, whoever looks`;
  return [finding('polls', cdn.originReads > most ? [said] : [], said)];
}
