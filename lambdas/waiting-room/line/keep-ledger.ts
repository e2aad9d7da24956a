import { ledgerSegment } from '../../../contracts/ledger.ts';
import { type GrowingFiles, publishGrown, type SeenFiles } from './growing-files.ts';
import { enter } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { LineRecord, LineStore } from './line-store.ts';
import { ledgerFile, segmentOf } from './published-lines.ts';

/** Enters what was noted since the last tick. Undefined if the line moved on meanwhile. */
export async function keepLedger(
  { lines, ledger }: { readonly lines: Pick<LineStore, 'write'>; readonly ledger: LedgerStore },
  line: LineRecord,
): Promise<LineRecord | undefined> {
  if (line.acts.length === 0) return line;
  let head = line.progress.ledger;
  for (const act of line.acts) {
    const next = enter(head, act);
    await ledger.put(line.facts.onSale, next.head.n, next.entry);
    head = next.head;
  }
  return lines.write(line, { acts: [], progress: { ...line.progress, ledger: head } });
}

/**
 * Publishes the ledger as far as the line has it. From the last segment it goes back to the first that is published
 * whole, so that a pacemaker finishes what another left.
 */
export async function publishLedger(
  { ledger, files }: { readonly ledger: LedgerStore; readonly files: GrowingFiles },
  seen: SeenFiles,
  { facts: { onSale }, progress }: LineRecord,
): Promise<void> {
  const { n } = progress.ledger;
  const missing: number[] = [];
  for (let segment = segmentOf(n); segment >= 0; segment -= 1) {
    const whole = Math.min(n - segment * ledgerSegment, ledgerSegment);
    if (await isPublished(files, seen, onSale, segment, whole)) break;
    missing.unshift(segment);
  }
  for (const segment of missing) {
    const from = segment * ledgerSegment + 1;
    const entries = await ledger.read(onSale, from, Math.min(n, from + ledgerSegment - 1));
    await publishGrown(files, seen, ledgerFile(onSale, segment, entries));
  }
}

async function isPublished(
  files: GrowingFiles,
  seen: SeenFiles,
  onSale: string,
  segment: number,
  whole: number,
): Promise<boolean> {
  const { path, extent } = ledgerFile(onSale, segment, []);
  if (!seen.has(path)) {
    const standing = await files.readTagged<Parameters<typeof extent>[0]>(path);
    if (standing) seen.set(path, { extent: extent(standing.file), tag: standing.tag });
  }
  return (seen.get(path)?.extent ?? -1) >= whole;
}
