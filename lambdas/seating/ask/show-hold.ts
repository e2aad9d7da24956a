import type { HoldView } from '../../../contracts/house.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { entryOf } from '../house/basket.ts';
import { mayBeHoldOf } from '../house/hold-id.ts';
import { recogniseShopper } from './shopper.ts';
import { type HoldReader, viewHolds } from './view-holds.ts';

/*
 * A fan looks for the answer to an ask. An id that is this fan's, and of which the basket knows nothing
 * yet, is still in the queue. Anybody else's looks like one that never was. A look begins
 * nothing, so it may be taken after the pass.
 */

export async function showHold(
  reader: HoldReader,
  {
    performance,
    hold,
    pass,
  }: { readonly performance: string; readonly hold: string; readonly pass: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly view: HoldView } | Refusal> {
  const shopper = await recogniseShopper(pass, reader.passKeys, now);
  if (!shopper.ok) return shopper;
  const { onSale, fan } = shopper;
  if (!mayBeHoldOf({ onSale, fan, performance }, hold)) return holdUnknown();
  const basket = await reader.store.basket({ onSale, fan });
  const entry = entryOf(basket, hold);
  const [view] = entry ? await viewHolds(reader, basket, [entry], now) : [];
  return { ok: true, view: view ?? { state: 'pending', hold, performance } };
}

export function holdUnknown(): Refusal {
  return refuse('hold-unknown', 'Use the id exactly as it was given to you, with the pass you asked with.');
}
