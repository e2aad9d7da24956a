import type { Ledger, ledgerSegment } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { RollBank, RollCommitment, RollTile } from '../../contracts/roll.ts';
import { bankOf, tileOf } from '../../rules/roll.ts';
import type { LineFiles } from '../../verify/src/check-line.ts';
import { recogniseFile } from '../../verify/src/recognise.ts';
import { ask, type Browser } from '../api.ts';

/**
 * Reads the published files of a line as anyone could. For a place that is the promise; its own commitment, bank, tile
 * and draw sheet; one sheet of each round before it; all commitments, since the head on the board is of them; the ledger
 * and the board. A file that cannot be read is named, and all that can be checked without it still is.
 */
export interface ReadFiles extends LineFiles {
  /** Paths of files that are not what they should be, or are listed and not there. */
  readonly damaged: readonly string[];
  readonly absent: readonly string[];
  /** Paths of files that could not be reached. */
  readonly unread: readonly string[];
}

const atOnce = 12;

/** Commitments of more rounds than these are half a megabyte: then the head on the board is left to the command. */
const mostRolls = 1000;

/** The contract's number, in a file that browsers load: it stops compiling should the two differ. */
const segmentSize: typeof ledgerSegment = 100;

export interface Asking {
  readonly browser: Browser;
  /** Base address of what changes by the second; empty is this origin. */
  readonly live: string;
  readonly onSale: string;
  readonly progress?: (done: number, all: number) => void;
}

export async function readLineFiles(asking: Asking, place?: Place): Promise<ReadFiles> {
  const faults = { damaged: [] as string[], absent: [] as string[], unread: [] as string[] };
  const { browser, onSale, live, progress } = asking;
  const read = async <Kind extends keyof CheckedFiles>(
    kind: Kind,
    path: string,
  ): Promise<CheckedFiles[Kind] | undefined> => {
    const base = kind === 'line' ? '' : live;
    const answer = await ask<unknown>(browser, { url: `${base}${path}`, tries: 3 });
    if (!answer.ok) {
      if (answer.trouble.kind === 'unreachable') faults.unread.push(path);
      else if (listedKinds.includes(kind)) faults.absent.push(path);
      return undefined;
    }
    const found = recogniseFile(answer.body);
    if (found.kind === kind && (found.file as CheckedFiles[Kind]).onSale === onSale)
      return found.file as CheckedFiles[Kind];
    faults.damaged.push(path);
    return undefined;
  };
  const readAll = async <Kind extends keyof CheckedFiles>(kind: Kind, paths: readonly string[]) => {
    const all: CheckedFiles[Kind][] = [];
    for (let from = 0; from < paths.length; from += atOnce) {
      progress?.(from, paths.length);
      const some = await Promise.all(paths.slice(from, from + atOnce).map((path) => read(kind, path)));
      for (const file of some) if (file) all.push(file);
    }
    return all;
  };

  // The board first: what it counts is published by now, but for an act of this very moment.
  const [line, board, list] = await Promise.all([
    read('line', published.line(onSale)),
    read('board', published.board(onSale)),
    read('rounds', published.rounds(onSale)),
  ]);
  const drawn = roundsOf(list?.spans ?? []);
  const before = place ? drawn.filter((round) => round < place.round) : [];
  const isDrawn = place !== undefined && drawn.includes(place.round);
  const asked = drawn.length <= mostRolls ? drawn : [...before, ...(isDrawn ? [place.round] : [])];
  const commitments = await readAll(
    'commitment',
    asked.map((round) => published.rollCommitment(onSale, round)),
  );
  const waiting = (board?.ledger.rolls ?? 0) > drawn.length ? nextRounds(line, drawn.at(-1) ?? -1) : [];
  for (const round of waiting) {
    const answer = await ask<unknown>(browser, { url: `${live}${published.rollCommitment(onSale, round)}`, tries: 3 });
    const found = recogniseFile(answer.ok ? answer.body : undefined);
    if (found.kind === 'commitment' && found.file.onSale === onSale) commitments.push(found.file);
  }
  const sheets = await readAll(
    'sheet',
    before.map((round) => published.drawSheet(onSale, round, 0)),
  );
  const own = line && place && place.onSale === onSale && { bank: bankOf(line.roll, place.shard), round: place.round };
  const isCommitted = own && commitments.some(({ round }) => round === own.round);
  const [sheet, bank, tile] = await Promise.all([
    own && isDrawn ? read('sheet', published.drawSheet(onSale, own.round, own.bank)) : undefined,
    own && isCommitted ? read('bank', published.rollBank(onSale, own.round, own.bank)) : undefined,
    own && isCommitted
      ? read('tile', published.rollTile(onSale, own.round, tileOf(line.roll, place.shard)))
      : undefined,
  ]);
  const ledger = await readLedger(asking, board, (segment) => read('ledger', published.ledger(onSale, segment)));
  const spans = list && place ? list.spans.flatMap((span) => upTo(span, place.round)) : [];
  return {
    ...{ line, commitments, ledger, board, ...faults },
    sheets: sheet ? [...sheets, sheet] : sheets,
    banks: bank ? [bank] : [],
    tiles: tile ? [tile] : [],
    ...(list && place && { rounds: [{ ...list, spans }] }),
  };
}

interface CheckedFiles {
  readonly line: LineFile;
  readonly rounds: Rounds;
  readonly sheet: DrawSheet;
  readonly commitment: RollCommitment;
  readonly bank: RollBank;
  readonly tile: RollTile;
  readonly board: Board;
  readonly ledger: Ledger;
}

/** Other files name these, directly or not: they must be there. */
const listedKinds: readonly (keyof CheckedFiles)[] = ['sheet', 'commitment', 'bank', 'tile'];

/** An act is on the board a moment before its entry is published: a ledger that is shorter is read again. */
async function readLedger(
  { browser }: Asking,
  board: Board | undefined,
  read: (segment: number) => Promise<Ledger | undefined>,
): Promise<readonly Ledger[]> {
  const entries = board?.ledger.n ?? 0;
  const all: Ledger[] = [];
  for (let segment = 0; segment === 0 || segment * segmentSize < entries; segment += 1) {
    let file = await read(segment);
    const expected = Math.min(segmentSize, entries - segment * segmentSize);
    for (let again = 0; again < 3 && file && file.entries.length < expected; again += 1) {
      await browser.wait(2000);
      file = await read(segment);
    }
    if (!file) break;
    all.push(file);
  }
  return all;
}

/** A roll that is committed to and not drawn yet is of the next number, or of the next tier's lobby. */
function nextRounds(line: LineFile | undefined, last: number): readonly number[] {
  const lobby = line?.tiers?.find(({ round }) => round > last)?.round;
  return [...new Set([last + 1, ...(lobby === undefined ? [] : [lobby])])];
}

function roundsOf(spans: readonly (readonly [number, number])[]): readonly number[] {
  return spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

function upTo([from, to]: readonly [number, number], last: number): readonly (readonly [number, number])[] {
  return from > last ? [] : [[from, Math.min(to, last)]];
}
