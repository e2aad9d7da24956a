import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import type { LineFiles } from '../../verify/src/check-line.ts';
import { recogniseFile } from '../../verify/src/recognise.ts';
import { ask, type Browser } from '../api.ts';

/**
 * Reads the published files of a line as anyone could: the promise, the draws up to a place's round, the ledger and the
 * board. The ledger is asked for last, so that it is not older than the things that it must explain. A file that cannot
 * be read is named, and all that can be checked without it still is. The ledger is asked for last, so that it is not
 * older than what it must explain. A file that cannot be read is named, and what can be checked without it still is.
 */
export interface ReadFiles extends LineFiles {
  /** Paths of files that are not what they should be, or are listed and not there. */
  readonly damaged: readonly string[];
  readonly absent: readonly string[];
  /** Paths of files that could not be reached. */
  readonly unread: readonly string[];
}

const atOnce = 12;

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
      else if (kind === 'sheet') faults.absent.push(path);
      return undefined;
    }
    const found = recogniseFile(answer.body);
    if (found.kind === kind && (found.file as CheckedFiles[Kind]).onSale === onSale)
      return found.file as CheckedFiles[Kind];
    faults.damaged.push(path);
    return undefined;
  };

  const [line, rounds] = await Promise.all([
    read('line', published.line(onSale)),
    read('rounds', published.rounds(onSale)),
  ]);
  const wanted = place ? roundsUpTo(place.round, rounds?.spans ?? []) : [];
  const sheets: DrawSheet[] = [];
  for (let from = 0; from < wanted.length; from += atOnce) {
    progress?.(from, wanted.length);
    const some = wanted.slice(from, from + atOnce).map((round) => read('sheet', published.drawSheet(onSale, round)));
    for (const sheet of await Promise.all(some)) if (sheet) sheets.push(sheet);
  }
  const board = await read('board', published.board(onSale));
  const ledger = await read('ledger', published.ledger(onSale));
  const spans = rounds && place ? rounds.spans.flatMap((span) => upTo(span, place.round)) : [];
  return { line, sheets, ledger, board, ...(rounds && place && { rounds: { ...rounds, spans } }), ...faults };
}

interface CheckedFiles {
  readonly line: LineFile;
  readonly rounds: Rounds;
  readonly sheet: DrawSheet;
  readonly board: Board;
  readonly ledger: Ledger;
}

function roundsUpTo(last: number, spans: readonly (readonly [number, number])[]): readonly number[] {
  return spans
    .flatMap((span) => upTo(span, last))
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

function upTo([from, to]: readonly [number, number], last: number): readonly (readonly [number, number])[] {
  return from > last ? [] : [[from, Math.min(to, last)]];
}
