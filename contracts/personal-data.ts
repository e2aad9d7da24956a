import { z } from 'zod';
import { orderAudit, orderMail } from './order.ts';

/** Body of `find-person`. */
export const personSearch = z.strictObject({
  email: z.email('type an e-mail address such as ada@example.org').max(254),
  from: z.string().max(60).optional().describe('`next` of the answer before; the beginning of the book if left out.'),
});
export type PersonSearch = z.infer<typeof personSearch>;

/** Why the person of an order cannot be erased now. `to-come`: its tickets are still good; it is done if that is said. */
export const keptWhy = z.enum(['unfinished', 'to-come']);
export type KeptWhy = z.infer<typeof keptWhy>;

/** Answer to `find-person`: all that is kept with the orders of one address. */
export const personFound = z
  .object({
    orders: z
      .array(
        z
          .object({
            ...orderAudit.unwrap().shape,
            fan: z.string().describe('Who ordered it, within this on-sale: a keyed hash.'),
            mails: z.array(orderMail).readonly().describe('The oldest first.'),
            kept: keptWhy.exactOptional().describe('Why its person cannot be erased now.'),
          })
          .readonly(),
      )
      .readonly(),
    next: z.string().exactOptional().describe('The book goes on: ask again with it.'),
  })
  .readonly();
export type PersonFound = z.infer<typeof personFound>;
