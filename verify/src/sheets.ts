import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { Board, DrawSheet, LineFile, Rounds } from '../../contracts/line.ts';
import type { RollBank, RollCommitment } from '../../contracts/roll.ts';
import { beaconOutAt } from '../../rules/beacon.ts';
import { beaconDue, type Commitments, isLobby, listed, mayFollow, stride } from './commitments.ts';
import { found, unchecked } from './findings.ts';
import type { ReadLedger } from './ledger.ts';

/**
 * The draw sheets of one line, taken together. All sheets of a round say the same but for their banks. Their counts must
 * be those of the roll and add up, and each round must begin where the ones before it end. A sheet left out, slipped in
 * or altered leaves a gap or an overlap. Rounds follow one another, but for the lobbies of later tiers, which begin a
 * stretch of numbers of their own.
 */
export interface DrawnRound {
  readonly round: number;
  /** In the order of their banks. */
  readonly sheets: readonly DrawSheet[];
  /** All sheets of the round say the same of the round: this one speaks for it. */
  readonly first: DrawSheet;
}

export interface Sheets {
  /** In the order of the draws. */
  readonly inOrder: readonly DrawnRound[];
  readonly faults: readonly Fault[];
}

/** The same sheet twice is one; two that differ were not both published in good faith. */
export function collect(sheets: readonly DrawSheet[]): Sheets {
  const rounds = new Map<number, Map<number, DrawSheet>>();
  const faults: Fault[] = [];
  const differing = new Set<number>();
  for (const sheet of sheets) {
    const { round, bank } = sheet;
    const known: Map<number, DrawSheet> = rounds.get(round) ?? new Map();
    rounds.set(round, known);
    const [other] = known.values();
    const same = known.get(bank);
    if ((same && canonical(same) !== canonical(sheet)) || (other && ofRound(other) !== ofRound(sheet))) {
      differing.add(round);
    }
    known.set(bank, same ?? sheet);
  }
  for (const round of differing) faults.push({ fault: 'sheets-differ', round });
  const inOrder = [...rounds].map(([round, known]): DrawnRound => {
    const all = [...known.values()].sort((a, b) => a.bank - b.bank);
    return { round, sheets: all, first: all[0] as DrawSheet };
  });
  return { inOrder: inOrder.sort((a, b) => a.round - b.round), faults };
}

const ofRound = (sheet: DrawSheet) => canonical({ ...sheet, bank: 0, before: 0, counts: [] });

/** The same facts in the same order, however the file was written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export interface RollsBeside {
  readonly line: LineFile | undefined;
  readonly commitments: Commitments;
  readonly banks: readonly RollBank[];
  /** The list of rounds; several if several states of it were kept. */
  readonly lists: readonly Rounds[];
  /** The files are meant to be all of the line, and not those of one place. */
  readonly isWhole: boolean;
}

export interface CountedSheets {
  readonly finding: FindingOf<'counts'>;
  /** Every sheet of every round that is listed, from the lobby on, is here. */
  readonly isComplete: boolean;
}

export function checkCounts({ inOrder, faults: differing }: Sheets, beside: RollsBeside): CountedSheets {
  const { line, commitments, lists, isWhole } = beside;
  const rounds = longest(lists);
  const faults: Fault[] = [...differing, ...listFaults(lists, line)];
  let before: DrawnRound | undefined;
  let fans = 0;
  let isComplete = inOrder.length > 0;
  for (const drawn of inOrder) {
    const { round, first } = drawn;
    const { offset, size } = first;
    const next = follows(line, drawn, before, rounds);
    if (next === 'never') faults.push({ fault: 'lobby-unpromised', round });
    // Behind a hole only the sheets themselves say how many stood before.
    const isHole = next === 'no' || (next === 'perhaps' && offset > fans);
    if (isHole ? offset < fans : offset !== fans) faults.push({ fault: 'offset', round, offset, before: fans });
    const isListed = rounds ? rounds.spans.some(([from, to]) => from <= round && round <= to) : undefined;
    if (isListed === false) faults.push({ fault: 'sheet-unlisted', round });
    const own = roundFaults(drawn, beside);
    faults.push(...own.faults);
    if (isHole || (isWhole && own.isOpen)) isComplete = false;
    fans = offset + size;
    before = drawn;
  }
  const missing = listed(rounds).filter((round) => !inOrder.some((drawn) => drawn.round === round));
  if (missing.length > 0) isComplete = false;
  if (isWhole && inOrder.length > 0) {
    for (const round of missing) faults.push({ fault: 'sheet-missing', round });
  }
  const isOpen = !isComplete || (isWhole && commitments.inOrder.length === 0);
  const lack = inOrder.length === 0 ? 'nothing-drawn' : !isComplete ? 'some-sheets' : isOpen ? 'some-rolls' : undefined;
  return { finding: found('counts', { faults, lack, facts: { rounds: inOrder.length, fans } }), isComplete };
}

/** Of several states of the list, the one that says most. */
export function longest(lists: readonly Rounds[]): Rounds | undefined {
  return [...lists].sort((a, b) => listed(b).length - listed(a).length)[0];
}

