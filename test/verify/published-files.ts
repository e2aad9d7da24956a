import { published } from '../../contracts/paths.ts';
import type { SampleLine } from './sample-line.ts';

/** Every published file of a line by its path, as text. */
export function publishedFiles(sample: SampleLine): Map<string, string> {
  const { onSale } = sample.line;
  const all: readonly (readonly [string, unknown])[] = [
    [published.line(onSale), sample.line],
    [published.board(onSale), sample.board],
    ...sample.rounds.map((file) => [published.rounds(onSale), file] as const),
    ...sample.ledger.map((file) => [published.ledger(onSale, file.segment), file] as const),
    ...sample.commitments.map((file) => [published.rollCommitment(onSale, file.round), file] as const),
    ...sample.banks.map((file) => [published.rollBank(onSale, file.round, file.bank), file] as const),
    ...sample.tiles.map((file) => [published.rollTile(onSale, file.round, file.tile), file] as const),
    ...sample.sheets.map((file) => [published.drawSheet(onSale, file.round, file.bank), file] as const),
  ];
  return new Map(all.map(([path, file]) => [path, JSON.stringify(file)]));
}
