import type { LineRecord, LineStore } from '../line/line-store.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import { claimGraceMs } from './calls.ts';

/**
 * The end of a line: the ledger says once how many were drawn, how many were called, and how many of those never came.
 * A place that never came cost nobody a turn; but a crowd of them may be invented, so everyone is told how many. It is
 * said when no claim can be under way any more, and everybody is drawn. Undefined if the line moved on meanwhile.
 */
export async function endLine(
  { lines, shoppers }: { readonly lines: Pick<LineStore, 'write'>; readonly shoppers: Pick<ShoppersStore, 'read'> },
  line: LineRecord,
  joined: number,
  now: number,
): Promise<LineRecord | undefined> {
  const { facts, progress, acts } = line;
  const { drawn, calledUpTo, closing, lobbies, ended } = progress;
  const isOver = now >= facts.closesAt + claimGraceMs && lobbies > 0 && closing.length === 0 && joined === 0;
  if (!isOver || ended) return line;
  // Of all passes there ever were: those that are over are kept with the others.
  const { claimed } = await shoppers.read(facts.onSale, 0, facts.roomParts);
  const neverCame = Math.max(0, calledUpTo - claimed.size);
  const detail = { drawn, called: calledUpTo, neverCame };
  const reason = 'the on-sale is over';
  return lines.write(line, {
    progress: { ...progress, ended: true },
    acts: [...acts, { notedAt: now, act: 'ended', role: 'pacemaker', reason, detail }],
  });
}
