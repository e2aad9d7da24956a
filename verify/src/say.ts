import type { Check, Fault, Finding, FindingOf, Lack } from '../../contracts/findings.ts';
import type { FileKind } from './recognise.ts';

/** The command's words: a line a finding, and a line a fault beneath it. */
export interface ToldFinding {
  readonly mark: '✓' | '✗' | '–';
  readonly text: string;
  readonly more: readonly string[];
}

export function tell(finding: Finding): ToldFinding {
  const { check, outcome } = finding;
  if (outcome === 'ok') return { mark: '✓', text: held[check](finding as never), more: [] };
  if (outcome === 'unchecked')
    return { mark: '–', text: `${subjects[check]}: not checked`, more: [lacks[finding.lack]] };
  const told = finding.faults.slice(0, mostTold).map(faultWords);
  const rest = finding.faults.length - told.length;
  return { mark: '✗', text: `${subjects[check]}: wrong`, more: rest > 0 ? [...told, `and ${n(rest)} more`] : told };
}

const mostTold = 20;
const n = (count: number) => count.toLocaleString('en-GB');
const many = (count: number, one: string) => `${n(count)} ${one}${count === 1 ? '' : 's'}`;

const subjects: Readonly<Record<Check, string>> = {
  receipt: 'The receipt',
  place: 'The place',
  counts: 'Counts and offsets',
  seeds: 'The seeds',
  beacon: 'The beacon',
  position: 'The position',
  positions: 'All positions',
  ledger: 'The ledger',
  board: 'The head on the board',
};

type Ok<C extends Check> = Extract<FindingOf<C>, { outcome: 'ok' }>;

const held: { readonly [C in Check]: (finding: Ok<C>) => string } = {
  receipt: ({ facts }) =>
    `The receipt is signed by the line: round ${facts.round}, shard ${facts.shard}, index ${facts.index}`,
  place: ({ facts }) =>
    `The place is counted: number ${n(facts.standing)} of ${n(facts.size)} in round ${facts.round}, before the draw`,
  counts: ({ facts }) =>
    `Counts add up and no sheet is missing: ${many(facts.fans, 'place')} in ${many(facts.rounds, 'round')}`,
  seeds: ({ facts }) =>
    `The seeds were bound before anyone joined: ${many(facts.rounds, 'seed')} lead back to the anchor`,
  beacon: ({ facts }) =>
    facts.missed === 0
      ? `The public beacon is genuine and the one due: ${many(facts.mixed, 'round')}`
      : `The public beacon is genuine in ${many(facts.mixed, 'round')}; missed in ${n(facts.missed)}, as the ledger says`,
  position: ({ facts }) =>
    `The draw gives it position ${n(facts.position)}: ${n(facts.offset)} before its round, then ${n(facts.image)}, plus one`,
  positions: ({ facts }) => `Every position from 1 to ${n(facts.drawn)} is given exactly once`,
  ledger: ({ facts }) =>
    `The ledger is whole: ${many(facts.entries, 'entry').replace(/entrys$/, 'entries')}, head ${facts.head}`,
  board: ({ facts }) => `The board shows the ledger's own head, at entry ${n(facts.n)}`,
};

const lacks: Readonly<Record<Lack, string>> = {
  line: 'line.json was not given: without it nobody can say what the line promised',
  'own-sheet': 'the draw sheet of its round was not given; or that round is not drawn yet',
  'some-sheets': 'not every draw sheet up to the last was given, so none can be said to be missing or not',
  ledger: 'ledger.json was not given',
  'newer-ledger': 'the board is newer than the ledger: fetch both again',
  board: 'board.json was not given',
  scheme: 'this program does not know the beacon’s scheme, so it cannot verify its signatures',
  'too-large': 'more places than any line has: too many to compute',
  'nothing-drawn': 'no draw sheet was given; or nothing is drawn yet',
};

export function faultWords(fault: Fault): string {
  return (faults[fault.fault] as (given: Fault) => string)(fault);
}

const faults: { readonly [F in Fault['fault']]: (fault: Extract<Fault, { readonly fault: F }>) => string } = {
  'receipt-unreadable': () => 'this is not a receipt: it has the form r1.<payload>.<signature>',
  'receipt-signature': () => 'the signature does not belong to it: it was altered, or this line never gave it',
  'receipt-key': () => 'line.json has no usable key, so no receipt can be verified',
  'receipt-elsewhere': ({ onSale, given }) => `it is for ${onSale}; the files are of ${given}`,
  'place-not-counted': ({ round, shard, index, count }) =>
    `index ${index} of shard ${shard} was not counted in round ${round}: that shard has ${many(count, 'place')}`,
  size: ({ round, size, sum }) => `round ${round} says ${many(size, 'place')}, but its counts add up to ${n(sum)}`,
  offset: ({ round, offset, before }) =>
    `round ${round} begins after ${many(offset, 'place')}, but the sheets before it hold ${n(before)}: one is missing or altered`,
  'sheets-differ': ({ round }) => `two sheets of round ${round} were given, and they differ`,
  'sheet-unlisted': ({ round }) => `there is a sheet of round ${round}, but rounds.json does not list it`,
  'list-hole': ({ round }) =>
    `rounds.json goes on at round ${round}, where no tier begins: rounds before it are left out`,
  seed: ({ round }) =>
    `the seed of round ${round} does not hash to the one before it: it was chosen or altered afterwards`,
  'past-chain': ({ round }) => `round ${round} lies past the end of the chain of seeds`,
  'beacon-absent': ({ round }) => `round ${round} was drawn without the beacon that line.json promises`,
  'beacon-unpromised': ({ round }) => `round ${round} was drawn with a beacon that line.json does not promise`,
  'beacon-randomness': ({ round }) => `the randomness of round ${round} is not the hash of the beacon's signature`,
  'beacon-signature': ({ round }) => `the beacon of round ${round} is not signed by the public beacon`,
  'beacon-untold': ({ round }) => `round ${round} was drawn without the beacon, and the ledger does not say so`,
  'beacon-other': ({ round, taken, due }) =>
    `round ${round} used the beacon's round ${taken}; the first after it closed is ${due}`,
  'position-taken': ({ round, position }) =>
    `round ${round} gives position ${n(position)}, which is taken or past the end`,
  'position-empty': ({ position }) => `nobody is given position ${n(position)}`,
  'entry-changed': ({ n: entry, text }) =>
    `entry ${entry} does not fit its hash: it was changed, or one was put in or taken out before it. It says ${text}`,
  'entry-unreadable': ({ n: entry, text }) => `entry ${entry} cannot be read: ${text}`,
  'entry-number': ({ n: entry, text }) => `entry ${entry} carries another number: ${text}`,
  'entry-time': ({ n: entry, text }) => `entry ${entry} is older than the one before it: ${text}`,
  head: ({ n: entry, head, hash }) => `the board showed ${head} at entry ${entry}; the ledger has ${hash} there`,
};

export const fileWords: Readonly<Record<FileKind, string>> = {
  line: 'the promise of a line (line.json)',
  sheet: 'a draw sheet',
  rounds: 'the list of rounds (rounds.json)',
  ledger: 'a ledger',
  board: 'a board',
};
