import type { Check, Doubt, Finding, FindingOf, Lack, Proofs } from '../../contracts/findings.ts';
import { faultWords, many, count as n } from './fault-words.ts';
import type { FileKind } from './recognise.ts';

/** The command's words: a line a finding, and a line a fault beneath it. */
export interface ToldFinding {
  readonly mark: '✓' | '✗' | '–' | '?';
  readonly text: string;
  readonly more: readonly string[];
}

export function tell(finding: Finding): ToldFinding {
  const { check, outcome } = finding;
  if (outcome === 'ok') return { mark: '✓', text: held[check](finding as never), more: [] };
  if (outcome === 'unproved') return { mark: '?', ...doubts[finding.doubt](finding.facts.chainHash) };
  if (outcome === 'unchecked') return { mark: '–', text: `${subjects[check]}: not checked`, more: lackWords(finding) };
  const told = finding.faults.slice(0, mostTold).map(faultWords);
  const rest = finding.faults.length - told.length;
  return { mark: '✗', text: `${subjects[check]}: wrong`, more: rest > 0 ? [...told, `and ${n(rest)} more`] : told };
}

const mostTold = 20;

const subjects: Readonly<Record<Check, string>> = {
  receipt: 'The receipt',
  place: 'The place',
  mark: 'The mark in the roll',
  commitments: 'The commitments',
  rolls: 'The rolls',
  counts: 'Counts and offsets',
  seeds: 'The seeds',
  beacon: 'The beacon',
  position: 'The position',
  positions: 'All positions',
  ledger: 'The ledger',
  board: 'The head on the board',
  called: 'Those who are called',
  heads: 'The heads kept from before',
  log: 'The log of heads',
  witnesses: 'The witnesses',
  receipts: 'The receipts together',
};

const entries = (count: number) => (count === 1 ? '1 entry' : `${n(count)} entries`);

type Ok<C extends Check> = Extract<FindingOf<C>, { outcome: 'ok' }>;

const held: { readonly [C in Check]: (finding: Ok<C>) => string } = {
  receipt: ({ facts }) =>
    `The receipt is signed by the line: round ${facts.round}, shard ${facts.shard}, index ${facts.index}`,
  place: ({ facts }) =>
    `The place is counted: number ${n(facts.standing)} of ${n(facts.size)} in round ${facts.round}, before the draw`,
  mark: ({ facts }) =>
    `The roll of round ${facts.round} has it under the mark ${facts.mark}, and was committed to as number ${n(facts.n)}`,
  commitments: ({ facts }) =>
    `The commitments follow one another, and name the beacons that are due: ${many(facts.rolls, 'roll')}, ${many(facts.marks, 'mark')}`,
  rolls: ({ facts }) =>
    `Every roll is the one committed to, and no mark stands twice: ${many(facts.marks, 'mark')} in ${many(facts.rolls, 'roll')}`,
  counts: ({ facts }) =>
    `Counts are the rolls’ own, add up and no sheet is missing: ${many(facts.fans, 'place')} in ${many(facts.rounds, 'round')}`,
  seeds: ({ facts }) =>
    `The seeds were bound before anyone joined: ${many(facts.rounds, 'seed')} lead back to the anchor`,
  beacon: ({ facts }) =>
    `The ${facts.whose === 'public' ? 'public beacon' : 'beacon that you accept'} is genuine and the one promised: ${many(facts.mixed, 'round')}`,
  position: ({ facts }) =>
    `The draw gives it position ${n(facts.position)}: ${n(facts.offset)} before its round, then ${n(facts.image)}, plus one`,
  positions: ({ facts }) => `Every position from 1 to ${n(facts.drawn)} is given exactly once`,
  ledger: ({ facts }) => `The ledger is whole: ${entries(facts.entries)}, head ${facts.head}`,
  board: ({ facts }) => `The board shows the head of these files: ${entries(facts.n)}, ${many(facts.rolls, 'roll')}`,
  called: ({ facts }) => `Nobody is called beyond the draw: ${n(facts.calledUpTo)} of ${n(facts.drawn)}`,
  heads: ({ facts }) =>
    `Every head kept from before is that of these files: ${many(facts.heads, 'head')}; ${many(facts.early, 'roll')} seen before the beacon`,
  log: ({ facts }) =>
    `The log has the heads of these files, and its checkpoints are signed: ${many(facts.leaves, 'head')}`,
  witnesses: ({ facts }) =>
    `Witnesses cosigned ${many(facts.size, 'head')} (${cosigners(facts)}); ${many(facts.early, 'roll')} before the beacon`,
  receipts: ({ facts }) => `The receipts hold, and no two hold one place: ${many(facts.receipts, 'receipt')}`,
};

