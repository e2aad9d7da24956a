import type { DrawSheet, Place } from '../../../contracts/line.ts';
import { positionOf } from '../../../rules/draw.ts';
import { bankOf } from '../../../rules/roll.ts';
import { Memory } from '../../foundation/memory.ts';
import type { LineFacts } from '../line/line-store.ts';
import type { RoundStore } from './round-store.ts';

/** The sheets of an hour and more; of a bank that is full one takes some 10 kB. */
const sheetsKept = 2000;

/** A drawn round never changes, so a warm handler remembers it for good. */
export function rememberRounds(rounds: Pick<RoundStore, 'sheet'>): Pick<RoundStore, 'sheet'> {
  const memory = new Memory<DrawSheet>(sheetsKept);
  return {
    sheet: (onSale, round, bank) =>
      memory.recall(`${onSale}#${round}#${bank}`, () => rounds.sheet(onSale, round, bank)),
  };
}

/** The position of a place; undefined while its round is not drawn. */
export async function drawnPosition(
  rounds: Pick<RoundStore, 'sheet'>,
  { onSale, roll }: Pick<LineFacts, 'onSale' | 'roll'>,
  place: Pick<Place, 'round' | 'shard' | 'index'>,
): Promise<number | undefined> {
  const sheet = await rounds.sheet(onSale, place.round, bankOf(roll, place.shard));
  return sheet && positionOf(sheet, place, roll);
}
