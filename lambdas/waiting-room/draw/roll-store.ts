/** One shard of a round's roll. */
export interface ShardKey {
  readonly onSale: string;
  readonly round: number;
  readonly shard: number;
}

/** The marks of a shard in the order in which they joined. One that is sealed, or full, never changes any more. */
export interface Shard {
  readonly marks: readonly string[];
  readonly sealed: boolean;
}

/**
 * What became of a mark: it stands on the shard now, it stood there already, or it does not stand there and never will.
 * `index` is counted from 0.
 */
export type Appended =
  | { readonly how: 'appended' | 'there'; readonly index: number }
  | { readonly how: 'sealed' | 'full' };

/** The numbers of a round's shards: the first few are offered to all, the others are given out one by one. */
export interface RoundKey {
  readonly onSale: string;
  readonly round: number;
  /** How many shards the round offers to all. */
  readonly offered: number;
}

/** The roll of each round while it is joined: its shards, and which of them are in use. */
export interface RollStore {
  /** Appends a mark to a shard that is neither sealed nor full (`cap` marks), unless it stands there. */
  append(shard: ShardKey, mark: string, cap: number): Promise<Appended>;
  /** The shard as of now (`latest`), or as of a moment ago for half the price. A shard that nobody joined is empty. */
  read(shard: ShardKey, age: 'latest' | 'recent'): Promise<Shard>;
  /** Shards as of a moment ago, in the order asked for. */
  readMany(onSale: string, round: number, shards: readonly number[]): Promise<readonly Shard[]>;
  /** Lets nobody more onto a shard; returns its final marks, the same however often it is sealed. */
  seal(shard: ShardKey): Promise<readonly string[]>;
  /** Gives out the next shard of a round, which the caller fills alone. `sealed`: the round takes no more joins. */
  allocate(round: RoundKey): Promise<number | 'sealed'>;
  /** How many shards the round has, as of a moment ago. */
  allocated(round: RoundKey): Promise<number>;
  /** Gives out no more shards; returns how many the round has, the same however often it is sealed. */
  sealAllocation(round: RoundKey): Promise<number>;
}

/** Whether nothing will ever be appended to it. */
export function isFinal({ marks, sealed }: Shard, cap: number): boolean {
  return sealed || marks.length >= cap;
}

/** Why a mark was refused. Marks are never taken away, so what was in the way still is, also where the shard was read a moment later. */
export function whyNot({ marks, sealed }: Shard, mark: string, cap: number): Appended {
  const index = marks.indexOf(mark);
  if (index >= 0) return { how: 'there', index };
  if (sealed) return { how: 'sealed' };
  if (marks.length >= cap) return { how: 'full' };
  throw new Error('A mark was refused by a shard that has room for it');
}
