import type { Need } from '../../../contracts/line-requests.ts';
import type { Pass } from '../../../contracts/pass.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { ReadingKeys } from '../../foundation/keys.ts';
import { passOver, readPass } from '../../foundation/read-pass.ts';

/** The asker, by a genuine pass: the fan's name for their basket, and the needs that they named at the join. */
export interface Shopper {
  readonly ok: true;
  readonly onSale: string;
  readonly fan: string;
  readonly needs: readonly Need[];
  readonly pass: Pass;
  /** Their time is over: they are told what became of what they asked for, and nothing new is asked for them. */
  readonly isOver: boolean;
}

/** A shopper whose time is not over. `now` in milliseconds since the epoch. */
export async function readShopper(
  text: string | undefined,
  passKeys: ReadingKeys,
  now: number,
): Promise<Shopper | Refusal> {
  const shopper = await recogniseShopper(text, passKeys, now);
  return shopper.ok && shopper.isOver ? passOver() : shopper;
}

/** A shopper, also after their time. */
export async function recogniseShopper(
  text: string | undefined,
  passKeys: ReadingKeys,
  now: number,
): Promise<Shopper | Refusal> {
  const read = await readPass(text, passKeys, now);
  if (!read.ok) return read;
  const { pass, isOver } = read;
  return { ok: true, onSale: pass.o, fan: pass.f, needs: pass.n ?? [], pass, isOver };
}
