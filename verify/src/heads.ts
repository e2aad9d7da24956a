import type { Fault, FindingOf, Lack } from '../../contracts/findings.ts';
import type { SeenHead } from '../../contracts/heads.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import { beaconOutAt } from '../../rules/beacon.ts';
import { boardHead } from '../../rules/roll.ts';
import { beaconDue, type Commitments } from './commitments.ts';
import { found, unchecked } from './findings.ts';
import type { ReadLedger } from './ledger.ts';

/**
 * Heads that the board shows now, or showed before. A head is of the first `n` entries of the ledger and the first
 * `rolls` commitments. Both only grow, so every head that was ever shown must still come out of the files.
 */
export interface Chains {
  readonly line: LineFile | undefined;
  readonly ledger: ReadLedger | undefined;
  readonly commitments: Commitments;
}

type Seen = Pick<SeenHead, 'n' | 'rolls'>;

/** What comes of one head: the head that the files give, or why they give none. */
export function headOf(
  { n, rolls }: Seen,
  { line, ledger, commitments }: Chains,
): { readonly hash: string } | { readonly fault: Fault } | { readonly lack: Lack } {
  if (!ledger) return { lack: 'ledger' };
  if (n > ledger.entries.length) return { fault: { fault: 'ledger-short', n, entries: ledger.entries.length } };
  if (!line) return { lack: 'line' };
  const given = commitments.heads.length - 1;
  const rollHead = commitments.heads[rolls];
  if (rollHead === undefined && (given === 0 || commitments.hasGap)) return { lack: 'some-rolls' };
  if (rollHead === undefined) return { fault: { fault: 'rolls-short', rolls, given } };
  const ledgerHead = n === 0 ? line.chain.anchor : (ledger.entries[n - 1]?.hash ?? '');
  return { hash: boardHead(ledgerHead, rollHead) };
}

/** `isWhole`: all commitments were asked for, and not only those up to somebody's round. */
export function checkBoard(board: Board | undefined, chains: Chains, isWhole = true): FindingOf<'board'> {
  if (!board) return unchecked('board', 'board');
  const { n, rolls, head } = board.ledger;
  const shown = headOf(board.ledger, chains);
  const facts = { n, rolls, head };
  if ('lack' in shown) return unchecked('board', shown.lack);
  if ('fault' in shown) {
    if (shown.fault.fault === 'rolls-short' && !isWhole) return unchecked('board', 'some-rolls');
    return found('board', { faults: [shown.fault], facts });
  }
  const faults: Fault[] = shown.hash === head ? [] : [{ fault: 'head', n, rolls, head, hash: shown.hash }];
  return found('board', { faults, facts });
}

/** Undefined if nobody kept any. */
export function checkHeads(
  heads: readonly SeenHead[],
  board: Board | undefined,
  chains: Chains,
  isWhole = true,
): FindingOf<'heads'> | undefined {
  if (heads.length === 0) return undefined;
  const faults: Fault[] = [];
  let lack: Lack | undefined;
  for (const seen of heads) {
    const { n, rolls, head, seenAt = seen.at } = seen;
    const given = headOf(seen, chains);
    if ('lack' in given) lack = given.lack;
    else if ('fault' in given && given.fault.fault === 'rolls-short' && !isWhole) lack = 'some-rolls';
    else if ('fault' in given) faults.push(given.fault);
    else if (given.hash !== head) faults.push({ fault: 'head-seen', n, rolls, seenAt });
  }
  const timed = timesOf(heads, chains);
  faults.push(...timed.faults, ...fallen(heads, board));
  return found('heads', { faults, lack, facts: { heads: heads.length, early: timed.early } });
}

/** Ledger and rolls only grow, so no board may have fewer than one that was written before it. */
function fallen(heads: readonly SeenHead[], board: Board | undefined): readonly Fault[] {
  const shown = board ? [...heads, { ...board.ledger, at: board.writtenAt }] : heads;
  const inOrder = shown
    .flatMap(({ n, rolls, at }) => (at === undefined ? [] : [{ n, rolls, at }]))
    .sort((a, b) => a.at - b.at || a.n - b.n || a.rolls - b.rolls);
  let before = { n: 0, rolls: 0 };
  const faults: Fault[] = [];
  for (const { n, rolls, at } of inOrder) {
    if (n < before.n || rolls < before.rolls) faults.push({ fault: 'head-back', n, rolls, at });
    before = { n: Math.max(n, before.n), rolls: Math.max(rolls, before.rolls) };
  }
  return faults;
}

/**
 * A head that was seen before a beacon came out shows that what it is of was published by then. A board that was written
 * after the beacon came out, and does not have the commitment yet, shows the contrary.
 */
function timesOf(
  heads: readonly SeenHead[],
  { line, commitments }: Chains,
): { readonly faults: readonly Fault[]; readonly early: number } {
  const faults: Fault[] = [];
  let early = 0;
  for (const commitment of commitments.inOrder) {
    const due = line?.beacon && beaconDue(line, commitment.round, commitment);
    if (!line?.beacon || due === undefined) continue;
    const outAt = beaconOutAt(line.beacon, due);
    const { n, round } = commitment;
    if (heads.some(({ rolls, seenAt }) => rolls >= n && seenAt !== undefined && seenAt < outAt)) early += 1;
    const late = heads.find(({ rolls, at }) => rolls < n && at !== undefined && at >= outAt);
    if (late?.at !== undefined) faults.push({ fault: 'commitment-unseen', round, at: late.at, outAt });
  }
  return { faults, early };
}
