import type { Pass } from '../../contracts/pass.ts';
import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import { type PassKey, readSigned } from '../foundation/signing.ts';

/*
 * Who is asking. The edge has checked the pass already and turned away what costs nothing to turn away;
 * it is checked again here, because a key may have been rotated in between and because nothing that
 * decides about seats should rest on another layer's word.
 */

/** A valid pass together with the fan's name for their basket. */
export type Shopper = { readonly ok: true; readonly onSale: string; readonly fan: string };

/** `now` in milliseconds since the epoch. */
export function readShopper(text: string | undefined, keys: readonly PassKey[], now: number): Shopper | Refusal {
  const errors = (message: string) => ({ errors: [{ field: `header.${header.pass}`, message }] });
  if (!text) return refuse('pass-missing', 'Wait in line until it is your turn, then come back.', errors('is missing'));
  const pass = readSigned<Pass>('p1', keys, text);
  if (!pass)
    return refuse('pass-forged', 'Go back to the line and claim your pass again.', errors('is not a pass of ours'));
  if (now >= pass.x * 1000)
    return refuse('pass-expired', 'Go back to the line: if there is room you can shop again at once.');
  return { ok: true, onSale: pass.o, fan: pass.f };
}
