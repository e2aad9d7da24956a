import type { ActorRole, LedgerAct } from '../../contracts/ledger.ts';
import type { Suspicion } from '../../contracts/line-requests.ts';
import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import { preparedWords } from './prepared-messages.ts';
import { count, plural } from './written.ts';

/* The words of the page of the ledger. Reasons are shown as staff wrote them. */

const minutes = (n: number) => plural(n, { one: '1 minute', other: `${count(n)} minutes` });

/** Why a place was judged. */
const whys: Readonly<Record<Suspicion, string>> = {
  'many-from-one-address': 'very many joined from one address',
  'not-a-browser': 'it did not behave like a browser',
  staff: 'staff decided so',
};

const roles: Readonly<Record<ActorRole, string>> = {
  owner: 'the owner',
  ops: 'operations',
  'box-office-supervisor': 'the box office',
  marketing: 'marketing',
  pacemaker: 'the pacemaker, which is a program',
  gatekeeper: 'the gatekeeper, which is a program',
};

export const ledgerWords = {
  eyebrow: 'The ledger',
  lead: 'Every act of the box office on this line: who, what, when and why. Each entry carries the hash of the one before it, so none can be changed or taken out unnoticed. Your browser has just checked them all.',
  noOnSale: 'Which line is it?',
  noOnSaleDetail: 'This address names no on-sale. Choose one on the season page.',
  empty: 'Nothing has been done to this line yet',
  emptyDetail: 'Once it is opened, every act on it stands here.',
  whole: (n: number) => plural(n, { one: '1 entry, unbroken', other: `${count(n)} entries, unbroken` }),
  broken: (n: number) => plural(n, { one: '1 entry does not hold', other: `${count(n)} entries do not hold` }),
  brokenDetail: 'Somebody changed this ledger after it was written. The entries are marked below. Tell the box office.',
  otherBoard: 'This is not the ledger that the board showed',
  otherBoardDetail: 'The board that everybody reads carries another hash at this point. Tell the box office.',
  unsure: 'The promise of the line could not be read, so where the ledger begins could not be checked.',
  asOnBoard: 'The board that everybody reads shows the same head.',
  asInMail: 'The hash in your mail is of this ledger and its lists: nothing of them was changed since.',
  otherMail: 'The hash in your mail is not of this ledger',
  otherMailDetail:
    'What had been published when your mail was sent was changed afterwards. Keep the mail, and tell the box office.',
  mailUnsure: 'The hash in your mail could not be checked with the files that can be read now.',
  witnessed: (signed: number, all: number) =>
    `${count(signed)} of ${plural(all, { one: '1 witness', other: `${count(all)} witnesses` })} outside the venue signed what the board showed`,
  tooFewWitnesses: (signed: number, needed: number) =>
    `${count(signed)} of the ${count(needed)} witnesses that are needed have signed so far`,
  witnessesUnread: 'What the witnesses signed could not be read now',
  witnessesDetail:
    'A witness is somebody else, who signs the hash on the board and will not sign another history later. What it signed last is checked here.',
  otherLog: 'What the witnesses were shown is not this ledger',
  otherLogDetail: 'The list of all hashes that the board showed does not fit these files. Tell the box office.',
  head: 'Head',
  headFull: 'The whole hash',
  headOnBoard: 'The hash on the board, of these entries and of every list that is committed to',
  entries: 'Entries',
  by: (role: string) => `by ${role}`,
  hash: 'Hash',
  text: 'As it is written',
  entry: (n: number) => `Entry ${count(n)}`,
  tampered: 'This entry does not fit its hash: it was changed, or one beside it was put in or taken out.',
  unreadable: 'This entry cannot be read.',
  noReason: 'no reason given',
  toCheck: 'Check my place',
  toFile: 'The file itself',

  acts: {
    opened: 'The line was opened',
    paused: 'The line was paused',
    resumed: 'The line goes on',
    'dials-turned': 'The pace was changed',
    'message-set': 'The message on the board was changed',
    'go-said': 'Go was said',
    'no-go-said': 'No go was said',
    'tier-drawn': 'The doors opened for more people, and their lobby was drawn',
    halted: 'The line halted by itself',
    revived: 'The line moves again by itself',
    'commitment-late': 'A roll was published after its beacon',
    'drawn-unproved': 'A round was drawn without the public beacon: the draw is unproved',
    'place-slowed': 'A place was put in the slower lane',
    'place-removed': 'A place was removed',
    'place-restored': 'A place was put back',
    'place-readmitted': 'Somebody was let in once more, after an error of ours',
    'turns-given-again': 'Everybody was sent away for a while: turns that ran meanwhile are given once more',
    'place-admitted': 'A place was let in before its turn',
    'doors-moved': 'The opening of the doors was moved',
    'closed-early': 'The on-sale was ended early',
    ended: 'The on-sale ended',
    'selling-stopped': 'Selling was stopped for now',
    'selling-resumed': 'Selling goes on',
    'seats-per-fan-turned': 'The limit of seats a fan was changed',
    'ways-to-pay-turned': 'The ways to pay were changed',
    'allocation-released': 'Seats that were set aside are on sale to everybody',
    'release-planned': 'It was planned that seats set aside go on sale',
    'release-withdrawn': 'A planned release of seats was taken back',
  } satisfies Readonly<Record<LedgerAct, string>>,

  roles,

  /** The dials, by their names in the ledger; a name that is not here is shown as it is. */
  details: {
    shopping: (value) => `${value} may shop at once`,
    perMinute: (value) => `at most ${value} are called a minute`,
    passMinutes: (value) => `a pass lasts ${minutes(Number(value))}`,
    claimMinutes: (value) => `a turn is kept ${minutes(Number(value))}`,
    vouchersPerFan: (value) => `a fan may come back up to ${value} times after an error of ours`,
    paused: (value) => (value === 'true' ? 'paused' : 'not paused'),
    message: (value) => (value === '' ? 'no message' : `“${value}”`),
    prepared: (value) => (value === 'nothing' ? 'no message' : `“${preparedWords[value as PreparedMessage] ?? value}”`),
    position: (value) => `number ${value}`,
    confirmedBy: (value) => `confirmed by ${roles[value as ActorRole] ?? value}`,
    performances: (value) => `performances: ${value}`,
    seatsPerFan: (value) => `${value} seats a fan`,
    methods: (value) => `offered: ${value}`,
    seats: (value) => `${value} seats`,
    dueAt: (when) => `at ${when}`,
    planned: (value) => `planned as turn ${value}`,
    turn: (value) => `turn ${value} of the sale`,
    turnedAt: (when) => `turned ${when}`,
    awayFrom: (when) => `away from ${when}`,
    awayUntil: (when) => `back at ${when}`,
    insteadOf: (when) => `instead of ${when}`,
    decides: (value) => `beacon number ${value} decides`,
    round: (value) => `round ${value}`,
    mark: (value) => `the place ${value} in the roll`,
    drawn: (value) => `${value} were drawn`,
    called: (value) => `${value} were called`,
    neverCame: (value) => `${value} of them never came`,
    size: (value) => `${value} people`,
    tier: (value) => `for ${value}`,
    why: (value) => `because: ${whys[value as Suspicion] ?? value}`,
    opensAt: (when) => `doors: ${when}`,
    closesAt: (when) => `until ${when}`,
    audience: (value) => `${value} people expected`,
    tiers: (value) => `one after another: ${value}`,
    beacon: (value) => `with the public beacon ${value.slice(0, 8)}…`,
    inThisMinute: (value) => `number ${value} within this minute; those between are not listed one by one`,
  } as Readonly<Record<string, (value: string) => string>>,
};

export type LedgerWords = typeof ledgerWords;
