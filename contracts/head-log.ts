/**
 * The log of a line's heads, for witnesses outside the house. Every head that the board shows is a leaf of one Merkle tree
 * (RFC 6962), in the order in which they were shown. A checkpoint is the signed head of that tree, as C2SP's
 * `tlog-checkpoint` has it. A witness that cosigned one (`tlog-cosignature`, v1, Ed25519) cosigns only trees that grow
 * out of it (`tlog-witness`). So whoever shows two histories cannot have both cosigned.
 *
 *     board head ──▶ leaf ──▶ tree ──signed──▶ checkpoint ──witness──▶ cosigned checkpoint
 *
 * A leaf is the text `<n> <rolls> <head>`: how many entries of the ledger and how many commitments the head is of.
 */

/** A line's promise of its log. Left out where the stage keeps none. */
export interface LogPromise {
  /**
   * The key that signs checkpoints, as a vkey of C2SP's `signed-note`. Its name is the origin of the log:
   * `<host of the site>/lines/<on-sale>`.
   */
  readonly key: string;
  /** The witnesses that are asked to cosign, as vkeys. */
  readonly witnesses: readonly string[];
  /** How many of them must have cosigned a checkpoint before it counts as witnessed. 0 where there are none. */
  readonly quorum: number;
}

/** Leaves of one segment. */
export const logSegment = 256;

/** `published.headLog()`: leaves in order. A segment only grows, and never after the next one began. */
export interface HeadLog {
  readonly v: 1;
  readonly onSale: string;
  /** Counted from 0. */
  readonly segment: number;
  readonly leaves: readonly string[];
}

/** `published.checkpoint()`. */
export interface CheckpointFile {
  readonly v: 1;
  readonly onSale: string;
  /** The newest checkpoint: a signed note. */
  readonly note: string;
  /** The newest that witnesses cosigned; and of each number of lobbies that were committed to, the first. */
  readonly cosigned: readonly CosignedNote[];
}

export interface CosignedNote {
  /** So many lobbies were committed to when it was signed. */
  readonly lobbies: number;
  readonly note: string;
}
