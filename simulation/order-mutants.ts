import { dueOf } from '../lambdas/ordering/order/due.ts';
import type { OrderRecord } from '../lambdas/ordering/order/order.ts';
import { type Mutant, stores } from './mutant.ts';

type OwedRefund = OrderRecord['payment']['owed'];

/** Guards of what an order still owes to somebody. */
export const orderMutants = {
  'due-unvoided': {
    takes: 'nobody comes back to an order only because its money was not let go of',
    breaches: ['O1', 'answered'],
    foundBy: 3,
    kind: { ordersAreLeft: true, frail: 'tender' },
    spoils: stores(({ orders }) => {
      const { get } = orders;
      const isDueWithout = ({ payment: { unvoided: _, ...payment }, ...order }: OrderRecord) =>
        dueOf({ ...order, payment }) !== undefined;
      return {
        orders: {
          ...orders,
          async due(now, size) {
            const due = await orders.due(now, size);
            const found = await Promise.all(due.map((id) => get(id)));
            return due.filter((_, at) => found[at] && isDueWithout(found[at]));
          },
        },
      };
    }),
  },
  'change-while-owed': {
    takes: 'an order is changed though a refund of it is still owed',
    breaches: ['O1', 'no fault'],
    foundBy: 20,
    kind: { isRestless: true, frail: 'settler', frailPerCall: 0.3 },
    spoils: () => {
      // Fans and staff do not see it. Those who pay it back do.
      const hidden = new Map<string, OwedRefund>();
      return {
        api: (api) => ({
          ...api,
          orders: {
            ...api.orders,
            async get(id) {
              const order = await api.orders.get(id);
              const { owed, ...payment } = order?.payment ?? {};
              hidden.set(id, owed);
              return order && ({ ...order, payment } as OrderRecord);
            },
            write(order) {
              const owed = hidden.get(order.id);
              const { payment } = order;
              return api.orders.write(owed && !payment.owed ? { ...order, payment: { ...payment, owed } } : order);
            },
          },
        }),
      };
    },
  },
  'given-back-all': {
    takes: 'which tickets are given back is forgotten: all seats of the order go',
    breaches: ['O1', 'S5', 'S6', 'answered'],
    kind: { givesSome: true },
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          if (order.changing?.kind !== 'cancel') return orders.write(order);
          const { tickets: _, ...changing } = order.changing;
          return orders.write({ ...order, changing });
        },
      },
    })),
  },
  'choice-stays': {
    takes: 'a choice stays open though a date was chosen: the money waits for it as well',
    breaches: ['O1'],
    foundBy: 18,
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          const { choices } = (await orders.get(order.id)) ?? {};
          const isChosen = choices?.some(({ performance }) =>
            order.items.some(({ insteadOf }) => insteadOf === performance),
          );
          return orders.write(choices && isChosen ? { ...order, choices } : order);
        },
      },
    })),
  },
} as const satisfies Readonly<Record<string, Mutant>>;
