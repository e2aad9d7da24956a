import type { LedgerLine } from '../../../contracts/ledger.ts';
import type { BeaconChain, EntryKind } from '../../../contracts/line.ts';
import type { Dials } from '../../../contracts/line-operation.ts';
import type { Call } from '../pace/calls.ts';
import type { Halted } from '../pace/halt.ts';
import type { Showing } from '../pace/showing.ts';

/** What a line was opened with. Never changes. */
export interface LineFacts {
  readonly onSale: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  /** Of the first tier, as is the roster. */
  readonly entry: EntryKind;
  readonly roster?: string;
  readonly audience: number;
  /** Only with more than one: see `tiersOf`. */
  readonly tiers?: readonly TierFacts[];
  readonly beacon?: BeaconChain;
}

/** One window of the on-sale, with the roster that the published `Tier` keeps silent about. */
export interface TierFacts {
  readonly id: string;
  readonly name: string;
  readonly entry: EntryKind;
  readonly roster?: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  /** The round that is its lobby. */
  readonly round: number;
}

/** An act on the line that is done and not in the ledger yet. */
export type NotedAct = Omit<LedgerLine, 'n'>;

/** A round and the number of its tally shards. */
export interface Round {
  readonly round: number;
  readonly shards: number;
}

/** How far the line has come. Only the pacemaker that holds the lease writes it. */
export interface Progress {
  /** The round that joins go to. */
  readonly open: Round;
  /** A round that takes no more joins and is not drawn yet. */
  readonly closing?: Round & {
    /** With a beacon: when every shard was closed. Milliseconds since the epoch. */
    readonly closedAt?: number;
  };
  /** How many tiers' lobbies are closed; the next one waits for its doors. */
  readonly lobbies: number;
  /** Milliseconds since the epoch: when the last round was closed; 0 before the first. */
  readonly lastClosedAt: number;
  /** Every round there is below this is drawn. */
  readonly drawnRounds: number;
  /** Which those are: first and last of each stretch. */
  readonly spans: readonly (readonly [number, number])[];
  /** Highest position that exists. */
  readonly drawn: number;
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
  readonly showing?: Showing;
  readonly halted?: Halted;
  /** Joins as they were last counted, where the proof of work follows them; see `proof-of-work.ts`. */
  readonly joins?: { readonly at: number; readonly total: number; readonly perMinute: number };
  /** Hashes at most for a proof of work now. */
  readonly effort?: number;
  /** The ledger as far as it is written. */
  readonly ledger: LedgerHead;
}

/** How many entries a ledger has, and the hash of the last; the chain's anchor before the first. */
export interface LedgerHead {
  readonly n: number;
  /** Hex of 32 bytes. */
  readonly head: string;
}

export interface Lease {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export interface Line {
  readonly facts: LineFacts;
  readonly dials: Dials;
  readonly progress: Progress;
  readonly lease?: Lease;
  /** In the order they were done; the pacemaker moves them into the ledger. */
  readonly acts: readonly NotedAct[];
  /** Counts every write. */
  readonly version: number;
}

/** What the pacemaker knows of a line before it reads the line. */
export interface LiveLine {
  readonly onSale: string;
  readonly opensAt: number;
  /** Milliseconds since the epoch: nothing happens to the line after this. */
  readonly until: number;
}

export interface LineStore {
  /** As of now. */
  read(onSale: string): Promise<Line | undefined>;
  /** As of now or of a moment ago, for half the price. */
  glance(onSale: string): Promise<Line | undefined>;
  /** Lists the line among the live ones and puts it if there is none; returns the line that stands. */
  open(line: Line, live: LiveLine): Promise<Line>;
  /** Writes if the line is still at this version; returns the line as written, or undefined if it moved on. */
  write(line: Line, changes: Partial<Pick<Line, 'progress' | 'lease' | 'acts'>>): Promise<Line | undefined>;
  /**
   * Sets only the dials given and notes the acts, whatever else is written at the same time; undefined if there
   * is no such line.
   */
  turn(onSale: string, dials: Partial<Dials>, acts: readonly NotedAct[]): Promise<Dials | undefined>;
  /** The lines whose `until` lies ahead. */
  live(now: number): Promise<readonly LiveLine[]>;
}
