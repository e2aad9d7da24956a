import type { HoldRequest, HouseAsk } from '../../../contracts/house.ts';
import { idempotencyKey } from '../../../contracts/ids.ts';
import { header } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { FindEnded } from '../../foundation/ended-passes.ts';
import type { ReadingKeys } from '../../foundation/keys.ts';
import { wishFor } from '../allocate/seat-wish.ts';
import { holdId } from '../house/hold-id.ts';
import type { HouseBooks } from '../house/house-books.ts';
import { shareOf } from '../house/share.ts';
import { readShopperInTurn } from './shopper.ts';
import { wrongWish } from './wrong-wish.ts';

/*
 * A fan asks for seats. Nothing is decided or written here. The ask goes into the house's queue, and the fan learns
 * under which name to look for the answer. A wish that is wrong without a look at the seats is refused at once. The
 * needs that the fan named at the join are asked for with it: a wheelchair place, unless this wish says otherwise, and
 * twice the time.
 */

export interface HoldSeatsDeps {
  readonly books: HouseBooks;
  readonly passKeys: ReadingKeys;
  readonly findEnded: FindEnded;
  /** Puts an ask into the house's queue. */
  readonly ask: (ask: HouseAsk) => Promise<void>;
}

export interface HoldAsked {
  readonly performance: string;
  readonly wish: HoldRequest;
  readonly pass: string | undefined;
  readonly idempotencyKey: string | undefined;
}

export type HoldPending = { readonly ok: true; readonly hold: string };

export async function holdSeats(
  deps: HoldSeatsDeps,
  { performance, wish: asked, pass, idempotencyKey: key }: HoldAsked,
  now: number,
): Promise<HoldPending | Refusal> {
  const { books, ask } = deps;
  const shopper = await readShopperInTurn(pass, deps, now);
  if (!shopper.ok) return shopper;
  const parsedKey = idempotencyKey.safeParse(key);
  if (!parsedKey.success) {
    const errors = [{ field: `header.${header.idempotencyKey}`, message: parsedKey.error.issues[0]?.message ?? '' }];
    return refuse('idempotency-key-missing', 'Send a new key with each act, and the same key when you repeat it.', {
      errors,
    });
  }
  const house = await books.house(performance);
  if (!house) return refuse('performance-unknown', 'Check the address: no house of this name is open.');
  const { onSale, fan, needs } = shopper;
  const rules = house.onSales.includes(onSale) ? await books.rules(onSale) : undefined;
  if (!rules) return refuse('pass-elsewhere', 'This performance is not sold in the on-sale that your pass is for.');
  const wish = wishFor(needs, asked);
  const wrong = wrongWish(wish, rules, await books.plan(house.plan));
  if (wrong) return wrong;
  const id = holdId({ onSale, fan, performance }, parsedKey.data);
  const more = needs.includes('more-time') && { more: true as const };
  await ask({
    ask: 'hold',
    ...shareOf(house, fan),
    id,
    performance,
    onSale,
    fan,
    hold: id,
    wish,
    ...more,
    askedAt: now,
  });
  return { ok: true, hold: id };
}
