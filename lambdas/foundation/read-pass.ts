import type { Pass } from '../../contracts/pass.ts';
import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { openSigned, type ReadingKeys } from './keys.ts';

/*
 * The pass, for every context that asks for one. The edge has checked it already, and turned away requests that are
 * cheap to turn away. It is checked again here for two reasons. A key may have been rotated in between. And nothing
 * that decides about seats or money should rest on another layer's word.
 */

/** A genuine pass. One that is over begins nothing new; a repeat of what was begun with it gets the first answer. */
export interface ReadPass {
  readonly ok: true;
  readonly pass: Pass;
  /** At its second or after it, by the clock of this machine. The edge lets it through where repeats are answered. */
  readonly isOver: boolean;
}

/** The genuine pass in the header. `now` in milliseconds since the epoch. */
export async function readPass(text: string | undefined, keys: ReadingKeys, now: number): Promise<ReadPass | Refusal> {
  const errors = (message: string) => ({ errors: [{ field: `header.${header.pass}`, message }] });
  if (!text) return refuse('pass-missing', 'Wait in line until it is your turn, then come back.', errors('is missing'));
  const pass = await openSigned<Pass>('p1', keys, text, now);
  if (!pass)
    return refuse('pass-forged', 'Go back to the line and claim your pass again.', errors('is not a pass of ours'));
  return { ok: true, pass, isOver: now >= pass.x * 1000 };
}

/** To anything new that is asked for with a pass that is over. */
export function passOver(): Refusal {
  return refuse('pass-expired', 'Go back to the line: if there is room you can shop again at once.');
}
