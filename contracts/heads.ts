/**
 * Heads of a line that somebody saw on its board and kept. A ledger or a roll that is written anew later has another
 * head at the same numbers, so whoever kept one can tell, and show.
 */
export interface SeenHead {
  /** How many entries of the ledger and how many commitments the head is of. */
  readonly n: number;
  readonly rolls: number;
  /** Hex, as the board showed it. */
  readonly head: string;
  /** Milliseconds since the epoch, by the clock of whoever saw it. Absent where that is not known, as of a copied line. */
  readonly seenAt?: number | undefined;
  /** The board's own time, where it was kept. */
  readonly at?: number;
}

/** The file of a reader, `heads.json`; it is published nowhere. */
export interface SeenHeads {
  readonly v: 1;
  readonly onSale: string;
  readonly heads: readonly SeenHead[];
}
