import type { HoldRequest, HouseAsk } from '../../contracts/house.ts';
import { idempotencyKey } from '../../contracts/ids.ts';
import { header } from '../../contracts/paths.ts';
import { type Refusal, refuse } from '../../contracts/refusals.ts';
import type { PassKey } from '../foundation/signing.ts';
import { holdId } from './hold-id.ts';
import type { HouseBooks } from './house-books.ts';
import { wishFor, wishSize } from './seat-wish.ts';
import { readShopper } from './shopper.ts';

/*
 * A fan asks for seats. Nothing is decided and nothing written here: the ask goes into the house's queue
 * and the fan learns under which name to look for the answer. What can be seen to be wrong without a
 * look at the seats is refused at once. What the fan said they need when they joined is asked for with it: a
 * wheelchair place, unless this wish says otherwise, and twice the time.
 */

export interface HoldDesk {
  readonly books: HouseBooks;
  readonly keys: readonly PassKey[];
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
  { books, keys, ask }: HoldDesk,
  { performance, wish: asked, pass, idempotencyKey: key }: HoldAsked,
  now: number,
): Promise<HoldPending | Refusal> {
  const shopper = readShopper(pass, keys, now);
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
  const wrong = wrongWish(wish, rules.seatsPerFan, await books.plan(house.plan));
  if (wrong) return wrong;
  const id = holdId({ onSale, fan, performance }, parsedKey.data);
  const more = needs.includes('more-time') && { more: true as const };
  await ask({ ask: 'hold', id, performance, onSale, fan, wish, ...more, askedAt: now });
  return { ok: true, hold: id };
}

/** What no free seat could make right. */
function wrongWish(
  wish: HoldRequest,
  seatsPerFan: number,
  plan: Awaited<ReturnType<HouseBooks['plan']>>,
): Refusal | undefined {
  const bad = (field: string, message: string) =>
    refuse('bad-request', `Correct and send again. ${field}: ${message}`, { errors: [{ field, message }] });
  const most = `ask for at most ${seatsPerFan} ${seatsPerFan === 1 ? 'seat' : 'seats'} in this on-sale`;
  if (!('best' in wish)) {
    if (wishSize(wish) > seatsPerFan) return bad('body.seats', most);
    const unknown = wish.seats.findIndex((seat) => !plan.places.has(seat));
    return unknown < 0 ? undefined : bad(`body.seats.${unknown}`, `this house has no seat ${wish.seats[unknown]}`);
  }
  const { count, category, section, access } = wish.best;
  if (count > seatsPerFan) return bad('body.best.count', most);
  if (access === 'wheelchair' && count > 2)
    return bad(
      'body.best.count',
      'ask for one wheelchair place, or two seats: the place and its companion’s; or for other seats, with access none',
    );
  if (category !== undefined && !plan.categories.has(category))
    return bad('body.best.category', `this house has no price band ${category}`);
  if (section !== undefined && !plan.sections.has(section))
    return bad('body.best.section', `this house has no section ${section}`);
  return undefined;
}
