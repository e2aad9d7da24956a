import type { OrderView } from '../../contracts/order.ts';
import type { Answer, Browser } from '../api.ts';
import { readOrder } from '../order/order-api.ts';
import type { Page } from '../page.tsx';
import { type Exchange, exchangedLine, type HallState } from './hall-state.ts';
import { exchangeSeats } from './seats-api.ts';

/*
 * A fan who came from an order to exchange seats of it: no pass is asked for, the order's key is enough. Until the
 * house has answered, the seats they have stay theirs.
 */

/** The exchange that the address asks for; undefined: the fan came to buy. */
export function exchangeAsked(
  asked: (name: string) => string | undefined,
  keyOf: (order: string) => string | undefined,
): Exchange | undefined {
  const order = asked('exchange');
  const hold = asked('hold');
  if (order === undefined || hold === undefined) return undefined;
  return { order, hold, key: keyOf(order), from: [], asking: false };
}

export async function openExchange(page: Page<HallState>, browser: Browser): Promise<void> {
  const { exchange } = page.state();
  if (exchange?.key === undefined) return;
  const answer = await readOrder(browser, exchange.order, exchange.key);
  if (!answer.ok) {
    page.turn({ exchange: { ...exchange, trouble: answer.trouble } });
    return;
  }
  page.turn({ exchange: { ...exchange, view: answer.body, trouble: undefined } });
  const seats = exchangedLine(page.state())?.seats.map(({ id }) => id) ?? [];
  page.turn({ exchange: { ...exchange, view: answer.body, trouble: undefined, from: seats } });
}

/** Seats given back or kept: one fewer to pick, or one more. */
export function toggleGiven(page: Page<HallState>, seat: string): void {
  const { exchange, picks } = page.state();
  if (!exchange) return;
  const from = exchange.from.includes(seat) ? exchange.from.filter((id) => id !== seat) : [...exchange.from, seat];
  page.turn({ exchange: { ...exchange, from, trouble: undefined }, picks: picks.slice(0, from.length) });
}

/** Undefined if there is nothing to ask yet. */
export async function confirmExchange(page: Page<HallState>, browser: Browser): Promise<Answer<OrderView> | undefined> {
  const { exchange, picks } = page.state();
  if (exchange?.key === undefined || exchange.asking || picks.length === 0) return undefined;
  if (picks.length !== exchange.from.length) return undefined;
  page.turn({ exchange: { ...exchange, asking: true, trouble: undefined } });
  const body = { hold: exchange.hold, from: [...exchange.from], to: [...picks] };
  const answer = await exchangeSeats(browser, exchange.order, exchange.key, body);
  if (!answer.ok) page.turn({ exchange: { ...exchange, asking: false, trouble: answer.trouble } });
  return answer;
}
