import type { HoldView } from '../../../contracts/house.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { askedFor } from '../house/ask-book.ts';
import { entryOf } from '../house/basket.ts';
import { mayBeHoldOf } from '../house/hold-id.ts';
import { recogniseShopper } from './shopper.ts';
import { type AskReader, viewAsked } from './view-asked.ts';
import { viewHolds } from './view-holds.ts';

/*
 * A fan looks for the answer to an ask. What the basket does not know yet, or has only half of, is in the book of asks,
 * which says how old it is. Anybody else's hold looks like one that never was. A look begins nothing, so it may be taken after the pass.
 */

export async function showHold(
  reader: AskReader,
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
  if (view && view.state !== 'pending') return { ok: true, view };
  const asked = askedFor(await reader.store.askBook({ onSale, fan }), hold);
  if (!asked) return view ? { ok: true, view } : holdUnknown();
  return { ok: true, view: await viewAsked(reader, { onSale, fan, performance, hold }, asked, now) };
}

export function holdUnknown(): Refusal {
  return refuse('hold-unknown', 'Use the id exactly as it was given to you, with the pass you asked with.');
}
