import type { Basket, HouseAsk } from '../../../contracts/house.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { type FindEnded, turnOver } from '../../foundation/ended-passes.ts';
import { passOver } from '../../foundation/read-pass.ts';
import { timerOf } from '../house/basket.ts';
import { countedSeats } from '../house/limit-per-fan.ts';
import { shareOf } from '../house/share.ts';
import { recogniseShopper } from './shopper.ts';
import { basketView } from './show-basket.ts';
import type { AskReader } from './view-asked.ts';

/*
 * A fan asks for more time, once, for everything they hold. They get as long again as the on-sale gives. Every house in
 * which they hold seats is asked to extend them to the same second. The same clock makes the same asks under the same
 * names. So a repeated request, or one from a second device, extends nothing twice. Once it is done, a repeat is shown
 * the clock as it is: a fan who got no answer must not hear a refusal of what they have.
 */

export interface ExtendBasketDeps extends AskReader {
  readonly findEnded: FindEnded;
  /** Puts an ask into the house's queue. */
  readonly ask: (ask: HouseAsk) => Promise<void>;
}

/** The basket with the clock as it will be once the houses have decided; until then `holds` show the old time. */
export async function extendBasket(
  deps: ExtendBasketDeps,
  { pass }: { readonly pass: string | undefined },
  now: number,
): Promise<{ readonly ok: true; readonly basket: Basket } | Refusal> {
  const shopper = await recogniseShopper(pass, deps.passKeys, now);
  if (!shopper.ok) return shopper;
  const { onSale, fan, needs, isOver } = shopper;
  const [basket, rules] = await Promise.all([deps.store.basket({ onSale, fan }), deps.books.rules(onSale, now)]);
  // Those that wait for a bank have a time of their own.
  const live = basket.entries.filter(
    (entry) => entry.state === 'held' && entry.bank === undefined && countedSeats(entry, now) > 0,
  );
  const timer = timerOf(basket, now);
  if (live.some((entry) => 'extended' in entry && entry.extended))
    return { ok: true, basket: await basketView(deps, basket, rules, now) };
  if (isOver) return passOver();
  const ended = await turnOver(deps.findEnded, shopper.pass, now);
  if (ended) return ended;
  if (!timer || !rules) return refuse('nothing-held', 'Choose seats first. If yours ran out, they may still be free.');
  const minutes = needs.includes('more-time') ? 2 * rules.holdMinutes : rules.holdMinutes;
  const lapsesAt = timer.expiresAt + minutes * 60_000;
  const houses = Map.groupBy(live, ({ performance }) => performance);
  await Promise.all(
    [...houses].map(async ([performance, holds]) => {
      const [first] = holds.map(({ hold }) => hold).sort();
      const house = await deps.books.house(performance);
      if (!house) throw new Error(`A basket names the house ${performance}, which is not open`);
      return deps.ask({
        ask: 'extend',
        ...shareOf(house, fan),
        id: `${first}-${lapsesAt / 1000}`,
        performance,
        onSale,
        fan,
        lapsesAt: lapsesAt,
        askedAt: now,
      });
    }),
  );
  const shown = await basketView(deps, basket, rules, now);
  return { ok: true, basket: { ...shown, timer: { lapsesAt: lapsesAt, extendable: false } } };
}
