import { askTimes, type HouseAsk } from '../contracts/house.ts';
import { written } from '../lambdas/foundation/write-outcome.ts';
import { HouseDraft } from '../lambdas/seating/allocate/house-draft.ts';
import { boardMutants } from './board-mutants.ts';
import { lineMutants } from './line-mutants.ts';
import { type Mutant, stores } from './mutant.ts';
import { orderMutants } from './order-mutants.ts';
import { saleMutants } from './sale-mutants.ts';
import { basketsLast, sectionsLast } from './stage/late-writes.ts';
import { stockMutants } from './stock-mutants.ts';

/** All mutants, by name. Long because it is one list of guards. */
export const mutants = {
  'section-version': {
    takes: 'a section is written whatever its version',
    breaches: ['S1', 'S2', 'S3', 'S4', 'S5', 'O1'],
    foundBy: 5,
    spoils: stores(({ seats }) => ({
      seats: {
        ...seats,
        async writeSection(section) {
          const standing = (await seats.sections([section]))[0]?.version ?? 0;
          return seats.writeSection({ ...section, version: standing + 1 });
        },
      },
    })),
  },
  'basket-version': {
    takes: 'a basket is written whatever its version',
    breaches: ['S1', 'S2', 'S3', 'S4', 'S5', 'no fault'],
    foundBy: 10,
    spoils: stores(({ seats }) => ({
      seats: {
        ...seats,
        async writeBasket(basket) {
          const standing = (await seats.basket(basket)).version;
          return seats.writeBasket({ ...basket, version: standing + 1 });
        },
      },
    })),
  },
  'pin-once': {
    takes: 'a fan is pinned to a shard though they are pinned to another',
    breaches: ['W1', 'W4'],
    spoils: stores(({ fans }) => ({
      fans: {
        ...fans,
        async pin(pin, extras) {
          const put = await fans.pin(pin, extras);
          if (!put.ok) await fans.repin(put.fan.pin, pin);
          return { ok: true };
        },
      },
    })),
  },
  'pin-moves': {
    takes: 'a pin is moved wherever it is',
    breaches: ['W1', 'W4'],
    foundBy: 9,
    spoils: stores(({ fans }) => ({
      fans: {
        ...fans,
        async repin(pin, to) {
          const standing = await fans.read(pin.onSale, pin.fan);
          return fans.repin(standing?.pin ?? pin, to);
        },
      },
    })),
  },
  'sealed-shard': {
    takes: 'a sealed shard takes marks on',
    breaches: ['W1', 'W4', 'W5', 'W6'],
    foundBy: 4,
    spoils: () => {
      const sealed = new Map<string, number>();
      return {
        stores: (all) => ({
          ...all,
          rolls: {
            ...all.rolls,
            async append(shard, mark, cap) {
              const appended = await all.rolls.append(shard, mark, cap);
              if (appended.how !== 'sealed') return appended;
              const name = JSON.stringify(shard);
              const index = sealed.get(name) ?? (await all.rolls.read(shard, 'latest')).marks.length;
              sealed.set(name, index + 1);
              return { how: 'appended', index };
            },
          },
        }),
      };
    },
  },
  'unsealed-round': {
    takes: 'shards are given out though the round is sealed',
    breaches: ['W5', 'W6', 'no fault'],
    foundBy: 7,
    spoils: stores(({ rolls }) => {
      const given = new Map<string, number>();
      return {
        rolls: {
          ...rolls,
          async allocate(round) {
            const shard = await rolls.allocate(round);
            if (shard !== 'sealed') return shard;
            const name = `${round.onSale} ${round.round}`;
            const next = given.get(name) ?? (await rolls.allocated(round));
            given.set(name, next + 1);
            return next;
          },
        },
      };
    }),
  },
  'growing-files': {
    takes: 'a file that grows is written whatever stands there',
    breaches: ['W5'],
    foundBy: 4,
    spoils: () => ({
      files: (files) => ({
        ...files,
        async writeIf(path, file, cacheControl) {
          await files.write(path, file, cacheControl);
          return { ok: true, tag: 'whatever' };
        },
      }),
    }),
  },
  'told-before-drawn': {
    takes: 'a roll is not published before its draw',
    breaches: ['W5'],
    spoils: () => ({
      files: (files) => ({
        ...files,
        async write(path, file, cacheControl) {
          if (!/\/rolls\/\d+\.json$/.test(path)) await files.write(path, file, cacheControl);
        },
      }),
    }),
  },
  'line-version': {
    takes: 'the line is written whatever its version',
    breaches: ['W1', 'W2', 'W3', 'W5', 'W6', 'no fault'],
    foundBy: 10,
    spoils: stores(({ lines }) => ({
      lines: {
        ...lines,
        async write(line, changes) {
          const standing = await lines.read(line.facts.onSale);
          return standing && lines.write({ ...line, version: standing.version }, changes);
        },
      },
    })),
  },
  'room-count': {
    takes: 'a pass is granted without being counted',
    breaches: ['W3'],
    spoils: stores(({ shoppers }) => ({ shoppers: { ...shoppers, async count() {} } })),
  },
  'room-parts': {
    takes: 'the pacemaker looks at one part of the room and misses the others',
    breaches: ['W3'],
    foundBy: 3,
    spoils: stores(({ shoppers }) => ({
      shoppers: { ...shoppers, read: (onSale, now) => shoppers.read(onSale, now) },
    })),
  },
  ...lineMutants,
  ...boardMutants,
  ...stockMutants,
  ...orderMutants,
  ...saleMutants,
  'hold-again': {
    takes: 'the allocator does not find the hold that it made before',
    breaches: ['S2', 'S4', 'S5', 'no fault', 'S1', 'S3', 'answered'],
    foundBy: 2,
    spoils: () => ({
      allocator: (allocator) => ({
        ...allocator,
        store: {
          ...allocator.store,
          async baskets(keys) {
            const read = await allocator.store.baskets(keys);
            const asked = new Set(
              (keys as readonly HouseAsk[]).flatMap((ask) => (ask.ask === 'hold' ? [ask.hold] : [])),
            );
            return read.map((basket) => ({
              ...basket,
              entries: basket.entries.filter(({ hold }) => !asked.has(hold)),
            }));
          },
        },
      }),
    }),
  },
  'order-once': {
    takes: 'an order is put though there is one with its id',
    breaches: ['O2'],
    foundBy: 3,
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async put(order) {
          const put = await orders.put(order);
          if (put.ok) return put;
          await orders.write({ ...order, version: put.order.version + 1 });
          return written;
        },
      },
    })),
  },
  'order-version': {
    takes: 'an order is written whatever its version',
    breaches: ['S5', 'O1', 'O2', 'answered', 'no fault'],
    foundBy: 1,
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          const standing = (await orders.get(order.id))?.version ?? 0;
          return orders.write({ ...order, version: standing + 1 });
        },
      },
    })),
  },
  'decided-late': {
    takes: 'the house decides asks that their fans have been told are lost',
    breaches: ['S5'],
    foundBy: 14,
    spoils: () => ({
      during() {
        const times: { decideMs: number } = askTimes;
        const { decideMs } = times;
        times.decideMs = Number.POSITIVE_INFINITY;
        return () => {
          times.decideMs = decideMs;
        };
      },
    }),
  },
  'baskets-first': {
    takes: 'baskets are written after the sections',
    breaches: ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'O1', 'answered', 'no fault'],
    foundBy: 6,
    spoils: () => ({ allocator: (allocator) => ({ ...allocator, store: basketsLast(allocator.store) }) }),
  },
  fences: {
    takes: 'nothing is written before the sections: not what a hold leaves, nor what a sale gains',
    breaches: ['S1', 'S2', 'S4', 'O1'],
    foundBy: 3,
    spoils: () => ({
      during() {
        const { fences } = HouseDraft.prototype;
        HouseDraft.prototype.fences = () => new Map();
        return () => {
          HouseDraft.prototype.fences = fences;
        };
      },
    }),
  },
  'told-last': {
    takes: 'ordering is told before the sections are written',
    breaches: ['S1'],
    foundBy: 121,
    spoils: () => ({ allocator: sectionsLast }),
  },
  'sold-before-captured': {
    takes: 'money is captured as soon as it is authorised',
    breaches: ['O1'],
    spoils: () => ({
      bank: (bank) => ({
        ...bank,
        async authorise(charge, payment, now) {
          const said = await bank.authorise(charge, payment, now);
          if (said.state === 'authorised') await bank.capture({ order: charge.order, amount: charge.amount });
          return said;
        },
      }),
    }),
  },
  void: {
    takes: 'an authorisation is never let go of',
    breaches: ['O1'],
    spoils: () => ({ bank: (bank) => ({ ...bank, async void() {} }) }),
  },
  withdrawn: {
    takes: 'a payment that its bank took back counts as taken',
    breaches: ['O1'],
    foundBy: 9,
    spoils: () => ({
      bank: (bank) => ({
        ...bank,
        async capture(charge) {
          await bank.capture(charge);
          return 'captured';
        },
      }),
    }),
  },
  'withdrawn-seats': {
    takes: 'the seats of a payment that its bank took back are not asked for',
    breaches: ['S6', 'P1', 'answered'],
    foundBy: 18,
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          if (order.state !== 'refused') return orders.write(order);
          const { changing: _, ...forgotten } = order;
          return orders.write(forgotten);
        },
      },
    })),
  },
  untold: {
    takes: 'an order that ends is not remembered as one whose buyer is to be told',
    breaches: ['answered'],
    spoils: stores(({ orders }) => ({
      orders: {
        ...orders,
        async write(order) {
          if (order.state === 'confirmed') return orders.write(order);
          const { untold: _, ...forgotten } = order;
          return orders.write(forgotten);
        },
      },
    })),
  },
  refund: {
    takes: 'nothing is given back',
    breaches: ['O1'],
    spoils: () => ({ bank: (bank) => ({ ...bank, async refund() {} }) }),
  },
  'change-number': {
    takes: 'the number of a change is forgotten: a late one is taken for a new one',
    breaches: ['S1', 'S5', 'S6', 'O1', 'no fault', 'answered'],
    foundBy: 57,
    spoils: () => ({
      allocator: (allocator) => ({
        ...allocator,
        store: {
          ...allocator.store,
          async baskets(keys) {
            const read = await allocator.store.baskets(keys);
            return read.map((basket) => ({
              ...basket,
              entries: basket.entries.map((entry) => {
                if (entry.state !== 'sold') return entry;
                const { change: _, ...unnumbered } = entry;
                return unnumbered;
              }),
            }));
          },
        },
      }),
    }),
  },
  'acts-followed': {
    takes: 'the orders of a performance that was cancelled or moved stay as they were',
    breaches: ['P1'],
    foundBy: 17,
    spoils: stores(({ follow }) => ({
      follow: {
        ...follow,
        async following() {
          const all = Array.from({ length: 6 }, (_, n) => [`evening-${n + 1}`, 9] as const);
          return { ...(await follow.following()), done: Object.fromEntries(all) };
        },
      },
    })),
  },
  'void-mark': {
    takes: 'the tickets of an order that is given back or exchanged are not marked void at the door first',
    breaches: ['S5', 'O1'],
    foundBy: 33,
    spoils: stores(({ door }) => ({
      door: {
        ...door,
        mark: async (performance, ticket, mark) =>
          mark.state === 'void' ? written : door.mark(performance, ticket, mark),
      },
    })),
  },
  'door-once': {
    takes: 'a mark at the door is written over',
    breaches: ['S5'],
    spoils: stores(({ door }) => ({
      door: {
        ...door,
        async mark(performance, ticket, mark) {
          const marked = await door.mark(performance, ticket, mark);
          return marked.ok || marked.mark.state === 'used' ? written : marked;
        },
      },
    })),
  },
} as const satisfies Readonly<Record<string, Mutant>>;

export type MutantName = keyof typeof mutants;
