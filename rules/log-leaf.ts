/** A leaf of the log of heads, as a text: what a board showed, or is about to. */
export interface LogLeaf {
  /** Entries of the ledger that the head is of. */
  readonly n: number;
  /** Commitments that it is of. */
  readonly rolls: number;
  /** 64 hex digits. */
  readonly head: string;
}

/** `<n> <rolls> <head>` */
export const leafText = ({ n, rolls, head }: LogLeaf): string => `${n} ${rolls} ${head}`;

export function readLeaf(text: string): LogLeaf | undefined {
  const [, n, rolls, head] = /^(0|[1-9]\d*) (0|[1-9]\d*) ([0-9a-f]{64})$/.exec(text) ?? [];
  return head === undefined ? undefined : { n: Number(n), rolls: Number(rolls), head };
}

/** Ledger and rolls only grow, so a head is beyond another in one of both numbers, and behind it in none. */
export function isBeyond(one: Omit<LogLeaf, 'head'>, other: Omit<LogLeaf, 'head'>): boolean {
  return one.n >= other.n && one.rolls >= other.rolls && one.n + one.rolls > other.n + other.rolls;
}
