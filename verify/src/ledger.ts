import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { Ledger, LedgerEntry, LedgerLine, ledgerSegment } from '../../contracts/ledger.ts';
import type { LineFile } from '../../contracts/line.ts';
import { hashOfText, parseJson } from './bytes.ts';
import { found, unchecked } from './findings.ts';
import { movedBy } from './moved-doors.ts';
import { isLedgerLine } from './recognise.ts';

/**
 * The ledger as a chain: each entry's hash is over the hash before it and its own text, beginning with the anchor of
 * the line's seeds. An entry that was changed no longer fits its hash. An entry that was slipped in or taken out breaks
 * the chain beside it. A ledger that was written anew ends in another head than the one that everybody saw on the
 * board.
 */
export interface ReadLedger {
  readonly entries: readonly ReadEntry[];
  /** The entries that can be read. */
  readonly lines: readonly LedgerLine[];
  /** The line as its doors were moved; undefined without a line. */
  readonly line: LineFile | undefined;
  readonly finding: FindingOf<'ledger'>;
}

export interface ReadEntry {
  readonly text: string;
  readonly hash: string;
  /** Undefined if the text is not of the form that entries have. */
  readonly line: LedgerLine | undefined;
  readonly faults: readonly Fault[];
}

/** Acts come from several machines, whose clocks differ a little, and are entered in the order they were done. */
const skewMs = 60_000;

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
const segmentSize: typeof ledgerSegment = 100;

/** Reads the segments of one ledger; several states of one segment may be among them. Undefined if there is none. */
export function readLedger(segments: readonly Ledger[], line: LineFile | undefined): ReadLedger | undefined {
  if (segments.length === 0) return undefined;
  const { entries: given, faults: torn } = joined(segments);
  const entries: ReadEntry[] = [];
  let prev = line?.chain.anchor;
  let latest = 0;
  let standing = line;
  let turned = 0;
  for (const [at, { text, hash }] of given.entries()) {
    const n = at + 1;
    const said = parseJson(text);
    const read = isLedgerLine(said) ? (said as LedgerLine) : undefined;
    const faults: Fault[] = [];
    if (prev !== undefined && hashOfText(prev + text) !== hash) faults.push({ fault: 'entry-changed', n, text });
    if (!read) faults.push({ fault: 'entry-unreadable', n, text });
    else if (read.n !== n) faults.push({ fault: 'entry-number', n, text });
    if (read && read.at < latest - skewMs) faults.push({ fault: 'entry-time', n, text });
    const moved = standing && read && movedBy(standing, read);
    if (moved === 'in-vain') faults.push({ fault: 'doors-in-vain', n, text });
    else standing = moved ?? standing;
    if (line && read) faults.push(...openedFaults(line, read));
    const turn = read && turnOf(read);
    if (turn !== undefined && turn <= turned) faults.push({ fault: 'entry-turn', n, text });
    entries.push({ text, hash, line: read, faults });
    prev = hash;
    latest = Math.max(latest, read?.at ?? 0);
    turned = Math.max(turned, turn ?? 0);
  }
  const lack = line ? undefined : 'line';
  const facts = { entries: entries.length, head: prev ?? '' };
  return {
    entries,
    lines: entries.flatMap((entry) => entry.line ?? []),
    line: standing,
    finding: found('ledger', { faults: [...torn, ...entries.flatMap((entry) => entry.faults)], lack, facts }),
  };
}

/** What the line was opened with stands in its promise as well. */
function openedFaults({ opensAt, closesAt, beacon }: LineFile, { act, detail }: LedgerLine): readonly Fault[] {
  if (act !== 'opened') return [];
  const promised: Readonly<Record<string, unknown>> = { opensAt, closesAt, beacon: beacon?.chainHash };
  return Object.entries(promised)
    .filter(([field, value]) => field in detail && detail[field] !== value)
    .map(([field]): Fault => ({ fault: 'opened-otherwise', field }));
}

/** Which turn of the levers of the sale it tells: each is told once, in their order. Other acts have none. */
function turnOf({ detail: { turn } }: LedgerLine): number | undefined {
  return typeof turn === 'number' ? turn : undefined;
}

export const noLedger = unchecked('ledger', 'ledger');

/** A segment only grows: of two states of it the shorter is the beginning of the longer, or one of them was rewritten. */
function joined(segments: readonly Ledger[]): {
  readonly entries: readonly LedgerEntry[];
  readonly faults: readonly Fault[];
} {
  const longest = new Map<number, readonly LedgerEntry[]>();
  const faults: Fault[] = [];
  for (const { segment, entries } of segments) {
    const known = longest.get(segment) ?? [];
    const other = known.findIndex(({ text, hash }, at) => {
      const entry = entries[at];
      return entry !== undefined && (entry.text !== text || entry.hash !== hash);
    });
    if (other >= 0) faults.push({ fault: 'ledger-rewritten', n: segment * segmentSize + other + 1 });
    if (entries.length > known.length || !longest.has(segment)) longest.set(segment, entries);
  }
  const all: LedgerEntry[] = [];
  const last = Math.max(...longest.keys());
  for (let segment = 0; segment <= last; segment += 1) {
    const entries = longest.get(segment) ?? [];
    all.push(...entries);
    // A next segment begins when this one is full, and never before.
    if (entries.length === segmentSize || (segment === last && entries.length < segmentSize)) continue;
    faults.push({ fault: 'segment-missing', segment });
    break;
  }
  return { entries: all, faults };
}
