/**
 * The roll of a round: everyone who joined it, once, as a mark. It is fixed, hashed and published before anyone can know
 * the draw of the round, so nobody can add, drop or move a place to steer it.
 *
 * A roll is kept in shards of at most `cap` marks. Eight shards in a row are a *tile*, 1,024 in a row a *bank*; the last
 * of each may be shorter. Every file of a roll is one text of JSON, in the order of fields below, and never changes:
 *
 *     commitment ──hash of each bank──▶ bank ──hash of each tile──▶ tile ──▶ marks
 *         └─ chained to the commitment before, up to the head that the board shows
 *
 * A hash of a file is base64url of SHA-256 over the bytes of its text as published: 43 characters.
 */

/** How a line's rolls are laid out: a fact of the line, in its promise, since it never changes. */
export interface RollLayout {
  /** Marks of one shard at the most. */
  readonly cap: number;
  /** Shards of a tile. */
  readonly tile: number;
  /** Shards of a bank: a multiple of `tile`. */
  readonly bank: number;
}

export const rollLayout: RollLayout = { cap: 40, tile: 8, bank: 1024 };

/** `published.rollTile()`: the marks of consecutive shards, each shard's in the order in which they joined. */
export interface RollTile {
  readonly v: 2;
  readonly onSale: string;
  readonly round: number;
  /** Counted from 0 within the round: its first shard is `tile` × the layout's `tile`. */
  readonly tile: number;
  /** Each mark is base64url of 16 bytes: 22 characters. It names one fan of this line and says nothing about the person. */
  readonly shards: readonly (readonly string[])[];
}

/** `published.rollBank()`: how many marks stand on each shard of a bank, and the hash of each of its tiles. */
export interface RollBank {
  readonly v: 2;
  readonly onSale: string;
  readonly round: number;
  /** Counted from 0 within the round: its first shard is `bank` × the layout's `bank`. */
  readonly bank: number;
  readonly counts: readonly number[];
  readonly tiles: readonly string[];
}

/** `published.rollCommitment()`: the whole roll of a round in a few hashes, and the beacon that will decide its draw. */
export interface RollCommitment {
  readonly v: 2;
  readonly onSale: string;
  readonly round: number;
  /** Counts the line's commitments from 1: one follows another in the order of their draws. */
  readonly n: number;
  /** Hex of the roll head before; before the first commitment it is the chain's anchor. */
  readonly before: string;
  /** Shards, and marks on all of them. */
  readonly shards: number;
  readonly size: number;
  /** The hash of each bank. */
  readonly banks: readonly string[];
  /** Milliseconds since the epoch: when the last shard was sealed, and when this was written. */
  readonly closedAt: number;
  readonly committedAt: number;
  /** The round of the beacon that decides. Left out in a line without a beacon. */
  readonly beacon?: number;
}

/*
 * The roll head after a commitment is hex of SHA-256 over the 64 hex digits of the head before, followed by the UTF-8
 * bytes of the commitment's text. The board's one head is hex of SHA-256 over the 64 hex digits of the ledger's head,
 * followed by the 64 of the roll head.
 */
