import { type Behind, KeptItems, neverBehind } from '../../foundation/kept-items.ts';
import { type RollStore, type RoundKey, type Shard, type ShardKey, whyNot } from './roll-store.ts';

/** The roll store in memory. */
export function rollTwin(behind: Behind = neverBehind): RollStore {
  const shards = new KeptItems<Shard>(behind);
  const allocs = new KeptItems<{ readonly next: number; readonly sealed: boolean }>(behind);
  const nothing: Shard = { marks: [], sealed: false };
  const nameOf = ({ onSale, round, shard }: ShardKey) => `${onSale}#${round}#${shard}`;
  const roundOf = ({ onSale, round }: RoundKey) => `${onSale}#${round}`;
  const shardOf = (key: ShardKey) => shards.get(nameOf(key)) ?? nothing;
  const recentShard = (key: ShardKey) => shards.recent(nameOf(key)) ?? nothing;
  const allocOf = (round: RoundKey) => allocs.get(roundOf(round)) ?? { next: round.offered, sealed: false };
  return {
    async append(key, mark, cap) {
      const shard = shardOf(key);
      if (shard.sealed || shard.marks.length >= cap || shard.marks.includes(mark)) return whyNot(shard, mark, cap);
      shards.set(nameOf(key), { ...shard, marks: [...shard.marks, mark] });
      return { how: 'appended', index: shard.marks.length };
    },
    read: async (key, age) => (age === 'latest' ? shardOf(key) : recentShard(key)),
    readMany: async (onSale, round, numbers) => numbers.map((shard) => recentShard({ onSale, round, shard })),
    async seal(key) {
      const { marks } = shardOf(key);
      shards.set(nameOf(key), { marks, sealed: true });
      return marks;
    },
    async allocate(round) {
      const alloc = allocOf(round);
      if (alloc.sealed) return 'sealed';
      allocs.set(roundOf(round), { ...alloc, next: alloc.next + 1 });
      return alloc.next;
    },
    allocated: async (round) => (allocs.recent(roundOf(round)) ?? { next: round.offered }).next,
    async sealAllocation(round) {
      const { next } = allocOf(round);
      allocs.set(roundOf(round), { next, sealed: true });
      return next;
    },
  };
}
