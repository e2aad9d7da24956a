import type { DrawnRound, RoundStore } from './round-store.ts';

/** The round store in memory. */
export function roundTwin(): RoundStore {
  const tallies = new Map<string, { count: number; closed: boolean }>();
  const rounds = new Map<string, DrawnRound>();
  const tallyOf = (...key: readonly (string | number)[]) => {
    const tally = tallies.get(key.join('#')) ?? { count: 0, closed: false };
    tallies.set(key.join('#'), tally);
    return tally;
  };
  return {
    async count(onSale, round, shard) {
      const tally = tallyOf(onSale, round, shard);
      if (tally.closed) return 'closed';
      tally.count += 1;
      return tally.count - 1;
    },
    async close(onSale, round, shard) {
      const tally = tallyOf(onSale, round, shard);
      tally.closed = true;
      return tally.count;
    },
    async counts(onSale, round, shards) {
      return Array.from({ length: shards }, (_, shard) => tallies.get([onSale, round, shard].join('#'))?.count ?? 0);
    },
    async draw(drawn) {
      const key = `${drawn.onSale}#${drawn.round}`;
      if (!rounds.has(key)) rounds.set(key, structuredClone(drawn));
      return structuredClone(rounds.get(key) as DrawnRound);
    },
    async drawn(onSale, round) {
      return structuredClone(rounds.get(`${onSale}#${round}`));
    },
  };
}