const doubts: Readonly<Record<Doubt, (chainHash: string) => Pick<ToldFinding, 'text' | 'more'>>> = {
  'stand-in': () => ({
    text: 'The beacon is a rehearsal stand-in, whose key anyone may have: the draw is not proved',
    more: ['whoever runs the line could know its draws beforehand; lines of a real sale have a public beacon'],
  }),
  'not-public': (chainHash) => ({
    text: 'The beacon is not a known public one: the draw is not proved',
    more: [
      `it is the chain ${chainHash}; whoever holds its key could know the draws beforehand`,
      'if you know and trust it, give what its relay says of it (…/info) as --beacon <file>',
    ],
  }),
};

const cosigners = ({ by }: Proofs['witnesses']) =>
  by.map(({ name, at }) => `${name} at ${new Date(at).toISOString()}`).join(', ');

function lackWords(finding: Extract<Finding, { outcome: 'unchecked' }>): readonly string[] {
  if (!('facts' in finding)) return [lacks[finding.lack]];
  const { by, quorum, size } = finding.facts;
  const those = by.length > 0 ? `; of ${many(size, 'head')} only ${cosigners(finding.facts)}` : '; none did';
  return [`${lacks.quorum}, ${quorum}${those}`];
}

const lacks: Readonly<Record<Lack, string>> = {
  line: 'line.json was not given: without it nobody can say what the line promised',
  'own-sheet': 'the draw sheet of its round was not given; or that round is not drawn yet',
  'some-sheets': 'not every draw sheet up to the last was given, so none can be said to be missing or not',
  'own-roll': 'commitment, bank and tile of its place in the roll were not all given; or its round is still open',
  'some-rolls': 'not every file of the rolls up to the last was given',
  ledger: 'no segment of the ledger was given',
  board: 'board.json was not given',
  scheme: 'this program does not know the beacon’s scheme, so it cannot verify its signatures',
  'too-large': 'more places than any line has: too many to compute',
  'nothing-drawn': 'no draw sheet was given; or nothing is drawn yet',
  log: 'the log of heads (log/…) and checkpoint.json were not all given',
  quorum: 'fewer witnesses cosigned than the line promised',
};

export const fileWords: Readonly<Record<FileKind, string>> = {
  line: 'the promise of a line (line.json)',
  sheet: 'a draw sheet',
  rounds: 'the list of rounds (rounds.json)',
  ledger: 'a segment of a ledger',
  board: 'a board',
  commitment: 'a commitment to a roll',
  bank: 'a bank of a roll',
  tile: 'a tile of a roll',
  heads: 'a list of heads that somebody kept',
  log: 'a segment of a log of heads',
  checkpoint: 'a checkpoint of a log',
};

/** Said at the end where nothing is wrong, and the draw rests on no beacon that proves anything. */
export const notProvedWords = 'Nothing is wrong, but the draw is not proved.';

/** Said of every line that promised no beacon, whatever else holds. */
export const trustWords =
  'This line is trusted: it promised no beacon, so whoever holds its secret could know every draw beforehand.';
