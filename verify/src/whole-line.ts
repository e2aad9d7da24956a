import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { DrawSheet } from '../../contracts/line.ts';
import { drawSeed } from '../../rules/draw.ts';
import { imagesOf } from '../../rules/whole-draw.ts';
import { found, unchecked } from './findings.ts';
import type { Sheets } from './sheets.ts';

/**
 * The whole line at once: every place of every round is drawn again, and each position from 1 on must come out
 * exactly once. A million places take about a second.
 */
export function checkPositions({ inOrder }: Sheets, isComplete: boolean): FindingOf<'positions'> {
  if (inOrder.length === 0) return unchecked('positions', 'nothing-drawn');
  if (!isComplete) return unchecked('positions', 'some-sheets');
  const drawn = inOrder.reduce((sum, { first }) => sum + first.size, 0);
  if (drawn > most) return unchecked('positions', 'too-large');
  const taken = new Uint8Array(drawn + 1);
  const faults: Fault[] = [];
  for (const { first } of inOrder) {
    const fault = take(taken, first);
    if (fault) faults.push(fault);
  }
  const empty = faults.length === 0 ? taken.indexOf(0, 1) : -1;
  if (empty > 0) faults.push({ fault: 'position-empty', position: empty });
  return found('positions', { faults, facts: { drawn } });
}

/** Three times the largest audience a line can be opened for. */
const most = 30_000_000;

/** Marks the positions of a round; the first that is taken or past the end is a fault. */
function take(taken: Uint8Array, sheet: DrawSheet): Fault | undefined {
  for (const image of imagesOf(drawSeed(sheet), sheet.size)) {
    const position = sheet.offset + 1 + image;
    if (taken[position] !== 0) return { fault: 'position-taken', round: sheet.round, position };
    taken[position] = 1;
  }
  return undefined;
}
