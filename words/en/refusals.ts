import type { RefusalCode } from '../../contracts/refusals.ts';

/** What the platform can answer to a fan who holds, pays for and gives back seats. */
export type ShopRefusal = Extract<
  RefusalCode,
  | 'bad-request'
  | 'pass-missing'
  | 'pass-forged'
  | 'pass-expired'
  | 'pass-elsewhere'
  | 'performance-unknown'
  | 'hold-unknown'
  | 'hold-sold'
  | 'slip-forged'
  | 'slip-elsewhere'
  | 'slip-lapsed'
  | 'payment-method-unavailable'
  | 'idempotency-key-reused'
  | 'order-unknown'
  | 'order-key-wrong'
  | 'place-given-up'
  | 'nothing-held'
  | 'timer-extended'
  | 'concession-unknown'
  | 'order-not-changeable'
  | 'ticket-used'
  | 'seats-not-exchangeable'
>;

export interface Said {
  readonly title: string;
  readonly detail: string;
}

export type RefusalWords = { readonly [code in RefusalCode]?: Said };

/**
 * Why the platform said no, where a page of the shop can meet it. The platform speaks English, in words that fit
 * the very request, so English has nothing to say in its stead.
 */
export const refusalWords: RefusalWords = {};
