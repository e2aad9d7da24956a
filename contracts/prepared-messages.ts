import { z } from 'zod';

/*
 * Messages to everybody in a line that were written beforehand, in every language: words/<language>/prepared-messages.ts.
 * The board says which one stands, and each page has its words.
 */
export const preparedMessages = [
  'short-pause',
  'payments-slow',
  'payments-down',
  'seats-come-back',
  'calls-are-slow',
  'nearly-sold-out',
  'more-dates',
  'doors-later',
  'keep-your-page',
  // Said by the failover switch as well.
  'sold-elsewhere',
] as const;

export const preparedMessage = z.enum(preparedMessages);
export type PreparedMessage = z.infer<typeof preparedMessage>;