/** Lists only grow, and go on elsewhere than at the next number only where a tier was promised. */
function listFaults(lists: readonly Rounds[], line: LineFile | undefined): readonly Fault[] {
  const faults: Fault[] = [];
  const rounds = longest(lists);
  const all = new Set(listed(rounds));
  for (const round of new Set(lists.flatMap(listed))) {
    if (!all.has(round)) faults.push({ fault: 'list-shrunk', round });
  }
  for (const [first] of rounds?.spans ?? []) {
    if (first % stride !== 0) faults.push({ fault: 'list-hole', round: first });
    else if (!isLobby(line, first)) faults.push({ fault: 'lobby-unpromised', round: first });
  }
  return faults;
}

/** Whether a round comes right after the last one given; past a stretch only the list of rounds can say. */
function follows(
  line: LineFile | undefined,
  { round }: DrawnRound,
  before: DrawnRound | undefined,
  rounds: Rounds | undefined,
): 'yes' | 'no' | 'perhaps' | 'never' {
  if (round % stride === 0 && !isLobby(line, round)) return 'never';
  if (!before) return round === 0 ? 'yes' : 'no';
  if (!mayFollow(line, round, before.round)) return 'no';
  if (round === before.round + 1) return 'yes';
  // Between the two may lie further rounds, and lobbies of tiers.
  if (line?.tiers?.some((tier) => before.round < tier.round && tier.round < round)) return 'no';
  if (!line && round !== (Math.floor(before.round / stride) + 1) * stride) return 'no';
  if (!rounds) return 'perhaps';
  return rounds.spans.some(([, last]) => last === before.round) ? 'yes' : 'no';
}

/** A round by itself and beside its roll. Open is that not all its sheets are here. */
function roundFaults(
  { round, sheets, first }: DrawnRound,
  { commitments, banks, isWhole, line }: RollsBeside,
): { readonly faults: readonly Fault[]; readonly isOpen: boolean } {
  const faults: Fault[] = [];
  const commitment = commitments.inOrder.find((one) => one.round === round);
  let sum = 0;
  let next = 0;
  for (const { bank, before, counts } of sheets) {
    const own = counts.reduce((all, count) => all + count, 0);
    // Behind a bank that is not here only the sheet itself says how many stood before.
    if (bank === next) {
      if (before !== sum) faults.push({ fault: 'size', round, size: before, sum });
      sum += own;
      next += 1;
    } else if (before < sum || before + own > first.size) {
      faults.push({ fault: 'size', round, size: first.size, sum: before + own });
    }
    const roll = banks.find((one) => one.round === round && one.bank === bank);
    if (roll && `${roll.counts}` !== `${counts}`) faults.push({ fault: 'sheet-counts', round, bank });
  }
  const isOpen = commitment ? next < commitment.banks.length : sum < first.size;
  const { size } = first;
  if (sum > size || (!isOpen && sum !== size)) faults.push({ fault: 'size', round, size, sum });
  if (commitment && isWhole && isOpen) faults.push({ fault: 'sheet-missing', round });
  if (commitment && sheets.some(({ bank }) => bank >= commitment.banks.length)) {
    faults.push({ fault: 'sheet-roll', round });
  }
  faults.push(...timeFaults(first, commitment, line));
  return { faults, isOpen };
}

function timeFaults(
  { round, size, closedAt, drawnAt, beacon }: DrawSheet,
  commitment: RollCommitment | undefined,
  line: LineFile | undefined,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (commitment && (commitment.size !== size || commitment.closedAt !== closedAt)) {
    faults.push({ fault: 'sheet-roll', round });
  }
  const due = line && beacon && !('unproved' in beacon) ? beaconDue(line, round, commitment) : undefined;
  const outAt = line?.beacon && due !== undefined ? beaconOutAt(line.beacon, due) : 0;
  if (drawnAt < Math.max(closedAt, commitment?.committedAt ?? 0, outAt)) faults.push({ fault: 'drawn-early', round });
  return faults;
}

/** Nobody may be called whom no draw gave a position, and the end of the line, told once, says how many had one. */
export function checkCalled(
  board: Board | undefined,
  { inOrder }: Sheets,
  ledger: Pick<ReadLedger, 'entries'> | undefined,
  isComplete: boolean,
): FindingOf<'called'> {
  if (!board) return unchecked('called', 'board');
  const { calledUpTo } = board;
  const drawn = inOrder.reduce((most, { first }) => Math.max(most, first.offset + first.size), 0);
  const faults = isComplete ? endFaults(ledger?.entries ?? [], drawn) : [];
  if (calledUpTo > drawn && !isComplete) return unchecked('called', 'some-sheets');
  if (calledUpTo > drawn) faults.push({ fault: 'called-beyond', calledUpTo, drawn });
  return found('called', { faults, facts: { calledUpTo, drawn } });
}

function endFaults(entries: ReadLedger['entries'], drawn: number): Fault[] {
  const ends = entries.filter(({ line }) => line?.act === 'ended');
  return ends.flatMap(({ line, text }, at): readonly Fault[] => {
    const { drawn: said, called = 0, neverCame = 0 } = line?.detail ?? {};
    const isTrue = said === drawn && Number(called) <= drawn && Number(neverCame) <= Number(called);
    return at === 0 && isTrue ? [] : [{ fault: 'ended-otherwise', drawn, text }];
  });
}
