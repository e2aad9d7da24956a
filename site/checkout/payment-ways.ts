import type { OrderRequest } from '../../contracts/order.ts';

/**
 * The ways to pay that the page shows. The deployment says which are offered; where it says nothing the
 * box office always is, and the pretend card on this very machine, where rehearsals run.
 */
export type Payment = OrderRequest['payment'];

const known: readonly Payment['method'][] = ['box-office', 'sandbox-card'];

export function offered(told: readonly string[] | undefined, hostname: string): readonly Payment['method'][] {
  if (told) return known.filter((way) => told.includes(way));
  const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(hostname);
  return here ? known : ['box-office'];
}
