import type { Refusal } from '../../contracts/refusals.ts';
import { passLapsed, readPass } from '../foundation/read-pass.ts';
import type { PassKey } from '../foundation/signing.ts';

/** Who is asking, by a valid pass: the fan's name for their basket. */
export type Shopper = { readonly ok: true; readonly onSale: string; readonly fan: string };

/** `now` in milliseconds since the epoch. */
export function readShopper(text: string | undefined, keys: readonly PassKey[], now: number): Shopper | Refusal {
  const pass = readPass(text, keys);
  if ('refusal' in pass) return pass;
  return passLapsed(pass, now) ?? { ok: true, onSale: pass.o, fan: pass.f };
}
