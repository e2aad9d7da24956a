import { createHmac } from 'node:crypto';
import type { PretendNews } from './outcome.ts';

/*
 * Stripe's messages: an event as JSON, and a signature over the second it was sent in and its very letters
 * (https://docs.stripe.com/webhooks#verify-manually).
 */

export interface PretendMessage {
  readonly id: string;
  readonly object: 'event';
  readonly api_version: string;
  readonly created: number;
  readonly data: { readonly object: object };
  readonly livemode: false;
  readonly type: string;
}

/** `created` in seconds since the epoch. */
export function messageOf({ kind, object }: PretendNews, id: string, created: number, version: string): PretendMessage {
  return { id, object: 'event', api_version: version, created, data: { object }, livemode: false, type: kind };
}

/** Header `stripe-signature`. `at` in seconds since the epoch. */
export function signatureOf(text: string, secret: string, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${text}`).digest('hex')}`;
}
