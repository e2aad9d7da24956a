import { createHash } from 'node:crypto';
import type { OrderRequest } from '../../../contracts/order.ts';
import type { Slip } from '../../../contracts/pass.ts';
import { deriveKey, hmac, SigningKey } from '../../foundation/signing.ts';

/*
 * The names of an order. Its id follows from who ordered and the idempotency key they sent, so asking twice names the
 * same order (O2). Only we can compute it, so no one can guess another fan's. The fingerprint of what it asks for says
 * whether a repeat is the same request. The order key is the right to see the order; the reference is the id's short
 * form for the telephone.
 */

/** The keys of ordering, each derived for one purpose from its one secret. */
export interface OrderingKeys {
  readonly orderId: Buffer;
  readonly orderKey: Buffer;
  readonly ticketId: Buffer;
  readonly ticket: SigningKey;
}

export function orderingKeys(secret: string): OrderingKeys {
  return {
    orderId: deriveKey(secret, 'order-id'),
    orderKey: deriveKey(secret, 'order-key'),
    ticketId: deriveKey(secret, 'ticket-id'),
    ticket: new SigningKey(deriveKey(secret, 'ticket')),
  };
}

/** 20 characters: 15 bytes in base64url. */
export function orderIdOf(key: Buffer, onSale: string, fan: string, idempotencyKey: string): string {
  return hmac(key, `${onSale}|${fan}|${idempotencyKey}`).subarray(0, 15).toString('base64url');
}

/** 43 characters: the right to see this order. */
export function orderKeyOf(key: Buffer, order: string): string {
  return hmac(key, order).toString('base64url');
}

/** 20 characters: one ticket a seat of an order; another after each change that the seat came with. */
export function ticketIdOf(key: Buffer, order: string, performance: string, seat: string, change = 0): string {
  const named = `${order}|${performance}|${seat}${change > 0 ? `|${change}` : ''}`;
  return hmac(key, named).subarray(0, 15).toString('base64url');
}

/** 12 characters: the hold of one try to have other seats in place of those of a cancelled performance. */
export function choiceHoldOf(order: string, performance: string, tries: number): string {
  return createHash('sha256').update(`${order}|${performance}|${tries}`).digest().subarray(0, 9).toString('base64url');
}

/**
 * The content of the request, as 43 characters. Holds count by id and in any order: a slip signed again with a newer
 * key is the same slip.
 */
export function fingerprintOf(
  slips: readonly Slip[],
  request: Pick<OrderRequest, 'buyer' | 'payment' | 'concessions' | 'news'>,
): string {
  const { buyer, payment, concessions = [], news } = request;
  const canonical = [
    slips.map(({ hold }) => hold).sort(),
    [buyer.name, buyer.email, buyer.phone ?? ''],
    [payment.method, payment.method === 'sandbox-card' ? payment.card : ''],
    ...(concessions.length > 0
      ? [concessions.map(({ hold, seat, concession }) => `${hold} ${seat} ${concession}`).sort()]
      : []),
    ...(news === undefined ? [] : [{ news }]),
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('base64url');
}

/**
 * 25 letters and digits that neither look nor spell alike. There are no vowels (so no words), no 0 1 2 5 8 beside O I Z
 * S B, and no L. 25^6 is 244 million, so two of 10,000 orders share one in about one season of five; staff see the name
 * beside it.
 */
const speakable = 'BCDFGHJKMNPQRSTVWXYZ34679';

/** e.g. `K7M-4QX`. */
export function referenceOf(order: string): string {
  // 48 bits: the remainder by 25 of each step is even to one in 10^5.
  let rest = createHash('sha256').update(order).digest().readUIntBE(0, 6);
  let letters = '';
  for (let n = 0; n < 6; n++) {
    letters += speakable[rest % speakable.length];
    rest = Math.floor(rest / speakable.length);
  }
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}
