/*
 * What a ticket says of its price. It stands under the signature of its code, so whoever is offered the ticket later
 * reads what the house took for the seat. It is of the moment when the ticket was issued, and names nobody. A price is all that was
 * asked for: the platform adds no fees.
 */

/** In the signed content of a code. Tickets of before it was said have none of it. */
export interface SaidOfPrice {
  /** The on-sale. */
  readonly n?: string;
  /** Currency, ISO 4217. */
  readonly c?: string;
  /** Minor units. */
  readonly v?: number;
  /** Seats that one fan could have in that on-sale, as it was published. */
  readonly l?: number;
  /** The box office had still to be paid. */
  readonly u?: 1;
}

export interface TicketPrice {
  readonly onSale: string;
  readonly currency: string;
  /** Minor units. */
  readonly price: number;
  readonly limit?: number;
  readonly unpaid?: true;
}

/** Of the content of a code, by whomever it was read; undefined if nothing is said of a price. */
export function priceSaid(said: SaidOfPrice): TicketPrice | undefined {
  const { n: onSale, c: currency, v: price, l: limit, u } = said;
  if (typeof onSale !== 'string' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return undefined;
  if (!Number.isSafeInteger(price) || (price as number) < 0) return undefined;
  return {
    onSale,
    currency,
    price: price as number,
    ...(Number.isSafeInteger(limit) && { limit: limit as number }),
    ...(u === 1 && { unpaid: true as const }),
  };
}

/** What a code says. Checks no signature: for pages and tickets that have the code from the platform itself. */
export function priceInCode(code: string): TicketPrice | undefined {
  const [, payload] = /^t1\.([A-Za-z0-9_-]{1,4096})\./.exec(code) ?? [];
  if (payload === undefined) return undefined;
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof said === 'object' && said !== null ? priceSaid(said as SaidOfPrice) : undefined;
  } catch {
    // No code of ours.
    return undefined;
  }
}
