import type { HouseAsk } from '../../../../contracts/house.ts';
import type { OrderRequest } from '../../../../contracts/order.ts';
import type { PerformanceAct } from '../../../../contracts/performance-acts.ts';
import type { Message } from '../../../../lambdas/foundation/mail.ts';
import { placeOrder } from '../../../../lambdas/ordering/buy/place-order.ts';
import { settleOrder } from '../../../../lambdas/ordering/buy/settle-order.ts';
import { tendOrders } from '../../../../lambdas/ordering/buy/tend-orders.ts';
import { doorTwin } from '../../../../lambdas/ordering/door/door.twin.ts';
import { followTwin } from '../../../../lambdas/ordering/follow/follow.twin.ts';
import { type FollowActsDeps, followActs } from '../../../../lambdas/ordering/follow/follow-acts.ts';
import { tellBuyer } from '../../../../lambdas/ordering/mail/tell-buyer.ts';
import type { OrderRecord } from '../../../../lambdas/ordering/order/order.ts';
import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import { sandboxCard } from '../../../../lambdas/ordering/payment/sandbox-card.ts';
import { type Around, through, wasKilled } from '../../../interrupted.ts';
import { fakeHouse, inputOf, now, portsOf, requestOf, slipOf } from '../small-stage.ts';

/* A small stage whose orders follow what became of their performances: house, door, post and clocks. */

export const card = { method: 'sandbox-card', card: 'approved' } as const;
const minute = 60_000;

/** A stage whose every call goes through `around`; the mail's do not. */
export function openStage(around: Around = (call) => call(), house = fakeHouse()) {
  const acts: PerformanceAct[] = [];
  const door = doorTwin();
  const letters: Message[] = [];
  const announced: string[] = [];
  const refunds = new Map<string, number>();
  const store = orderTwin();
  const follow = followTwin();
  let clock = now;
  const port = {
    ...sandboxCard,
    refund: async ({ order, name, amount }: { order: string; name: string; amount: number }) => {
      refunds.set(`${order} ${name}`, amount);
      return undefined;
    },
  };
  const ports = portsOf({
    store: through(store, around),
    door: through(door, around),
    payments: new Map([
      ['sandbox-card', { ...through(port, around), objection: port.objection }] as const,
      ['box-office', portsOf().payments.get('box-office') as typeof port] as const,
    ]),
    ...through(
      {
        askHouse: house.ask,
        announce: async ({ id }: OrderRecord) => {
          announced.push(id);
        },
      },
      around,
    ),
  });
  const deps = { ...ports, follow: through(follow, around), acts: async () => acts } satisfies FollowActsDeps;
  const mail = {
    store,
    keys: ports.keys,
    send: async (_: string, message: Message) => {
      letters.push(message);
      return 'sent' as const;
    },
    draw: async () => new Uint8Array(),
    findHead: async () => undefined,
    findBoxOffice: async () => undefined,
    findPerformance: ports.findPerformance,
    site: 'https://tickets.example.org',
  };
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      if (!wasKilled(error)) throw error;
    }
  };
  /** The answer of a house that knows of the act: it sells nothing of a performance that was cancelled. */
  const isOff = (ask: HouseAsk) => acts.some((act) => act.act === 'cancel' && act.performance === ask.performance);
  const stage = {
    acts,
    house,
    door,
    letters,
    refunds,
    store,
    follow,
    deps,
    now: () => clock,
    async buy(key: string, holds: Readonly<Record<string, string>>, payment: OrderRequest['payment'] = card) {
      const slips = Object.entries(holds).map(([hold, performance]) => slipOf(hold, { performance }));
      const placed = await placeOrder(
        ports,
        inputOf([], { idempotencyKey: key, request: requestOf(slips, payment) }),
        clock,
      );
      if (!placed.ok) throw new Error(placed.detail);
      return { id: placed.order.order, key: placed.order.key };
    },
    async settle() {
      for (const answer of house.news())
        await attempt(() => {
          const ask = house.asked.find((one) => one.ask === 'sell' && one.hold === answer.hold);
          const isLost = answer.outcome === 'sold' && ask && isOff(ask) && !house.seatsOf.has(`before ${answer.hold}`);
          return settleOrder(
            ports,
            isLost ? { ...answer, outcome: 'lost', why: 'performance-cancelled' } : answer,
            clock,
          );
        });
    },
    async post() {
      for (const id of announced.splice(0)) await tellBuyer(mail, id, clock);
    },
    jump(ms: number) {
      clock += ms;
    },
    async minutes(count: number) {
      for (let nth = 0; nth < count; nth++) {
        clock += minute;
        await attempt(async () => {
          const { failed } = await followActs(deps, () => clock, clock + minute);
          const fault = failed.find(({ error }) => !wasKilled(error));
          if (fault) throw fault.error;
        });
        await stage.settle();
        await attempt(() => tendOrders(ports, () => clock, clock + minute));
        await stage.settle();
        await stage.post();
      }
    },
    async order(id: string) {
      const order = await store.get(id);
      if (!order) throw new Error('the order is gone');
      return order;
    },
  };
  return stage;
}
