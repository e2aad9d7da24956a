import type { Check, Fault, Lack, Proofs } from '../../contracts/findings.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { one: '1 place', other: `${count(n)} places` });
const rounds = (n: number) => plural(n, { one: '1 round', other: `${count(n)} rounds` });
const entries = (n: number) => plural(n, { one: '1 entry', other: `${count(n)} entries` });
const named = (round: number) => (round === 0 ? 'the lobby' : `round ${count(round)}`);

export const checkWords = {
  eyebrow: 'Check my place',
  title: 'See for yourself',
  lead: 'This page reads the files that the theatre publishes for everyone and computes your number again, here in your browser. It takes nobody’s word for it.',
  noOnSale: 'Which line is it?',
  noOnSaleDetail: 'This address names no on-sale. Choose one on the season page.',

  noReceipt: 'There is no receipt in this browser',
  noReceiptDetail:
    'You were given one when you joined; the browser you joined with keeps it. Open this page there, or paste your receipt here.',
  receipt: 'Your receipt',
  receiptHint: 'It begins with r1. and is some 300 letters long.',
  check: 'Check it',
  another: 'Check another receipt',
  pasteFirst: 'paste a receipt: it begins with r1.',

  reading: (done: number, all: number) =>
    all === 0 ? 'Reading the published files…' : `Reading the published files: ${count(done)} of ${count(all)}`,
  computing: 'Computing…',

  number: 'Your number is',
  notDrawn: 'Your place is taken, and not drawn yet',
  notDrawnDetail:
    'Everyone in your round is put in order by lot the moment it closes. Come back then: your number can be computed only from the draw.',
  allWell: 'Everything was computed again here, and comes out the same.',
  someOpen: 'Nothing is wrong. What is marked – could not be checked with the files that are published now.',
  wrongTitle: 'Something is wrong',
  wrongDetail: (what: string) => `This does not hold: ${what} Keep your receipt, and tell the theatre.`,
  stampGood: 'Computed here',
  stampBad: 'Does not hold',
  stampOpen: 'Not drawn',

  unread: 'Some files could not be read',
  unreadDetail: 'What depends on them is marked – below. It may be your connection or ours.',
  damaged: (file: string) => `The published file ${file} is damaged.`,
  absent: (file: string) => `The published file ${file} is listed, but it is not there.`,

  steps: 'Step by step',
  stepsHint: 'Open a step for the exact numbers.',
  marks: { ok: 'holds', wrong: 'does not hold', unchecked: 'not checked' },
  files: 'The files',
  filesDetail: 'Everything above follows from these. They are the same for everyone.',
  fileNames: {
    line: 'The promise, published before anyone joined',
    sheet: 'The draw of your round',
    rounds: 'The list of rounds',
    ledger: 'The ledger',
    board: 'The board',
  },
  earlier: (n: number) => `and the draws of ${rounds(n)} before yours`,
  toLedger: 'Read the ledger',
  toLine: 'Back to the line',

  offline: 'On a computer of your own',
  offlineDetail:
    'Do not trust this page either? Keep your receipt and check it offline, with our program or one of your own: how a number comes about is written down byte by byte, in docs/fairness.md of the Stampede project.',
  save: 'Save my receipt',
  command: 'In a terminal',

  held: {
    receipt: () => 'Your receipt is genuine',
    place: ({ standing, size }) =>
      `You are one of ${places(size)} in your round: number ${count(standing)} before the draw`,
    counts: ({ rounds: n, fans }) => `Nobody was slipped in: ${places(fans)} in ${rounds(n)} add up`,
    seeds: () => 'Nobody could choose the draw: it was bound before anyone joined',
    beacon: ({ missed }): string =>
      missed > 0
        ? 'The public beacon was missed in your round, and the ledger says so'
        : 'Nobody could know the draw beforehand: a public beacon was mixed in',
    position: ({ position }) => `The draw gives you number ${count(position)}`,
    positions: ({ drawn }) => `Every number from 1 to ${count(drawn)} is given once`,
    ledger: ({ entries: n }) => `The ledger is whole: ${entries(n)}`,
    board: () => 'The ledger is the one that everybody saw on the board',
  } satisfies { readonly [C in Check]: (facts: Proofs[C]) => string },

  wrong: {
    receipt: 'Your receipt does not hold',
    place: 'Your place was not counted',
    counts: 'The counts do not add up',
    seeds: 'The draw is not the one that was bound',
    beacon: 'The public beacon is not as promised',
    position: 'Your number does not come out',
    positions: 'The numbers are not given once each',
    ledger: 'The ledger was tampered with',
    board: 'The board showed another ledger',
  } satisfies Readonly<Record<Check, string>>,

  open: {
    receipt: 'Your receipt',
    place: 'Your place in the round',
    counts: 'That nobody was slipped in',
    seeds: 'That nobody could choose the draw',
    beacon: 'That nobody could know the draw beforehand',
    position: 'Your number',
    positions: 'That every number is given once',
    ledger: 'The ledger',
    board: 'The ledger’s head on the board',
  } satisfies Readonly<Record<Check, string>>,

  how: {
    receipt:
      'When you joined, the theatre signed your place with a key whose public half it had published before. A receipt with one letter changed no longer fits its signature.',
    place:
      'Joins are counted on several shards at once. Your place is the shard and the number you had on it; the final counts of all shards were published with the draw.',
    counts:
      'Every round begins where the ones before it end. A round left out, slipped in or changed later would leave a gap or an overlap.',
    seeds:
      'A secret was hashed over and over before the line was opened, and the last hash published. Each draw uses the hash before it: anyone can hash it again and arrive at what was published, and nobody can pick another.',
    beacon:
      'A beacon run by independent organisations gives out a random number every few seconds. The first one after your round had closed was mixed into its draw, so nobody could know the draw while people could still join. Its signature proves that it is the beacon’s.',
    position:
      'The draw is a shuffle that anyone can compute: it puts your place in your round’s order, behind all rounds before it.',
    positions: 'Every place of every round was drawn again, and no two have the same number.',
    ledger:
      'Every act of the theatre on this line is an entry: who, what, when and why. Each carries the hash of the one before, so none can be changed or taken out unnoticed.',
    board:
      'The board that every waiting browser reads carries the hash of the newest entry. A ledger written anew would have to differ from it.',
  } satisfies Readonly<Record<Check, string>>,

  rows: {
    receipt: ({ round, shard, index, joinedAt }) => [
      ['Round', `${round}`],
      ['Shard', `${shard}`],
      ['Number on it, from 0', `${index}`],
      ['Joined', longMoment(joinedAt)],
      ['Signature', 'Ed25519'],
    ],
    place: ({ round, standing, size }) => [
      ['Round', `${round}`],
      ['Before the draw', `${count(standing)} of ${count(size)}`],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Rounds up to yours', count(n)],
      ['Places in them', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Hashes computed', count(hashes)],
      ['Anchor', anchor],
    ],
    beacon: ({ chainHash, missed }) => [
      ['Beacon', chainHash],
      ['Rounds without it', count(missed)],
    ],
    position: ({ position, offset, image, seed }) => [
      ['Given by earlier rounds', count(offset)],
      ['Ahead of you in your round', count(image)],
      ['Your number', `${count(offset)} + ${count(image)} + 1 = ${count(position)}`],
      ['Seed of the draw', seed],
    ],
    positions: ({ drawn }) => [['Numbers', count(drawn)]],
    ledger: ({ entries: n, head }) => [
      ['Entries', count(n)],
      ['Head', head],
    ],
    board: ({ n, head }) => [
      ['Entry', count(n)],
      ['Head', head],
    ],
  } satisfies { readonly [C in Check]: (facts: Proofs[C]) => readonly (readonly [string, string])[] },

  lacks: {
    line: 'The promise of the line could not be read.',
    'own-sheet': 'Your round is not drawn yet.',
    'some-sheets': 'Not every earlier draw could be read.',
    ledger: 'The ledger could not be read.',
    'newer-ledger': 'The board is newer than the ledger we read. Look again in a moment.',
    board: 'The board could not be read.',
    scheme: 'This page does not know how that beacon is signed.',
    'too-large': 'That is more than a browser can compute.',
    'nothing-drawn': 'Nothing is drawn yet.',
  } satisfies Readonly<Record<Lack, string>>,

  faults: {
    'receipt-unreadable': () => 'this is not a receipt, or a part of it is missing.',
    'receipt-signature': () =>
      'the signature does not belong to this receipt. It was altered, or this line never gave it.',
    'receipt-key': () => 'the line published no usable key.',
    'receipt-elsewhere': ({ onSale, given }) => `the receipt is for ${onSale}, and this is ${given}.`,
    'place-not-counted': ({ round, count: n }) => `in ${named(round)} only ${places(n)} were counted on your shard.`,
    size: ({ round, size, sum }) => `${named(round)} says ${places(size)}, but its counts add up to ${count(sum)}.`,
    offset: ({ round, offset, before }) =>
      `${named(round)} begins after ${places(offset)}, but ${count(before)} were given before it.`,
    'sheets-differ': ({ round }) => `there are two different draws of ${named(round)}.`,
    'sheet-unlisted': ({ round }) => `${named(round)} is drawn, but not listed.`,
    'list-hole': ({ round }) => `the list leaves out rounds before ${named(round)}.`,
    seed: ({ round }) => `the seed of ${named(round)} is not the one that was bound.`,
    'past-chain': ({ round }) => `${named(round)} lies past the end of the bound seeds.`,
    'beacon-absent': ({ round }) => `${named(round)} was drawn without the beacon that was promised.`,
    'beacon-unpromised': ({ round }) => `${named(round)} was drawn with a beacon that was never promised.`,
    'beacon-randomness': ({ round }) => `the beacon’s number in ${named(round)} was altered.`,
    'beacon-signature': ({ round }) => `the beacon’s number in ${named(round)} is not signed by the beacon.`,
    'beacon-untold': ({ round }) => `${named(round)} was drawn without the beacon, and the ledger is silent about it.`,
    'beacon-other': ({ round, taken, due }) =>
      `${named(round)} took the beacon’s number ${count(taken)}, where ${count(due)} was due.`,
    'position-taken': ({ position }) => `number ${count(position)} is given twice.`,
    'position-empty': ({ position }) => `number ${count(position)} is given to nobody.`,
    'entry-changed': ({ n }) => `entry ${count(n)} of the ledger does not fit its hash.`,
    'entry-unreadable': ({ n }) => `entry ${count(n)} of the ledger cannot be read.`,
    'entry-number': ({ n }) => `entry ${count(n)} of the ledger carries another number.`,
    'entry-time': ({ n }) => `entry ${count(n)} of the ledger is older than the one before it.`,
    head: ({ n }) => `at entry ${count(n)} the board showed another hash than the ledger has.`,
  } satisfies { readonly [F in Fault['fault']]: (fault: Extract<Fault, { readonly fault: F }>) => string },
};

export type CheckWords = typeof checkWords;
