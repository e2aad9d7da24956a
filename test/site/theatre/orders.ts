import { api } from '../../../contracts/api.ts';
import type { OrderView, StaffAct } from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import type { OrderRecord } from '../../../lambdas/ordering/order/order.ts';
import { orderKeyOf } from '../../../lambdas/ordering/order/order-id.ts';
import { viewOf } from '../../../lambdas/ordering/order/order-view.ts';
import { keys } from '../../../simulation/stage/platform.ts';
import type { Theatre } from './theatre.ts';

/** The orders of a theatre, the newest first. */
export async function ordersOf({ stage }: Theatre): Promise<readonly OrderRecord[]> {
  return (await stage.platform.stores.orders.page(1000)).orders;
}

/** The newest. */
export async function orderOf(theatre: Theatre): Promise<OrderView> {
  const [order] = await ordersOf(theatre);
  if (!order) throw new Error('Nothing was ordered');
  return viewOf(order);
}

export const keyOf = (order: string): string => orderKeyOf(keys.ordering.orderKey, order);

/** Its fan asks for something, as the order's page would. */
export async function askAsFan(
  { stage }: Theatre,
  order: string,
  act: 'cancel' | 'exchange',
  body?: unknown,
): Promise<void> {
  const { status } = await stage.ask('POST', api(`POST orders/{order}/${act}`, { order }).url, {
    headers: { [header.orderKey]: keyOf(order) },
    ...(body !== undefined && { body }),
  });
  if (status !== 202) throw new Error(`${act} was answered ${status}`);
}

/** The box office does something to it, as the order book would. */
export async function actAsStaff({ stage, staffOf }: Theatre, order: string, act: StaffAct): Promise<void> {
  const { status } = await stage.ask('POST', api('POST staff/orders/{order}', { order }).url, {
    headers: staffOf('box-office').headers,
    body: act,
  });
  if (status !== 202) throw new Error(`${act.act} was answered ${status}`);
}

export interface Purchase {
  readonly fan: string;
  readonly performance: string;
  readonly seats: readonly string[];
  /** By seat: the id of its concession. */
  readonly concessions?: Readonly<Record<string, string>>;
  /** Ada Byron if left out. */
  readonly name?: string;
  /** Number of a pretend card, in a theatre with Stripe. Left out, the box office is paid. */
  readonly card?: string;
}

/** Somebody buys these seats and has the tickets. */
export async function buy(
  theatre: Theatre,
  { fan, performance, seats, concessions = {}, name = 'Ada Byron', card }: Purchase,
): Promise<OrderView> {
  const { stage, others, time } = theatre;
  const pass = others.passOf(fan, 'friends');
  const held = await others.hold(pass, performance, { seats: [...seats] }, performance);
  if (held.state !== 'held') throw new Error(`${seats.join(', ')} of ${performance}: ${JSON.stringify(held)}`);
  const { hold, slip } = held;
  const placed = await stage.ask<OrderView>('POST', api('POST orders').url, {
    headers: { [header.pass]: pass, [header.idempotencyKey]: `order-of-${performance}` },
    body: {
      slips: [slip],
      buyer: { name, email: 'ada@example.org' },
      payment: { method: card === undefined ? 'box-office' : 'stripe' },
      concessions: Object.entries(concessions).map(([seat, concession]) => ({ hold, seat, concession })),
    },
  });
  if (placed.status !== 202) throw new Error(`The order was answered ${placed.status}`);
  const { order } = placed.body;
  if (card !== undefined) await theatre.pay(order, card);
  for (;;) {
    const { body } = await stage.ask<OrderView>('GET', api('GET orders/{order}', { order }).url, {
      headers: { [header.orderKey]: keyOf(order) },
    });
    if (body.state === 'confirmed') return body;
    await time.wait(5);
  }
}
