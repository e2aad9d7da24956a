import type { Point } from '../../../contracts/plan.ts';
import type { Direction } from './seat-walk.ts';

interface BlockOnPlan {
  readonly section: { readonly id: string };
  readonly middle: Point;
}

/**
 * Walking from block to block by arrow keys, so that all of them are one stop of the Tab key: to the nearest whose middle
 * lies in that direction, no more than 60° off it. If none does, one stays.
 */
export function nextBlock<Found extends BlockOnPlan>(
  blocks: readonly Found[],
  from: BlockOnPlan,
  direction: Direction,
): Found | undefined {
  let best: { readonly block: Found; readonly far: number } | undefined;
  for (const block of blocks) {
    const dx = block.middle.x - from.middle.x;
    const dy = block.middle.y - from.middle.y;
    const [ahead, aside] =
      direction === 'left' ? [-dx, dy] : direction === 'right' ? [dx, dy] : direction === 'up' ? [-dy, dx] : [dy, dx];
    if (block.section.id === from.section.id || ahead <= 0 || Math.abs(aside) > ahead * Math.sqrt(3)) continue;
    const far = ahead + 2 * Math.abs(aside);
    if (!best || far < best.far) best = { block, far };
  }
  return best?.block;
}
