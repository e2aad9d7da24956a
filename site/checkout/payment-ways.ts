import type { OrderRequest } from '../../contracts/order.ts';

/**
 * The ways to pay that the page shows. The deployment says which are offered. If it says nothing, the box office is
 * always offered, and the pretend card on this very machine, where rehearsals run.
 */
export type Payment = OrderRequest['payment'];
export type PaymentWay = Payment['method'];

/** The first of those offered is chosen until the fan chooses. */
const known: readonly PaymentWay[] = ['stripe', 'box-office', 'sandbox-card'];

export function offered(told: readonly string[] | undefined, hostname: string): readonly PaymentWay[] {
  if (told) return known.filter((way) => told.includes(way));
  const here = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|.+\.localhost)$/.test(hostname);
  return here ? ['box-office', 'sandbox-card'] : ['box-office'];
}

/** The chosen way: the fan's choice, as long as it is offered. */
export function wayOf(chosen: PaymentWay | undefined, ways: readonly PaymentWay[]): PaymentWay | undefined {
  return chosen !== undefined && ways.includes(chosen) ? chosen : ways[0];
}
