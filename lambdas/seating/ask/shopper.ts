import type { Need } from '../../../contracts/line-requests.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { ReadingKeys } from '../../foundation/keys.ts';
import { passLapsed, readPass } from '../../foundation/read-pass.ts';

/** The asker, by a valid pass: the fan's name for their basket, and the needs that they named at the join. */
export interface Shopper {
  readonly ok: true;
  readonly onSale: string;
  readonly fan: string;
  readonly needs: readonly Need[];
}

/** `now` in milliseconds since the epoch. */
export async function readShopper(
  text: string | undefined,
  passKeys: ReadingKeys,
  now: number,
): Promise<Shopper | Refusal> {
  const read = await readPass(text, passKeys, now);
  if (!read.ok) return read;
  const { pass } = read;
  return passLapsed(pass, now) ?? { ok: true, onSale: pass.o, fan: pass.f, needs: pass.n ?? [] };
}
