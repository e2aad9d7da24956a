import type { HoldView } from '../../../contracts/house.ts';
import { type AskedHold, askedFor, isOver } from '../house/ask-book.ts';
import { entryOf } from '../house/basket.ts';
import type { BasketKey } from '../house/basket-record.ts';
import type { HouseStore } from '../house/house-store.ts';
import { lostView } from './hold-view.ts';
import { type HoldReader, viewHolds } from './view-holds.ts';

export interface AskReader extends HoldReader {
  readonly store: HoldReader['store'] & Pick<HouseStore, 'baskets' | 'askBook'>;
}

/**
 * The view of a hold that was asked for. Until the house has answered it is pending. At the end of its time it is lost, or
 * lapsed if the basket has it without its seats: from then on the house decides nothing that would go against this. That is
 * said only by a basket and by sections that are not behind.
 */
export async function viewAsked(
  reader: AskReader,
  { onSale, fan, performance, hold }: BasketKey & { readonly performance: string; readonly hold: string },
  asked: AskedHold,
  now: number,
): Promise<HoldView> {
  const key = { onSale, fan };
  const ended = isOver(asked, now);
  const [basket] = ended ? await reader.store.baskets([key]) : [await reader.store.basket(key)];
  const entry = basket && entryOf(basket, hold);
  const [view] = entry ? await viewHolds(reader, basket, [entry], now, { isOver: ended }) : [];
  if (view) return view;
  if (!ended) return { state: 'pending', hold, performance };
  return lostView({ hold, performance });
}

/**
 * The holds of a basket without those that came to nothing, as each of them by itself is shown. Only the book of asks knows how
 * old a pending one is, so it is read where there is one.
 */
export async function withoutEnded(
  reader: AskReader,
  key: BasketKey,
  views: readonly HoldView[],
  now: number,
): Promise<readonly HoldView[]> {
  if (views.every(({ state }) => state !== 'pending')) return views;
  const book = await reader.store.askBook(key);
  const shown = await Promise.all(
    views.map((view) => {
      const asked = view.state === 'pending' ? askedFor(book, view.hold) : undefined;
      return asked ? viewAsked(reader, { ...key, performance: view.performance, hold: view.hold }, asked, now) : view;
    }),
  );
  return shown.filter(({ state }) => state !== 'refused' && state !== 'lapsed');
}
