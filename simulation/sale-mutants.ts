import type { Mutant } from './mutant.ts';

/** Guards of the levers of a sale. */
export const saleMutants = {
  'stop-unread': {
    takes: 'a house goes on selling what staff stopped',
    breaches: ['S7'],
    foundBy: 4,
    kind: { turnsSale: true },
    spoils: () => ({
      allocator: (allocator) => ({ ...allocator, books: { ...allocator.books, isStopped: async () => false } }),
    }),
  },
  'limit-unread': {
    takes: 'a house goes by the limit that was published, whatever staff turned',
    breaches: ['S4'],
    foundBy: 5,
    kind: { turnsSale: true },
    spoils: () => ({
      allocator: (allocator) => ({
        ...allocator,
        books: { ...allocator.books, rules: (onSale) => allocator.store.rules(onSale) },
      }),
    }),
  },
  'levers-old': {
    takes: 'a house remembers the levers of a sale for a minute',
    breaches: ['S7', 'S4'],
    foundBy: 6,
    kind: { turnsSale: true },
    spoils: () => ({
      allocator: (allocator) => {
        const { rules, isStopped } = allocator.books;
        const minute = 60_000;
        const old = (now: number) => Math.floor(now / minute) * minute;
        const known = new Map<string, Promise<unknown>>();
        const once = <Value>(key: string, look: () => Promise<Value>): Promise<Value> => {
          const value = known.get(key) ?? look();
          known.set(key, value);
          return value as Promise<Value>;
        };
        return {
          ...allocator,
          books: {
            ...allocator.books,
            rules: (onSale, now) => once(`${onSale} ${old(now)}`, () => rules(onSale, now)),
            isStopped: (onSale, performance, now) =>
              once(`${onSale} ${performance} ${old(now)}`, () => isStopped(onSale, performance, now)),
          },
        };
      },
    }),
  },
} as const satisfies Readonly<Record<string, Mutant>>;
