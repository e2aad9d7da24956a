import { type RollStore, type RoundKey, type ShardKey, whyNot } from './roll-store.ts';

/** The roll store in memory. */
export function rollTwin(): RollStore {
  const shards = new Map<string, { marks: string[]; sealed: boolean }>();
  const allocs = new Map<string, { next: number; sealed: boolean }>();
  const nothing = { marks: [] as string[], sealed: false };
  const nameOf = ({ onSale, round, shard }: ShardKey) => `${onSale}#${round}#${shard}`;
  const shardOf = (key: ShardKey) => {
    const shard = shards.get(nameOf(key)) ?? { marks: [], sealed: false };
    shards.set(nameOf(key), shard);
    return shard;
  };
  const allocOf = ({ onSale, round, offered }: RoundKey) => {
    const alloc = allocs.get(`${onSale}#${round}`) ?? { next: offered, sealed: false };
    allocs.set(`${onSale}#${round}`, alloc);
    return alloc;
  };
  const read = (key: ShardKey) => {
    const { marks, sealed } = shards.get(nameOf(key)) ?? nothing;
    return { marks: [...marks], sealed };
  };
  return {
    async append(key, mark, cap) {
      const shard = shardOf(key);
      if (shard.sealed || shard.marks.length >= cap || shard.marks.includes(mark)) return whyNot(shard, mark, cap);
      shard.marks.push(mark);
      return { how: 'appended', index: shard.marks.length - 1 };
    },
    read: async (key) => read(key),
    readMany: async (onSale, round, numbers) => numbers.map((shard) => read({ onSale, round, shard })),
    async seal(key) {
      const shard = shardOf(key);
      shard.sealed = true;
      return [...shard.marks];
    },
    async allocate(round) {
      const alloc = allocOf(round);
      if (alloc.sealed) return 'sealed';
      alloc.next += 1;
      return alloc.next - 1;
    },
    allocated: async (round) => allocOf(round).next,
    async sealAllocation(round) {
      const alloc = allocOf(round);
      alloc.sealed = true;
      return alloc.next;
    },
  };
}
