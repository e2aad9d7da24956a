import type { Box } from './geometry.ts';

/** Milliseconds: long enough to see where one goes, short enough not to wait for it. */
const duration = 220;

let running = 0;

/** A hand on the plan stops it. */
export function halt(): void {
  cancelAnimationFrame(running);
}

/**
 * Goes from one view to another and says each one between. A fan who asked for less motion is there at once, as is
 * a page that is not seen; a new glide takes over from the one before.
 */
export function glide(from: Box, to: Box, show: (view: Box) => void): void {
  halt();
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || document.visibilityState !== 'visible') {
    show(to);
    return;
  }
  const began = performance.now();
  const step = () => {
    const passed = Math.min(1, (performance.now() - began) / duration);
    show(between(from, to, 1 - (1 - passed) ** 3));
    if (passed < 1) running = requestAnimationFrame(step);
  };
  step();
}

/** Zooms evenly: each moment is nearer by the same factor. */
export function between(from: Box, to: Box, share: number): Box {
  if (share >= 1) return to;
  const width = from.width * (to.width / from.width) ** share;
  const moved = from.width === to.width ? share : (width - from.width) / (to.width - from.width);
  return {
    x: from.x + (to.x - from.x) * moved,
    y: from.y + (to.y - from.y) * moved,
    width,
    height: from.height + (to.height - from.height) * moved,
  };
}
