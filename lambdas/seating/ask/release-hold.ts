import type { HoldView, HouseAsk } from '../../../contracts/house.ts';
import { firstDeviceName } from '../../../contracts/pass.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { deviceOver, type FindEnded } from '../../foundation/ended-passes.ts';
import type { ReadingKeys } from '../../foundation/keys.ts';
import { entryOf } from '../house/basket.ts';
import { mayBeHoldOf } from '../house/hold-id.ts';
import type { HouseBooks } from '../house/house-books.ts';
import type { HouseStore } from '../house/house-store.ts';
import { countedSeats } from '../house/limit-per-fan.ts';
import { shareOf } from '../house/share.ts';
import { recogniseShopper } from './shopper.ts';
import { holdUnknown } from './show-hold.ts';

/*
 * A fan gives seats back. The house's queue decides, behind whatever the fan asked before, so a hold that is still
 * waiting there is released as well. A hold without seats is answered at once. Seats may be
 * given back after the pass as well: that takes nothing from anybody.
 */

export interface ReleaseHoldDeps {
  readonly store: Pick<HouseStore, 'basket'>;
  readonly books: Pick<HouseBooks, 'house'>;
  readonly passKeys: ReadingKeys;
  readonly findEnded: FindEnded;
  /** Puts an ask into the house's queue. */
  readonly ask: (ask: HouseAsk) => Promise<void>;
}

/** `pending` until the house has decided; `show-hold` tells when. */
type ReleaseView = Extract<HoldView, { state: 'pending' | 'lapsed' | 'released' }>;

export async function releaseHold(
  { store, books, passKeys, findEnded, ask }: ReleaseHoldDeps,
  {
    performance,
    hold,
    pass,
  }: { readonly performance: string; readonly hold: string; readonly pass: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly view: ReleaseView } | Refusal> {
  const shopper = await recogniseShopper(pass, passKeys, now);
  if (!shopper.ok) return shopper;
  const { onSale, fan, pass: shown } = shopper;
  // Somebody whom the fan took off their place gives none of their seats away.
  const ended = await deviceOver(findEnded, { onSale, device: shown.d ?? firstDeviceName(shown) }, now);
  if (ended) return ended;
  if (!mayBeHoldOf({ onSale, fan, performance }, hold)) return holdUnknown();
  const entry = entryOf(await store.basket({ onSale, fan }), hold);
  if (entry?.state === 'sold') return refuse('hold-sold', 'Ask the box office if you cannot come.');
  if (entry && countedSeats(entry, now) === 0)
    return { ok: true, view: { state: entry.state === 'released' ? 'released' : 'lapsed', hold, performance } };
  const house = await books.house(performance);
  if (!house) return holdUnknown();
  await ask({ ask: 'release', ...shareOf(house, fan), id: hold, performance, onSale, fan, hold, askedAt: now });
  return { ok: true, view: { state: 'pending', hold, performance } };
}
