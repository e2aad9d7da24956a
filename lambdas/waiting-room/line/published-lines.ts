import { type Ledger, ledgerSegment } from '../../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Rounds } from '../../../contracts/line.ts';
import type { EndedPasses } from '../../../contracts/pass.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';
import type { RollBank, RollCommitment, RollTile } from '../../../contracts/roll.ts';

/** The place where files are published. */
export interface Publisher {
  write(path: string, file: unknown, cacheControl: string): Promise<void>;
}

export function publishLine(files: Publisher, line: LineFile): Promise<void> {
  return files.write(published.line(line.onSale), line, cacheControl.catalogue);
}

/* The files of a roll and its draw never change: writing one again writes the same. */

export function publishTile(files: Publisher, tile: RollTile): Promise<void> {
  return files.write(published.rollTile(tile.onSale, tile.round, tile.tile), tile, cacheControl.immutable);
}

export function publishBank(files: Publisher, bank: RollBank): Promise<void> {
  return files.write(published.rollBank(bank.onSale, bank.round, bank.bank), bank, cacheControl.immutable);
}

/** `text`: the commitment's, whose bytes are chained. */
export function publishCommitment(files: Publisher, { onSale, round }: RollCommitment, text: string): Promise<void> {
  return files.write(published.rollCommitment(onSale, round), JSON.parse(text), cacheControl.immutable);
}

export function publishDrawSheet(files: Publisher, sheet: DrawSheet): Promise<void> {
  return files.write(published.drawSheet(sheet.onSale, sheet.round, sheet.bank), sheet, cacheControl.immutable);
}

export function publishEnded(files: Publisher, list: EndedPasses): Promise<void> {
  return files.write(published.ended(list.onSale), list, cacheControl.board);
}

/** A file that grows, or is only ever replaced by a later one: see `growing-files.ts`. */
export interface GrowingFile<File = unknown> {
  readonly path: string;
  readonly file: File;
  /** How far a file of this kind has grown. */
  readonly extent: (file: File) => number;
}

export function boardFile(board: Board): GrowingFile<Board> {
  return { path: published.board(board.onSale), file: board, extent: ({ writtenAt }) => writtenAt };
}

export function roundsFile(onSale: string, spans: Rounds['spans']): GrowingFile<Rounds> {
  const extent = (file: Rounds) => file.spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return { path: published.rounds(onSale), file: { v: 1, onSale, spans }, extent };
}

export function ledgerFile(onSale: string, segment: number, entries: Ledger['entries']): GrowingFile<Ledger> {
  return {
    path: published.ledger(onSale, segment),
    file: { v: 2, onSale, segment, entries },
    extent: (file) => file.entries.length,
  };
}

/** The segment in which an entry stands, by its number from 1. */
export const segmentOf = (n: number): number => Math.max(0, Math.ceil(n / ledgerSegment) - 1);
