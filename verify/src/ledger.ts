import type { Fault, FindingOf, Lack } from '../../contracts/findings.ts';
import type { Ledger, LedgerLine } from '../../contracts/ledger.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import { hashOfText, parseJson } from './bytes.ts';
import { found, unchecked } from './findings.ts';
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

export function readLedger(ledger: Ledger, line: LineFile | undefined): ReadLedger {
  const entries: ReadEntry[] = [];
  let prev = line?.chain.anchor;
  let latest = 0;
  for (const [at, { text, hash }] of ledger.entries.entries()) {
    const n = at + 1;
    const said = parseJson(text);
    const read = isLedgerLine(said) ? (said as LedgerLine) : undefined;
    const faults: Fault[] = [];
    if (prev !== undefined && hashOfText(prev + text) !== hash) faults.push({ fault: 'entry-changed', n, text });
    if (!read) faults.push({ fault: 'entry-unreadable', n, text });
    else if (read.n !== n) faults.push({ fault: 'entry-number', n, text });
    if (read && read.at < latest - skewMs) faults.push({ fault: 'entry-time', n, text });
    entries.push({ text, hash, line: read, faults });
    prev = hash;
    latest = Math.max(latest, read?.at ?? 0);
  }
  const lack: Lack | undefined = line ? undefined : 'line';
  const facts = { entries: entries.length, head: prev ?? '' };
  return {
    entries,
    lines: entries.flatMap((entry) => entry.line ?? []),
    finding: found('ledger', { faults: entries.flatMap((entry) => entry.faults), lack, facts }),
  };
}

/** The board is written every second and the ledger when something happens: either may be the newer one. */
export function checkBoard(
  board: Board | undefined,
  ledger: Ledger | undefined,
  line: LineFile | undefined,
): FindingOf<'board'> {
  if (!board) return unchecked('board', 'board');
  if (!ledger) return unchecked('board', 'ledger');
  const { n, head } = board.ledger;
  if (n > ledger.entries.length) return unchecked('board', 'newer-ledger');
  const hash = n === 0 ? line?.chain.anchor : ledger.entries[n - 1]?.hash;
  if (hash === undefined) return unchecked('board', 'line');
  return found('board', { faults: hash === head ? [] : [{ fault: 'head', n, head, hash }], facts: { n, head } });
}
