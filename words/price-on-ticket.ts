import { priceInCode } from '../rules/ticket-price.ts';
import type { TicketsWords } from './en/tickets.ts';
import type { Money } from './money.ts';

/** What a ticket's code says of its price, in one line; undefined for a ticket of before codes said so. */
export function priceOnTicket(code: string, words: TicketsWords, money: Money): string | undefined {
  const said = priceInCode(code);
  if (!said) return undefined;
  const { price, currency, unpaid, limit } = said;
  return [
    price === 0 ? words.free : words.price(money(price, currency)),
    ...(unpaid ? [words.unpaid] : []),
    ...(limit === undefined ? [] : [words.limit(limit)]),
  ].join(' · ');
}
