import { published } from '../contracts/paths.ts';
import type { OpenHouses, Stock } from '../contracts/stock.ts';
import type { Progress } from '../lambdas/waiting-room/line/progress.ts';
import { type Mutant, stores } from './mutant.ts';
import type { Spoils } from './stage/platform.ts';
import type { StagePublisher } from './stage/published-files.ts';

const isHouses = (path: string): boolean => path === published.openHouses();
const isStock = (path: string): boolean =>
  path.startsWith('/stock/') && !isHouses(path) && !path.startsWith('/stock/performances/');
const isBoard = (path: string): boolean => path.endsWith('/board.json');

/** The count as those who read it take it to be. */
const readsStock = (taken: (stock: Stock) => Stock | undefined): (() => Spoils) => {
  return () => ({
    files: (files) => ({
      ...files,
      async read<File>(path: string) {
        const file = await files.read<File>(path);
        return isStock(path) && file ? (taken(file as unknown as Stock) as File | undefined) : file;
      },
    }),
  });
};

/** Files are written otherwise. */
const writes =
  (change: (path: string, file: unknown) => unknown) =>
  (files: StagePublisher): StagePublisher => ({
    ...files,
    write: (path, file, cacheControl) => files.write(path, change(path, file), cacheControl),
    writeIf: (path, file, cacheControl, tag) => files.writeIf(path, change(path, file), cacheControl, tag),
  });

/** Guards of the count of seats, and of what the line makes of it. */
export const stockMutants = {
  'count-unread': {
    takes: 'the line calls whatever is counted',
    breaches: ['stock', 'W6'],
    foundBy: 4,
    kind: { isCounted: true },
    spoils: readsStock(() => undefined),
  },
  'count-old': {
    takes: 'a count is believed however old it is',
    breaches: ['stock'],
    kind: { isCounted: true },
    spoils: readsStock((stock) => ({ ...stock, countedAt: Number.MAX_SAFE_INTEGER })),
  },
  'count-again': {
    takes: 'those who were called and may still come are not counted against the free seats',
    breaches: ['stock'],
    foundBy: 2,
    kind: { isCounted: true },
    spoils: readsStock((stock) => ({ ...stock, free: stock.free > 0 ? stock.free + 1000 : 0 })),
  },
  'halt-for-good': {
    takes: 'a halt does not end by itself',
    breaches: ['W6', 'stock'],
    foundBy: 2,
    kind: { isCounted: true },
    spoils: stores(({ lines }) => {
      let halted: Progress['halted'];
      return {
        lines: {
          ...lines,
          write(line, changes) {
            halted ??= changes.progress?.halted;
            const progress = changes.progress && halted ? { ...changes.progress, halted } : changes.progress;
            return lines.write(line, progress ? { ...changes, progress } : changes);
          },
        },
      };
    }),
  },
  'seats-come-back': {
    takes: 'seats that come back are not counted as free',
    breaches: ['stock', 'W6'],
    foundBy: 15,
    kind: { isCounted: true },
    spoils: () => {
      let free = Number.POSITIVE_INFINITY;
      return {
        files: writes((path, file) => {
          if (!isStock(path)) return file;
          const stock = file as Stock;
          free = Math.min(free, stock.free);
          return { ...stock, free, held: stock.held + stock.free - free };
        }),
      };
    },
  },
  'held-is-gone': {
    takes: 'a line whose last seats lie in baskets is said to be sold out',
    breaches: ['stock'],
    kind: { isCounted: true },
    spoils: () => ({
      files: writes((path, file) =>
        isBoard(path) && Reflect.get(file as object, 'halt') === 'baskets'
          ? { ...(file as object), phase: 'sold-out' }
          : file,
      ),
    }),
  },
  'date-unmet': {
    takes: 'a date that is added is not counted',
    breaches: ['stock', 'W6'],
    foundBy: 7,
    kind: { isCounted: true },
    spoils: () => {
      let first: OpenHouses | undefined;
      return {
        files: (files) => ({
          ...files,
          async read<File>(path: string) {
            const file = await files.read<File>(path);
            if (!isHouses(path) || !file) return file;
            first ??= file as unknown as OpenHouses;
            return first as unknown as File;
          },
        }),
      };
    },
  },
} as const satisfies Readonly<Record<string, Mutant>>;
