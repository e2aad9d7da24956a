import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { DrawSheet, LineFile, Rounds, tierStride } from '../../contracts/line.ts';
import { found } from './findings.ts';

/**
 * The draw sheets of one line, taken together. Counts must add up, and each round must begin where the ones before it
 * end. A sheet left out, slipped in or altered leaves a gap or an overlap. Each seed, hashed as often as there are
 * rounds in between, must give the seed before it. The first of them must give the anchor, which was published before
 * anyone joined. Rounds follow one another, but for the lobbies of later tiers, which begin a stretch of numbers of
 * their own.
 */
export interface Sheets {
  /** One a round, in the order of the draws. */
  readonly inOrder: readonly DrawSheet[];
  readonly faults: readonly Fault[];
}

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
const stride: typeof tierStride = 65_536;

/** The same sheet twice is one; two that differ were not both published in good faith. */
export function collect(sheets: readonly DrawSheet[]): Sheets {
  const byRound = new Map<number, DrawSheet>();
  const faults: Fault[] = [];
  for (const sheet of sheets) {
    const known = byRound.get(sheet.round);
    if (known && canonical(known) !== canonical(sheet)) faults.push({ fault: 'sheets-differ', round: sheet.round });
    byRound.set(sheet.round, known ?? sheet);
  }
  return { inOrder: [...byRound.values()].sort((a, b) => a.round - b.round), faults };
}

/** The same facts in the same order, however the file was written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Whether a sheet's round comes right after the last one given; past a stretch only the list of rounds can say. */
function follows(
  { round }: DrawSheet,
  before: DrawSheet | undefined,
  rounds: Rounds | undefined,
): 'yes' | 'no' | 'perhaps' {
  if (!before) return round === 0 ? 'yes' : 'no';
  if (round === before.round + 1) return 'yes';
  if (round !== (Math.floor(before.round / stride) + 1) * stride) return 'no';
  if (!rounds) return 'perhaps';
  return rounds.spans.some(([, last]) => last === before.round) ? 'yes' : 'no';
}

export function checkCounts({ inOrder, faults: differing }: Sheets, rounds: Rounds | undefined): FindingOf<'counts'> {
  const faults: Fault[] = [...differing];
  let before: DrawSheet | undefined;
  let fans = 0;
  let hole = false;
  for (const sheet of inOrder) {
    const { round, size, offset, counts } = sheet;
    const sum = counts.reduce((all, count) => all + count, 0);
    if (size !== sum) faults.push({ fault: 'size', round, size, sum });
    const next = follows(sheet, before, rounds);
    // Behind a hole only the sheets themselves say how many stood before.
    const isHole = next === 'no' || (next === 'perhaps' && offset > fans);
    if (isHole ? offset < fans : offset !== fans) faults.push({ fault: 'offset', round, offset, before: fans });
    hole ||= isHole;
    if (rounds && !rounds.spans.some(([first, last]) => first <= round && round <= last)) {
      faults.push({ fault: 'sheet-unlisted', round });
    }
    fans = offset + size;
    before = sheet;
  }
  for (const [first] of rounds?.spans ?? [])
    if (first % stride !== 0) faults.push({ fault: 'list-hole', round: first });
  const lack =
    inOrder.length === 0 ? 'nothing-drawn' : hole || missingRounds(inOrder, rounds) > 0 ? 'some-sheets' : undefined;
  return found('counts', { faults, lack, facts: { rounds: inOrder.length, fans } });
}

/** How many rounds the list names whose sheets are not here. */
export function missingRounds(inOrder: readonly DrawSheet[], rounds: Rounds | undefined): number {
  const listed = (rounds?.spans ?? []).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const here = inOrder.filter(({ round }) => rounds?.spans.some(([first, last]) => first <= round && round <= last));
  return Math.max(0, listed - here.length);
}

/** Walks back from each seed to the one before it; a round far off costs as many hashes. */
export function checkSeeds({ inOrder }: Sheets, line: LineFile | undefined): FindingOf<'seeds'> {
  const faults: Fault[] = [];
  let before = line && { round: -1, seed: line.chain.anchor };
  let hashes = 0;
  for (const { round, seed } of inOrder) {
    if (round >= (line?.chain.length ?? longestChain)) {
      faults.push({ fault: 'past-chain', round });
      continue;
    }
    if (before) {
      hashes += round - before.round;
      if (hashed(seed, round - before.round) !== before.seed) faults.push({ fault: 'seed', round });
    }
    before = { round, seed };
  }
  const lack = inOrder.length === 0 ? 'nothing-drawn' : line ? undefined : 'line';
  return found('seeds', { faults, lack, facts: { rounds: inOrder.length, hashes, anchor: line?.chain.anchor ?? '' } });
}

/** More rounds than this no line has, and no reader should be made to hash. */
const longestChain = 2 ** 20;

function hashed(seed: string, times: number): string {
  let value = hexToBytes(seed);
  for (let step = 0; step < times; step += 1) value = sha256(value);
  return bytesToHex(value);
}
