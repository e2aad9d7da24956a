import type { Cloud } from './cloud.ts';
import type { Stores } from './stores.ts';

/**
 * Reads of many items, as a table answers them. A batch comes back in part, and its rest is asked for again; a query
 * ends at a page, and goes on behind it. So the first items are read a while before the others, and somebody may write
 * in between. Each item is as of some moment of the read, and all of them together are as of none.
 *
 *     first part ─┬─ somebody writes ─┬─ second part ─▶ one answer
 */
export function tornReads(cloud: Cloud, stores: Stores): Stores {
  const { seats, rolls, rounds, ledger } = stores;
  /** Whether this read is torn, and the pause in it. */
  const isTorn = (items: number) => items > 1 && cloud.strikes('torn', cloud.weather.perItem);
  const pause = () => cloud.time.wait(cloud.latency());
  const inTwo = async <Key, Item>(
    keys: readonly Key[],
    read: (keys: readonly Key[]) => Promise<readonly Item[]>,
  ): Promise<readonly Item[]> => {
    if (!isTorn(keys.length)) return read(keys);
    const cut = cloud.chance.whole(1, keys.length - 1);
    const first = await read(keys.slice(0, cut));
    await pause();
    return [...first, ...(await read(keys.slice(cut)))];
  };
  /** `nameOf`: by which the query sorts. */
  const inPages = async <Item>(
    read: () => Promise<readonly Item[]>,
    nameOf: (item: Item) => string | number,
  ): Promise<readonly Item[]> => {
    const first = await read();
    if (!isTorn(first.length)) return first;
    const names = first.map(nameOf).sort((one, other) => (one < other ? -1 : 1));
    const end = names[cloud.chance.whole(0, names.length - 2)] as string | number;
    await pause();
    return [...first.filter((item) => nameOf(item) <= end), ...(await read()).filter((item) => nameOf(item) > end)];
  };
  return {
    ...stores,
    seats: {
      ...seats,
      baskets: (keys) => inTwo(keys, seats.baskets),
      sections: (keys, age) => inTwo(keys, (some) => seats.sections(some, age)),
      async wholeHouse(performance, age) {
        let house: Awaited<ReturnType<typeof seats.wholeHouse>>;
        const read = async () => {
          const whole = await seats.wholeHouse(performance, age);
          // What a house is never changes, and comes on the first page.
          house ??= whole;
          return whole?.sections ?? [];
        };
        const sections = await inPages(read, ({ section }) => section);
        return house && { ...house, sections };
      },
    },
    rolls: {
      ...rolls,
      readMany: (onSale, round, shards) => inTwo(shards, (some) => rolls.readMany(onSale, round, some)),
    },
    rounds: {
      ...rounds,
      banks: (onSale, round) =>
        inPages(
          () => rounds.banks(onSale, round),
          ({ bank }) => bank,
        ),
    },
    ledger: {
      ...ledger,
      async read(onSale, from, to) {
        const middle = Math.floor((from + to) / 2);
        if (!isTorn(to - from + 1)) return ledger.read(onSale, from, to);
        const first = await ledger.read(onSale, from, middle);
        await pause();
        return [...first, ...(await ledger.read(onSale, middle + 1, to))];
      },
    },
  };
}
