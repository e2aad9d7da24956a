import type { Fault } from '../../contracts/findings.ts';

/* The command's words for what is wrong: a line a fault. */

export const count = (number: number): string => number.toLocaleString('en-GB');
export const many = (number: number, one: string): string => `${count(number)} ${one}${number === 1 ? '' : 's'}`;
const n = count;
const moment = (at: number) => new Date(at).toISOString();

export function faultWords(fault: Fault): string {
  return (faults[fault.fault] as (given: Fault) => string)(fault);
}

const faults: { readonly [F in Fault['fault']]: (fault: Extract<Fault, { readonly fault: F }>) => string } = {
  'receipt-unreadable': () => 'this is not a receipt: it has the form r2.<payload>.<signature>',
  'receipt-signature': () => 'the signature does not belong to it: it was altered, or this line never gave it',
  'receipt-key': () => 'line.json has no usable key, so no receipt can be verified',
  'receipt-elsewhere': ({ onSale, given }) => `it is for ${onSale}; the files are of ${given}`,
  'place-not-counted': ({ round, shard, index, count }) =>
    `index ${index} of shard ${shard} was not counted in round ${round}: that shard has ${many(count, 'place')}`,
  size: ({ round, size, sum }) => `round ${round} says ${many(size, 'place')}, but its counts add up to ${n(sum)}`,
  offset: ({ round, offset, before }) =>
    `round ${round} begins after ${many(offset, 'place')}, but the sheets before it hold ${n(before)}: one is missing or altered`,
  'mark-elsewhere': ({ round, shard, index }) =>
    `the roll of round ${round} does not have its mark at index ${index} of shard ${shard}: it was never in that round, or was dropped`,
  'place-shared': ({ round, shard, index }) =>
    `two fans were given one place: index ${index} of shard ${shard} in round ${round}`,
  'joined-late': ({ joinedAt, closedAt }) =>
    `it says that its fan joined at ${moment(joinedAt)}, after the round was closed at ${moment(closedAt)}`,
  'mark-twice': ({ round, mark }) => `the mark ${mark} stands a second time in round ${round}`,
  'mark-shared': ({ mark }) => `one mark has receipts for two places: ${mark}`,
  'roll-size': ({ round, size, sum }) =>
    `the commitment to round ${round} says ${many(size, 'mark')}, but its banks add up to ${n(sum)}`,
  'sheets-differ': ({ round }) => `two sheets of round ${round} were given, and they differ in what must be the same`,
  'sheet-missing': ({ round }) => `a draw sheet of round ${round} is missing, though the round is listed`,
  'sheet-roll': ({ round }) => `a draw sheet of round ${round} says something else of its roll than the commitment`,
  'sheet-counts': ({ round, bank }) => `the sheet of bank ${bank} in round ${round} has other counts than the roll`,
  'drawn-early': ({ round }) =>
    `round ${round} says that it was drawn before it was closed and committed to, or before its beacon was out`,
  'closed-early': ({ round }) => `round ${round} says that it was closed before its doors`,
  'sheet-unlisted': ({ round }) => `there is a sheet of round ${round}, but rounds.json does not list it`,
  'list-hole': ({ round }) =>
    `rounds.json goes on at round ${round}, where no tier begins: rounds before it are left out`,
  'list-shrunk': ({ round }) => `a list of rounds that was kept has round ${round}, and a longer one has not`,
  'lobby-unpromised': ({ round }) => `round ${round} would be the lobby of a tier that line.json does not promise`,
  'lobby-beacon': ({ round }) =>
    `the beacon that line.json promises for the lobby of round ${round} is not the one that is due`,
  'commitment-missing': ({ round }) => `round ${round} is listed, but the commitment to its roll is missing`,
  'commitments-differ': ({ round }) => `two commitments to the roll of round ${round} were given, and they differ`,
  'commitment-chain': ({ round }) =>
    `the commitment to round ${round} does not follow the one before it: one was changed, put in or taken out`,
  'commitment-beacon': ({ round, taken, due }) =>
    taken === 0
      ? `the commitment to round ${round} names no beacon; ${due} is due`
      : `the commitment to round ${round} names the beacon's round ${taken}; ${due} is due`,
  'commitment-late': ({ round, committedAt, outAt }) =>
    `round ${round} was committed to at ${moment(committedAt)}, when its beacon was out already, at ${moment(outAt)}`,
  'commitment-unseen': ({ round, at, outAt }) =>
    `the board of ${moment(at)} did not have the commitment to round ${round} yet, whose beacon was out at ${moment(outAt)}`,
  'commitment-times': ({ round }) =>
    `round ${round} says that it was committed to before it was closed, or either of them before a round that it follows`,
  'roll-form': ({ round }) => `the roll of round ${round} is not laid out as line.json says`,
  'bank-altered': ({ round, bank }) =>
    `bank ${bank} of the roll of round ${round} is not the one committed to: marks were added, dropped or moved`,
  'bank-missing': ({ round, bank }) => `bank ${bank} of the roll of round ${round} is missing`,
  'tile-altered': ({ round, tile }) =>
    `tile ${tile} of the roll of round ${round} is not the one committed to: marks were added, dropped or moved`,
  'tile-missing': ({ round, tile }) => `tile ${tile} of the roll of round ${round} is missing`,
  'tile-counts': ({ round, tile }) => `tile ${tile} of the roll of round ${round} has other counts than its bank`,
  seed: ({ round }) =>
    `the seed of round ${round} does not hash to the one before it: it was chosen or altered afterwards`,
  'past-chain': ({ round }) => `round ${round} lies past the end of the chain of seeds`,
  'beacon-absent': ({ round }) => `round ${round} was drawn without the beacon that line.json promises`,
  'beacon-unpromised': ({ round }) => `round ${round} was drawn with a beacon that line.json does not promise`,
  'beacon-randomness': ({ round }) => `the randomness of round ${round} is not the hash of the beacon's signature`,
  'beacon-signature': ({ round }) => `the beacon of round ${round} is not signed by the public beacon`,
  'beacon-impostor': ({ chainHash }) =>
    `the beacon that line.json promises takes the name or the key of a known one, ${chainHash}, and has other facts`,
  unproved: ({ round }) =>
    `the draw of round ${round} is unproved: it went on without its beacon, so two draws could be chosen from`,
  'unproved-untold': ({ round }) =>
    `the draw of round ${round} is unproved: it went on without its beacon, and the ledger does not say so`,
  'unproved-early': ({ round }) => `round ${round} went on without its beacon before the promised patience was over`,
  'beacon-other': ({ round, taken, due }) => `round ${round} used the beacon's round ${taken}; ${due} was promised`,
  'position-taken': ({ round, position }) =>
    `round ${round} gives position ${n(position)}, which is taken or past the end`,
  'position-empty': ({ position }) => `nobody is given position ${n(position)}`,
  'entry-changed': ({ n: entry, text }) =>
    `entry ${entry} does not fit its hash: it was changed, or one was put in or taken out before it. It says ${text}`,
  'entry-unreadable': ({ n: entry, text }) => `entry ${entry} cannot be read: ${text}`,
  'entry-number': ({ n: entry, text }) => `entry ${entry} carries another number: ${text}`,
  'entry-time': ({ n: entry, text }) => `entry ${entry} is older than the one before it: ${text}`,
  'doors-in-vain': ({ n: entry, text }) =>
    `entry ${entry} moves the doors too late, or is of other doors or of another beacon than the rule's: it moves nothing. It says ${text}`,
  'entry-turn': ({ n: entry, text }) => `entry ${entry} tells a turn of the sale again, or out of order: ${text}`,
  'ledger-rewritten': ({ n: entry }) => `two copies of the ledger differ at entry ${entry}: it was written anew`,
  'segment-missing': ({ segment }) => `segment ${segment} of the ledger is missing or not full, and the next one began`,
  'ledger-short': ({ n: shown, entries }) =>
    `the board showed ${n(shown)} entries; the ledger has ${n(entries)}: it was cut, or read too early (fetch again)`,
  'rolls-short': ({ rolls, given }) =>
    `the board showed ${n(rolls)} commitments; there are ${n(given)}: some are missing, or were read too early (fetch again)`,
  head: ({ n: entry, rolls, head, hash }) =>
    `the board showed ${head} for ${n(entry)} entries and ${many(rolls, 'roll')}; these files give ${hash}`,
  'head-seen': ({ n: entry, rolls, seenAt }) =>
    `the head ${seenAt === undefined ? 'given' : `seen at ${moment(seenAt)}`}, of ${n(entry)} entries and ${many(rolls, 'roll')}, is not that of these files: they were written anew`,
  'head-back': ({ n: entry, rolls, at }) =>
    `the board of ${moment(at)} has ${n(entry)} entries and ${many(rolls, 'roll')}, fewer than one before it had`,
  'head-unlogged': ({ n: entry, rolls }) =>
    `the head of ${n(entry)} entries and ${many(rolls, 'roll')} was shown, and the log does not have it: witnesses never saw it, or the log was read too early (fetch again)`,
  'opened-otherwise': ({ field }) =>
    `the ledger says that the line was opened with another ${field} than line.json has`,
  'fan-twice': ({ fan }) => `one fan has receipts with two marks: ${fan}`,
  'log-leaf': ({ leaf }) =>
    `head ${n(leaf)} of the log is not that of these files: the ledger or the rolls were written anew`,
  'log-order': ({ leaf }) => `head ${n(leaf)} of the log is not beyond the one before it`,
  'log-rewritten': ({ leaf }) => `two copies of the log differ at head ${n(leaf)}, or heads before it are missing`,
  'log-short': ({ size, leaves }) =>
    `a checkpoint is of ${n(size)} heads; the log has ${n(leaves)}: it was cut, or read too early (fetch again)`,
  'checkpoint-unsigned': ({ size }) =>
    `the checkpoint of ${n(size)} heads is not signed by the key that the line promised`,
  'checkpoint-root': ({ size }) => `the checkpoint of ${n(size)} heads is of another log than these files`,
  cosignature: ({ name, size }) => `the cosignature of ${name} under ${n(size)} heads is none of its key`,
  'ended-otherwise': ({ drawn, text }) =>
    `the end of the line is told twice, or otherwise than these files have it, with ${n(drawn)} drawn: ${text}`,
  'called-beyond': ({ calledUpTo, drawn }) =>
    `positions up to ${n(calledUpTo)} are called, but only ${n(drawn)} were drawn`,
};
