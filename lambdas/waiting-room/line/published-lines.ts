import type { Ledger } from '../../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Rounds } from '../../../contracts/line.ts';
import { cacheControl, published } from '../../../contracts/paths.ts';

/** The place where files are published. */
export interface Publisher {
  write(path: string, file: unknown, cacheControl: string): Promise<void>;
}

export function publishLine(files: Publisher, line: LineFile): Promise<void> {
  return files.write(published.line(line.onSale), line, cacheControl.catalogue);
}

export function publishBoard(files: Publisher, board: Board): Promise<void> {
  return files.write(published.board(board.onSale), board, cacheControl.board);
}

export function publishDrawSheet(files: Publisher, sheet: DrawSheet): Promise<void> {
  return files.write(published.drawSheet(sheet.onSale, sheet.round), sheet, cacheControl.immutable);
}

export function publishRounds(files: Publisher, onSale: string, spans: Rounds['spans']): Promise<void> {
  return files.write(published.rounds(onSale), { v: 1, onSale, spans } satisfies Rounds, cacheControl.board);
}

export function publishLedger(files: Publisher, onSale: string, entries: Ledger['entries']): Promise<void> {
  return files.write(published.ledger(onSale), { v: 1, onSale, entries } satisfies Ledger, cacheControl.board);
}
