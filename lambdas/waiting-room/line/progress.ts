/** Positions that were called together; see `pace/calls.ts`. */
export interface Call {
  /** Milliseconds since the epoch. */
  readonly calledAt: number;
  /** Positions from + 1 to upTo, both included. */
  readonly from: number;
  readonly upTo: number;
  /** Milliseconds since the epoch: a claim after this is late. */
  readonly claimBy: number;
  /** How many of them have been seen to claim; see `showing.ts`. */
  readonly came?: number;
  /** The window is over, and what it taught is learned. */
  readonly over?: true;
}

/** Passes that late and returning fans may claim, given together; see `pace/recalls.ts`. */
export interface Recall {
  /** Milliseconds since the epoch. */
  readonly recalledAt: number;
  /** Milliseconds since the epoch: a claim after this has to ask again. */
  readonly claimBy: number;
  /** Names: `<position>.<number of the pass>`. */
  readonly passes: readonly string[];
}

/** Since when nobody is called, and why; see `pace/halt.ts`. */
export interface Halted {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly why: 'silent' | 'slow' | 'refusing';
}

/** The knowledge of how called fans show up; see `pace/showing.ts`. */
export interface Showing {
  /** How many came within the first 10 s after their call, the next 10 s, …; the last is all that is later. */
  readonly ages: readonly number[];
  /** Called, of windows that are over; and who of them came. */
  readonly called: number;
  readonly came: number;
  /** Milliseconds since the epoch: when the numbers above were right. */
  readonly learnedAt: number;
}

/** A round, and how many shards of its roll it offers to all. */
export interface Round {
  readonly round: number;
  readonly shards: number;
}

/** A round that takes no more joins, and is not drawn yet. */
export interface Closing extends Round {
  /** Its roll is fixed and published: how many stand in it, and which round of the beacon decides, if one does. */
  readonly committed?: { readonly size: number; readonly beacon?: number };
}

/** How far the line has come. Only the pacemaker that holds the lease writes it. */
export interface Progress {
  /** The round that joins go to. */
  readonly open: Round;
  /** In the order of their draws. Only the lobby of a tier is closed while an earlier round waits for its beacon. */
  readonly closing: readonly Closing[];
  /** How many tiers' lobbies are closed; the next one waits for its doors. */
  readonly lobbies: number;
  /** Milliseconds since the epoch: when the last round was closed; 0 before the first. */
  readonly lastClosedAt: number;
  /** Every round there is below this is drawn. */
  readonly drawnRounds: number;
  /** Their numbers: first and last of each stretch. */
  readonly spans: readonly (readonly [number, number])[];
  /** Highest position that exists. */
  readonly drawn: number;
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
  /** Left out: nobody. */
  readonly recalls?: readonly Recall[];
  readonly showing?: Showing;
  readonly halted?: Halted;
  /** Joins as they were last counted, where the proof of work follows them; see `proof-of-work.ts`. */
  readonly joins?: { readonly countedAt: number; readonly total: number; readonly perMinute: number };
  /** Hashes at most for a proof of work now. */
  readonly effort?: number;
  /** The ledger as far as it is written. */
  readonly ledger: LedgerHead;
  /** The commitments to rolls, as far as they are published. */
  readonly rolls: LedgerHead;
  /** How many turns of the levers of its sale are noted; see `note-sale.ts`. Left out: none. */
  readonly sale?: number;
  /** All is over, and the ledger says how it ended. */
  readonly ended?: true;
}

/** How long a chain of entries is, and the hash of the last; the anchor of the seeds before the first. */
export interface LedgerHead {
  readonly n: number;
  /** Hex of 32 bytes. */
  readonly head: string;
}
