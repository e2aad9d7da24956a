import type { DrawSheet, Place } from '../../../contracts/line.ts';
import type { RollLayout } from '../../../contracts/roll.ts';
import { positionOf } from '../../../rules/draw.ts';
import type { KeptReceipt } from '../../kept.store.ts';

/** The number of a place, by the sheet of its round; and of that draw what an answer tells of it. */
export function numberOf(sheet: DrawSheet, place: Place, roll: RollLayout): Pick<KeptReceipt, 'position' | 'drawn'> {
  const { size, offset } = sheet;
  return { position: positionOf(sheet, place, roll), drawn: { size, offset } };
}
