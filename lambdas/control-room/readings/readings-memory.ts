import {
  type HouseReadings,
  type LineReadingsFile,
  type OrderReadingsFile,
  readingsPath,
  stepOf,
} from '../../../contracts/readings.ts';

/*
 * The readings as a warm handler remembers them. A file that was written in this step of the clock is the newest there
 * will be until the next one begins, so twenty who look cost one read. An older one is asked for again after a second:
 * its writer may be on the way, or nobody writes.
 */

/** What reads a file of the bucket; undefined if there is none. */
export type ReadReadings = <File>(path: string) => Promise<File | undefined>;

export interface ReadingsMemory {
  readonly line: (onSale: string, now: number) => Promise<LineReadingsFile | undefined>;
  readonly house: (onSale: string, now: number) => Promise<HouseReadings | undefined>;
  readonly orders: (onSale: string, now: number) => Promise<OrderReadingsFile | undefined>;
}

const askAgainMs = 1000;

/** On-sales of a season at most; a file is some kilobytes. */
const most = 100;

export function rememberReadings(read: ReadReadings): ReadingsMemory {
  return {
    line: remembered(read, readingsPath.line, ({ now }: LineReadingsFile) => now.writtenAt),
    house: remembered(read, readingsPath.house, ({ countedAt }: HouseReadings) => countedAt),
    orders: remembered(read, readingsPath.orders, ({ now }: OrderReadingsFile) => now.countedAt),
  };
}

function remembered<File>(read: ReadReadings, pathOf: (onSale: string) => string, writtenAt: (file: File) => number) {
  const known = new Map<string, { readonly file: Promise<File | undefined>; readonly readAt: number }>();
  const isFresh = (file: File | undefined, readAt: number, now: number) =>
    (file !== undefined && stepOf(writtenAt(file)) >= stepOf(now)) || now - readAt < askAgainMs;
  return async (onSale: string, now: number): Promise<File | undefined> => {
    const last = known.get(onSale);
    if (last) {
      const file = await last.file;
      if (isFresh(file, last.readAt, now)) return file;
    }
    // Who came meanwhile has asked already.
    const other = known.get(onSale);
    if (other && other !== last) return other.file;
    const file = read<File>(pathOf(onSale));
    known.delete(onSale);
    known.set(onSale, { file, readAt: now });
    // A look that failed is not remembered.
    file.catch(() => known.delete(onSale));
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return file;
  };
}
