import { bytesToHex } from '@noble/hashes/utils.js';
import type { FindingOf } from '../../contracts/findings.ts';
import type { DrawSheet, Place } from '../../contracts/line.ts';
import type { RollLayout } from '../../contracts/roll.ts';
import { drawSeed, indexInRound, positionOf } from '../../rules/draw.ts';
import { found, unchecked } from './findings.ts';

/*
 * A stranger recomputes a position. A place has one position with the draw sheet of its bank, which anyone can
 * compute. The rule of the draw stands in rules/draw.ts, and the whole line is checked in whole-line.ts.
 */

type BankOfLayout = Pick<RollLayout, 'bank'>;

/** The sheet is that of the place's bank. */
export function checkPlace(place: Place, sheet: DrawSheet | undefined, layout: BankOfLayout): FindingOf<'place'> {
  if (!sheet) return unchecked('place', 'own-sheet');
  const { round, shard, index } = place;
  const count = countOn(sheet, shard, layout);
  if (index >= count) {
    return found('place', { faults: [{ fault: 'place-not-counted', round, shard, index, count }], facts: nowhere });
  }
  return found('place', {
    faults: [],
    facts: { round, standing: indexInRound(sheet, place, layout) + 1, size: sheet.size },
  });
}

const nowhere = { round: 0, standing: 0, size: 0 };

const countOn = ({ bank, counts }: DrawSheet, shard: number, layout: BankOfLayout) =>
  counts[shard - bank * layout.bank] ?? 0;

/** Undefined where the place is not in the sheet, or the sheet cannot have been drawn. */
export function checkPosition(
  place: Place,
  sheet: DrawSheet | undefined,
  layout: BankOfLayout,
): FindingOf<'position'> | undefined {
  if (!sheet) return unchecked('position', 'own-sheet');
  const isCounted = place.index < countOn(sheet, place.shard, layout);
  if (!isCounted || indexInRound(sheet, place, layout) >= sheet.size) return undefined;
  const position = positionOf(sheet, place, layout);
  const facts = {
    position,
    offset: sheet.offset,
    image: position - sheet.offset - 1,
    seed: bytesToHex(drawSeed(sheet)),
  };
  return found('position', { faults: [], facts });
}
