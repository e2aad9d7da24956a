import type { OrderActor } from '../../../contracts/order.ts';
import { type OrderStep, withAct } from '../order/amend.ts';

/** The buyer is written to about other shows no more. Said again, it was said once. */
export function newsTakenBack(by: OrderActor, now: number, note?: string): OrderStep {
  return (order) => {
    if (!order.news || order.news.takenBackAt !== undefined) return undefined;
    const act = { happenedAt: now, by, act: 'news-taken-back', ...(note !== undefined && { note }) } as const;
    return { ...order, news: { ...order.news, takenBackAt: now }, history: withAct(order.history, act) };
  };
}
