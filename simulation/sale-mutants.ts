import type { SaleTurnFile } from '../contracts/sale-levers.ts';
import type { SectionRecord } from '../lambdas/seating/house/house-store.ts';
import { decodeSection, encodeSection } from '../lambdas/seating/house/section-codec.ts';
import { type Mutant, stores } from './mutant.ts';

/** Guards of the levers of a sale, and of the ledger that tells them. */
export const saleMutants = {
  'stop-unread': {
    takes: 'a house goes on selling what staff stopped',
    breaches: ['S7'],
    foundBy: 7,
    kind: { turnsSale: true },
    spoils: () => ({
      allocator: (allocator) => ({ ...allocator, books: { ...allocator.books, isStopped: async () => false } }),
    }),
  },
  'limit-unread': {
    takes: 'a house goes by the limit that was published, whatever staff turned',
    breaches: ['S4'],
    foundBy: 11,
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
    foundBy: 20,
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
  'release-forgotten': {
    takes: 'every other section of a release is not written, and it is noted as carried out',
    breaches: ['S8'],
    foundBy: 7,
    kind: { turnsSale: true },
    spoils: stores(({ seats }) => {
      let freed = 0;
      return {
        seats: {
          ...seats,
          async writeSection(section) {
            const [standing] = await seats.sections([section], 'latest');
            const blocked = standing ? decodeSection(standing.data).blocked.length : 0;
            if (!standing || decodeSection(section.data).blocked.length >= blocked) return seats.writeSection(section);
            freed += 1;
            return freed % 2 === 0 ? { ok: true } : seats.writeSection(section);
          },
        },
      };
    }),
  },
  'set-aside-given': {
    takes: 'a house gives seats that are set aside',
    breaches: ['S8'],
    foundBy: 2,
    kind: { turnsSale: true },
    spoils: () => ({
      allocator: (allocator) => {
        const open = (records: readonly SectionRecord[]) =>
          records.map((one) => ({ ...one, data: encodeSection({ ...decodeSection(one.data), blocked: [] }) }));
        const { store } = allocator;
        const wholeHouse: typeof store.wholeHouse = async (performance, age) => {
          const whole = await store.wholeHouse(performance, age);
          return whole && { ...whole, sections: open(whole.sections) };
        };
        return { ...allocator, store: { ...store, wholeHouse } };
      },
    }),
  },
  'told-again': {
    takes: 'the line forgets which turns of its sale it noted',
    breaches: ['W7'],
    kind: { turnsSale: true },
    spoils: stores(({ lines }) => ({
      lines: {
        ...lines,
        async write(line, changes) {
          if (!changes.progress) return lines.write(line, changes);
          const { sale: _, ...progress } = changes.progress;
          return lines.write(line, { ...changes, progress });
        },
      },
    })),
  },
  'told-in-part': {
    takes: 'a turn is not published with its number, and nobody makes that good',
    breaches: ['W7'],
    kind: { turnsSale: true },
    spoils: () => ({
      files: (files) => ({
        ...files,
        async writeIf(path, file, cacheControl, tag) {
          // The third turn alone.
          if (path.endsWith('/sale/3.json')) return { ok: true, tag: '' };
          return files.writeIf(path, file, cacheControl, tag);
        },
      }),
    }),
  },
  'told-by-name': {
    takes: 'a turn is published with who turned it',
    breaches: ['W7'],
    kind: { turnsSale: true },
    spoils: () => ({
      files: (files) => ({
        ...files,
        writeIf(path, file, cacheControl, tag) {
          if (!/\/sale\/\d+\.json$/.test(path)) return files.writeIf(path, file, cacheControl, tag);
          const { detail, ...turn } = file as SaleTurnFile;
          const named = { ...turn, detail: { ...detail, by: 'ops@example.org' } };
          return files.writeIf(path, named, cacheControl, tag);
        },
      }),
    }),
  },
} as const satisfies Readonly<Record<string, Mutant>>;
