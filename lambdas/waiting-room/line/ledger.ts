import { hash } from 'node:crypto';
import type { LedgerEntry, LedgerLine } from '../../../contracts/ledger.ts';
import type { NotedAct } from './line-store.ts';
import type { LedgerHead } from './progress.ts';

/**
 * The ledger: every act on a line, chained by hash. No entry can be changed, left out or slipped in without all later
 * hashes changing, and the last of them is on the board that everybody reads. An act is noted on the line in the same
 * write that does it; the pacemaker then enters what was noted, in that order. An entry follows from the head and the
 * act alone, so two pacemakers, or one that died half-way, enter the same.
 *
 *     done and noted ──▶ entry put ──▶ head on the line ──▶ ledger published ──▶ head on the board
 */
export function enter(
  { n, head }: LedgerHead,
  { notedAt, act, role, reason, detail }: NotedAct,
): { readonly entry: LedgerEntry; readonly head: LedgerHead } {
  const text = JSON.stringify({ n: n + 1, at: notedAt, act, role, reason, detail } satisfies LedgerLine);
  const hashed = hash('sha256', `${head}${text}`);
  return { entry: { text, hash: hashed }, head: { n: n + 1, head: hashed } };
}

/** The text where nobody gave a reason. */
export const noReason = 'no reason given';
