import type { OrderRecord } from './order.ts';

/**
 * Says that an order has new tickets, so that they are sent: after it was confirmed or exchanged, or tickets had to
 * be issued again. At least once for each; may be called again with the same tickets.
 */
export type Announce = (order: OrderRecord) => Promise<void>;
