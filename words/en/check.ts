import type { Check, Fault, Lack, Proofs, WholeCheck, WholeFault, WholeLack } from '../../contracts/findings.ts';
import { count, longMoment, plural } from './written.ts';

/* The words of the page that computes a fan's own place. `rows` are exact: labels, and values that stay as they are. */

const places = (n: number) => plural(n, { one: '1 place', other: `${count(n)} places` });
const rounds = (n: number) => plural(n, { one: '1 round', other: `${count(n)} rounds` });
const entries = (n: number) => plural(n, { one: '1 entry', other: `${count(n)} entries` });
const named = (round: number) => (round === 0 ? 'the lobby' : `round ${count(round)}`);

/** The page is about one place: the command alone tells what only a whole line shows. */
export type PlaceCheck = Exclude<Check, WholeCheck>;
type PlaceFault = Exclude<Fault['fault'], WholeFault>;

export const checkWords = {
  eyebrow: 'Check my place',
  title: 'See for yourself',
  lead: 'This page reads the files that the box office publishes for everyone and computes your number again, here in your browser. It takes nobody’s word for it.',
  noOnSale: 'Which line is it?',
  noOnSaleDetail: 'This address names no on-sale. Choose one on the season page.',

  noReceipt: 'There is no receipt in this browser',
  noReceiptDetail:
    'You were given one when you joined; the browser you joined with keeps it. Open this page there, or paste your receipt here.',
  receipt: 'Your receipt',
  receiptHint: 'It begins with r2. and is some 350 letters long.',
  check: 'Check it',
  another: 'Check another receipt',
  pasteFirst: 'Paste a receipt: it begins with r2.',

  reading: (done: number, all: number) =>
    all === 0 ? 'Reading the published files…' : `Reading the published files: ${count(done)} of ${count(all)}`,
  computing: 'Computing…',

  number: 'Your number is',
  notDrawn: 'Your place is taken, and not drawn yet',
  notDrawnDetail:
    'Everyone in your round is put in order by lot the moment it closes. Come back then: your number can be computed only from the draw.',
  allWell: 'Everything was computed again here, and comes out the same.',
  someOpen: 'Nothing is wrong. What is marked – could not be checked with the files that are published now.',
  unproved: 'The draw is not proved',
  trusted: 'This line is trusted: it promised no beacon, so whoever holds its secret could know a draw beforehand.',
  wrongTitle: 'Something is wrong',
  wrongDetail: (what: string) => `This does not hold: ${what} Keep your receipt, and tell the box office.`,
  stampGood: 'Computed here',
  stampBad: 'Does not hold',
  stampOpen: 'Not drawn',

  unread: 'Some files could not be read',
  unreadDetail: 'What depends on them is marked – below. It may be your connection or ours.',
  damaged: (file: string) => `The published file ${file} is damaged.`,
  absent: (file: string) => `The published file ${file} is listed, but it is not there.`,

  steps: 'Step by step',
  stepsHint: 'Open a step for the exact numbers.',
  marks: { ok: 'holds', wrong: 'does not hold', unchecked: 'not checked', unproved: 'not proved' },
  files: 'The files',
  filesDetail: 'Everything above follows from these. They are the same for everyone.',
  fileNames: {
    line: 'The promise, published before anyone joined',
    commitment: 'The commitment to your round’s roll',
    bank: 'The bank of the roll with your shard',
    tile: 'The tile of the roll with your mark',
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
    mark: () => 'You stand in the roll of your round, which was fixed before its draw',
    commitments: ({ rolls: n }) => `Every roll was committed to before its draw: ${rounds(n)}`,
    counts: ({ rounds: n, fans }) => `Nobody was slipped in: ${places(fans)} in ${rounds(n)} add up`,
    seeds: () => 'Nobody could choose the draw: it was bound before anyone joined',
    beacon: () => 'Nobody could know the draw beforehand: a public beacon was mixed in',
    position: ({ position }) => `The draw gives you number ${count(position)}`,
    positions: ({ drawn }) => `Every number from 1 to ${count(drawn)} is given once`,
    ledger: ({ entries: n }) => `The ledger is whole: ${entries(n)}`,
    board: () => 'Ledger and rolls are the ones that everybody saw on the board',
    heads: () => 'What this browser kept from before is what is published now',
  } satisfies { readonly [C in PlaceCheck]: (facts: Proofs[C]) => string },

  wrong: {
    receipt: 'Your receipt does not hold',
    place: 'Your place was not counted',
    mark: 'The roll does not have you where your receipt says',
    commitments: 'The commitments do not hold',
    counts: 'The counts do not add up',
    seeds: 'The draw is not the one that was bound',
    beacon: 'The public beacon is not as promised',
    position: 'Your number does not come out',
    positions: 'The numbers are not given once each',
    ledger: 'The ledger was tampered with',
    board: 'The board showed another ledger',
    heads: 'What this browser kept from before is not what is published now',
  } satisfies Readonly<Record<PlaceCheck, string>>,

  open: {
    receipt: 'Your receipt',
    place: 'Your place in the round',
    mark: 'Your mark in the roll',
    commitments: 'That the rolls were fixed before their draws',
    counts: 'That nobody was slipped in',
    seeds: 'That nobody could choose the draw',
    beacon: 'That nobody could know the draw beforehand',
    position: 'Your number',
    positions: 'That every number is given once',
    ledger: 'The ledger',
    board: 'The ledger’s head on the board',
    heads: 'What this browser kept from before',
  } satisfies Readonly<Record<PlaceCheck, string>>,

  how: {
    receipt:
      'When you joined, the box office signed your place with a key whose public half it had published before. A receipt with one letter changed no longer fits its signature.',
    place:
      'Joins are counted on several shards at once. Your place is the shard and the number you had on it; the final counts of all shards were published with the draw.',
    mark: 'Everyone who joined your round stands once in its roll, under a mark that says nothing about the person. Its hashes were published before anyone could know the draw: a mark that was added, dropped or moved later no longer fits them.',
    commitments:
      'Each commitment fixes the roll of one round, follows from the one before it, and names the beacon that will decide. A commitment that comes after its beacon proves nothing.',
    counts:
      'Every round begins where the ones before it end. A round left out, slipped in or changed later would leave a gap or an overlap.',
    seeds:
      'A secret was hashed over and over before the line was opened, and the last hash published. Each draw uses the hash before it: anyone can hash it again and arrive at what was published, and nobody can pick another.',
    beacon:
      'A beacon run by independent organisations gives out a random number every few seconds. Which one decides your round’s draw was fixed before it came out, and your round’s roll as well, so nobody could know the draw while the roll could still be changed. Its signature proves that it is the beacon’s.',
    position:
      'The draw is a shuffle that anyone can compute: it puts your place in your round’s order, behind all rounds before it.',
    positions: 'Every place of every round was drawn again, and no two have the same number.',
    ledger:
      'Every act of the box office on this line is an entry: who, what, when and why. Each carries the hash of the one before, so none can be changed or taken out unnoticed.',
    board:
      'The board that every waiting browser reads carries one hash of the newest entry and of all rolls. A ledger or a roll written anew would have to differ from it.',
    heads:
      'While you waited, this browser kept the hash that the board showed. A ledger or a roll that was written anew since has another one.',
  } satisfies Readonly<Record<PlaceCheck, string>>,

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
    mark: ({ round, mark, n, committedAt }) => [
      ['Round', `${round}`],
      ['Mark', mark],
      ['Commitment', `${count(n)}, ${longMoment(committedAt)}`],
    ],
    commitments: ({ rolls, marks, head }) => [
      ['Rolls', count(rolls)],
      ['Mark', count(marks)],
      ['Head', head],
    ],
    counts: ({ rounds: n, fans }) => [
      ['Rounds up to yours', count(n)],
      ['Places in them', count(fans)],
    ],
    seeds: ({ hashes, anchor }) => [
      ['Hashes computed', count(hashes)],
      ['Anchor', anchor],
    ],
    beacon: ({ chainHash }) => [['Beacon', chainHash]],
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
    board: ({ n, rolls, head }) => [
      ['Entry', count(n)],
      ['Rolls', count(rolls)],
      ['Head', head],
    ],
    heads: ({ heads, early }) => [
      ['Hashes kept', count(heads)],
      ['Rolls seen before their beacon', count(early)],
    ],
  } satisfies { readonly [C in PlaceCheck]: (facts: Proofs[C]) => readonly (readonly [string, string])[] },

  lacks: {
    line: 'The promise of the line could not be read.',
    'own-sheet': 'Your round is not drawn yet.',
    'some-sheets': 'Not every earlier draw could be read.',
    'own-roll': 'Your round is not closed yet, or its roll could not be read.',
    'some-rolls': 'Not every roll could be read.',
    ledger: 'The ledger could not be read.',
    board: 'The board could not be read.',
    scheme: 'This page does not know how that beacon is signed.',
    'too-large': 'That is more than a browser can compute.',
    'nothing-drawn': 'Nothing is drawn yet.',
  } satisfies Readonly<Record<Exclude<Lack, WholeLack>, string>>,

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
    'beacon-impostor': () => 'the beacon that was promised takes the name of a known one, and is another.',
    'beacon-other': ({ round, taken, due }) =>
      `${named(round)} took the beacon’s number ${count(taken)}, where ${count(due)} was due.`,
    'position-taken': ({ position }) => `number ${count(position)} is given twice.`,
    'position-empty': ({ position }) => `number ${count(position)} is given to nobody.`,
    'entry-changed': ({ n }) => `entry ${count(n)} of the ledger does not fit its hash.`,
    'entry-unreadable': ({ n }) => `entry ${count(n)} of the ledger cannot be read.`,
    'entry-number': ({ n }) => `entry ${count(n)} of the ledger carries another number.`,
    'entry-time': ({ n }) => `entry ${count(n)} of the ledger is older than the one before it.`,
    'doors-in-vain': ({ n }) =>
      `entry ${count(n)} of the ledger moves the doors too late, or names another beacon than the rule.`,
    'entry-turn': ({ n }) => `entry ${count(n)} of the ledger tells a turn of the sale again, or out of order.`,
    'mark-elsewhere': ({ round }) => `the roll of ${named(round)} does not have your mark at your place.`,
    'joined-late': () => 'your receipt is of a time after its round was closed.',
    'mark-twice': ({ round }) => `your mark stands twice in the roll of ${named(round)}.`,
    'sheet-roll': ({ round }) => `the draw of ${named(round)} is of another roll than the one committed to.`,
    'sheet-counts': ({ round }) => `the draw of ${named(round)} has other counts than its roll.`,
    'closed-early': ({ round }) => `${named(round)} was closed before its doors.`,
    'commitment-times': ({ round }) => `the times of the commitment to ${named(round)} cannot be true.`,
    'head-back': ({ n, rolls }) =>
      `a later board shows less than an earlier one: ${count(n)} entries and ${count(rolls)} rolls.`,
    'opened-otherwise': ({ field }) => `the ledger says that the line was opened otherwise than its promise: ${field}.`,
    'drawn-early': ({ round }) => `${named(round)} was drawn before its roll was fixed, or before its beacon was out.`,
    'lobby-unpromised': ({ round }) => `${named(round)} would be a lobby that was never promised.`,
    'lobby-beacon': ({ round }) => `the beacon that was promised for ${named(round)} is not the one that is due.`,
    'commitments-differ': ({ round }) => `there are two different commitments to ${named(round)}.`,
    'commitment-chain': ({ round }) => `the commitment to ${named(round)} does not follow from the one before it.`,
    'commitment-beacon': ({ round }) =>
      `the commitment to ${named(round)} names another beacon than the one that is due.`,
    'commitment-late': ({ round }) => `the roll of ${named(round)} was fixed only when its beacon was out already.`,
    'commitment-unseen': ({ round }) =>
      `the board did not have the roll of ${named(round)} yet when its beacon was out.`,
    'roll-form': ({ round }) => `the roll of ${named(round)} is not laid out as promised.`,
    'bank-altered': ({ round }) => `the roll of ${named(round)} was changed after it was fixed.`,
    'tile-altered': ({ round }) => `your part of the roll of ${named(round)} was changed after it was fixed.`,
    unproved: ({ round }) => `${named(round)} was drawn without its beacon. That draw is unproved.`,
    'unproved-untold': ({ round }) =>
      `${named(round)} was drawn without its beacon, and the ledger is silent about it.`,
    'unproved-early': ({ round }) => `${named(round)} was drawn without its beacon before the promised wait was over.`,
    'ledger-rewritten': ({ n }) => `two copies of the ledger differ at entry ${count(n)}.`,
    'segment-missing': () => 'a part of the ledger is missing.',
    'ledger-short': ({ n, entries: entryCount }) =>
      `the board showed ${count(n)} entries, and the ledger has ${count(entryCount)}.`,
    head: ({ n }) => `at entry ${count(n)} the board showed another hash than ledger and rolls have.`,
    'head-seen': ({ n }) => `at entry ${count(n)} this browser saw another hash than ledger and rolls have now.`,
  } satisfies { readonly [F in PlaceFault]: (fault: Extract<Fault, { readonly fault: F }>) => string },
};

export type CheckWords = typeof checkWords;
