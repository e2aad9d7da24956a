import type { OrderRecord } from '../order/order.ts';

/**
 * Says that the buyer of an order is to be written to. It has new tickets, since it was confirmed or exchanged or they
 * had to be issued again; or it is over. At least once for each; may be called again for the same.
 */
export type Announce = (order: OrderRecord) => Promise<void>;
