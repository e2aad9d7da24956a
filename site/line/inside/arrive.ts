import { bringToResult, followPresses } from '../../elements/presses.ts';
import type { LineState } from '../line-state.ts';

let follows = false;

/** Once these parts are here: a fan who has just joined is brought to their place, and so it goes with every later act. */
export function arrive({ left }: LineState): void {
  if (follows) return;
  follows = true;
  followPresses();
  // The page says so of a fan who joined on it, and of nobody who opened it with a place.
  if (left === false && document.activeElement === document.body) bringToResult();
}
