import type { Dials } from '../../contracts/line.ts';
import type { Call } from './calls.ts';

/** What a line was opened with. Never changes. */
export interface LineFacts {
  readonly onSale: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly opensAt: number;
  readonly closesAt: number;
  readonly entry: 'members' | 'open';
  readonly roster?: string;
  readonly audience: number;
}

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
  readonly closing?: Round;
  /** Milliseconds since the epoch: when the last round was closed; 0 before the first. */
  readonly lastClosedAt: number;
  /** Every round below this is drawn. */
  readonly drawnRounds: number;
  /** Highest position that exists. */
  readonly drawn: number;
  readonly calledUpTo: number;
  readonly calls: readonly Call[];
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
  write(line: Line, changes: Partial<Pick<Line, 'progress' | 'lease'>>): Promise<Line | undefined>;
  /** Sets only the dials given, whatever else is written at the same time; undefined if there is no such line. */
  turn(onSale: string, dials: Partial<Dials>): Promise<Dials | undefined>;
  /** The lines whose `until` lies ahead. */
  live(now: number): Promise<readonly LiveLine[]>;
}
