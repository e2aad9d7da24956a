import type { Finding } from '../../contracts/findings.ts';
import type { CheckpointFile, HeadLog } from '../../contracts/head-log.ts';
import type { SeenHead } from '../../contracts/heads.ts';
import type { Ledger } from '../../contracts/ledger.ts';
import type { BeaconChain, Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import { type RollBank, type RollCommitment, type RollTile, rollLayout } from '../../contracts/roll.ts';
import { bankOf } from '../../rules/roll.ts';
import { checkBeacon } from './beacon.ts';
import { checkCommitments, collectCommitments, missingOf } from './commitments.ts';
import { checkBoard, checkHeads } from './heads.ts';
import { noLedger, readLedger } from './ledger.ts';
import { checkLog } from './log.ts';
import { checkPlace, checkPosition } from './position.ts';
import { checkReceipt, type OpenedReceipt, openReceipt } from './receipt.ts';
import { checkReceipts } from './receipts.ts';
import { checkMark, checkRolls } from './rolls.ts';
import { checkSeeds } from './seeds.ts';
import { checkCalled, checkCounts, collect, longest } from './sheets.ts';
import { checkPositions } from './whole-line.ts';

/**
 * Checks everything that the files at hand allow, in the order of the report. With one receipt it is about that one
 * place: its signature, its mark in the roll, its round's beacon, its position. Otherwise it is about the whole line:
 * every roll, every round's beacon, every position, and the receipts that were given together. Nothing here asks
 * anybody anything.
 */
export interface LineFiles {
  readonly line?: LineFile | undefined;
  /** Of every bank that is at hand. */
  readonly sheets: readonly DrawSheet[];
  readonly commitments?: readonly RollCommitment[] | undefined;
  readonly banks?: readonly RollBank[] | undefined;
  readonly tiles?: readonly RollTile[] | undefined;
  /** Several if several states were kept. */
  readonly rounds?: readonly Rounds[] | undefined;
  readonly ledger?: readonly Ledger[] | undefined;
  readonly board?: Board | undefined;
  /** Heads of the board that somebody kept from before. */
  readonly heads?: readonly SeenHead[] | undefined;
  /** The log of heads and its checkpoints. Left out, nobody asks about them. */
  readonly logs?: readonly HeadLog[] | undefined;
  readonly checkpoints?: readonly CheckpointFile[] | undefined;
  /** These are all files that were kept of the line: what is listed and not here is missing, also for one place. */
  readonly areAll?: boolean | undefined;
  /** Beacons that whoever asks knows and accepts, besides the public one. No file of the line. */
  readonly accepted?: readonly BeaconChain[] | undefined;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  /** The line promised no beacon: then its draws rest on trust in the holder of its secret, whatever holds. */
  readonly trusted: boolean;
  /** The receipt's, if it could be opened. */
  readonly place?: Place;
  /** The place's, if its round is drawn and its sheet was given. */
  readonly position?: number;
}

export function checkLine(files: LineFiles, ...receipts: readonly string[]): Verdict {
  const trusted = files.line !== undefined && !files.line.beacon;
  const opened = receipts.map(openReceipt);
  if (opened.includes(undefined)) {
    const faults = [{ fault: 'receipt-unreadable' }] as const;
    return { findings: [{ check: 'receipt', outcome: 'wrong', faults }], trusted };
  }
  const readable = opened as readonly OpenedReceipt[];
  return readable[0] && readable.length === 1
    ? { ...checkOne(files, readable[0]), trusted }
    : { findings: checkWhole(files, readable), trusted };
}

function checkOne(files: LineFiles, opened: OpenedReceipt): Omit<Verdict, 'trusted'> {
  const { board } = files;
  const { place } = opened;
  const all = gather(files, false);
  const { line, drawn, commitments, ledger, roll } = all;
  const layout = line?.roll ?? rollLayout;
  const round = drawn.inOrder.find(({ round, first }) => round === place.round && first.onSale === place.onSale);
  const own = round?.sheets.find(({ bank }) => bank === bankOf(layout, place.shard));
  // All commitments that are listed are here: then a head of more of them shows that some are missing.
  const hasAll = files.areAll === true && missingOf(all.rounds, commitments).length === 0;
  const proof = checkReceipt(opened, line);
  // A forger does not hear what the made-up receipt would be worth.
  const isGenuine = proof.outcome !== 'wrong';
  const position = isGenuine ? checkPosition(place, own, layout) : undefined;
  const findings: readonly (Finding | undefined)[] = [
    proof,
    isGenuine ? checkPlace(place, own, layout) : undefined,
    isGenuine ? checkMark(place, line, commitments, roll) : undefined,
    checkCommitments(commitments, line, {
      ...{ rounds: all.rounds, isWhole: false, isMoved: ledger !== undefined },
      own: files.areAll ? place.round : undefined,
    }),
    checkCounts(drawn, all.beside).finding,
    checkSeeds(drawn, line),
    checkBeacon(round ? [own ?? round.first] : [], all),
    position,
    ledger?.finding ?? noLedger,
    checkBoard(board, all, hasAll),
    checkHeads(files.heads ?? [], board, all, hasAll),
    ...checkLog(files, all, hasAll),
  ];
  return {
    findings: findings.filter((finding) => finding !== undefined),
    place,
    ...(position?.outcome === 'ok' && { position: position.facts.position }),
  };
}

function checkWhole(files: LineFiles, receipts: readonly OpenedReceipt[]): readonly Finding[] {
  const { board } = files;
  const all = gather(files, true);
  const { line, drawn, commitments, ledger, roll } = all;
  const counts = checkCounts(drawn, all.beside);
  const findings: readonly (Finding | undefined)[] = [
    checkCommitments(commitments, line, { rounds: all.rounds, isWhole: true, isMoved: ledger !== undefined }),
    checkRolls(line, commitments, roll),
    counts.finding,
    checkSeeds(drawn, line),
    checkBeacon(
      drawn.inOrder.map(({ first }) => first),
      all,
    ),
    checkPositions(drawn, counts.isComplete),
    ledger?.finding ?? noLedger,
    checkBoard(board, all),
    checkCalled(board, drawn, ledger, counts.isComplete),
    checkHeads(files.heads ?? [], board, all),
    ...checkLog(files, all, true),
    receipts.length > 0 ? checkReceipts(receipts, line, commitments, roll) : undefined,
  ];
  return findings.filter((finding) => finding !== undefined);
}

/** The files in the order in which they follow one another. */
function gather(files: LineFiles, isWhole: boolean) {
  const { banks = [], tiles = [], rounds: lists = [], accepted } = files;
  const ledger = readLedger(files.ledger ?? [], files.line);
  const line = ledger?.line ?? files.line;
  const commitments = collectCommitments(files.commitments ?? [], line);
  return {
    line,
    accepted,
    commitments,
    drawn: collect(files.sheets),
    ledger,
    roll: { banks, tiles },
    rounds: longest(lists),
    beside: { line, commitments, banks, lists, isWhole },
  };
}
