import type { ActorRole, LedgerLine } from '../../../contracts/ledger.ts';
import type { LeverAct } from '../../../contracts/levers.ts';
import type { BeaconChain, EntryKind } from '../../../contracts/line.ts';
import type { Away, Dials } from '../../../contracts/line-operation.ts';
import type { RollLayout } from '../../../contracts/roll.ts';
import type { Written } from '../../foundation/write-outcome.ts';
import type { Progress } from './progress.ts';

/** The facts of a line: those that it was opened with, but for what a lever has moved, which the ledger tells. */
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
  readonly roll: RollLayout;
  /** As `LineFile` has it. */
  readonly joinSeconds?: number;
  /** Parts of the room of shoppers: see `room-parts.ts`. One if left out. */
  readonly roomParts?: number;
  readonly beacon?: BeaconChain & {
    /** The round of the beacon that decides the lobby of round 0. */
    readonly lobby: number;
    /** Milliseconds past a beacon's time after which staff may go on without it. */
    readonly patienceMs: number;
  };
  readonly log?: LogFacts;
  /** What the line's file promised, once a lever has moved any of it. */
  readonly promised?: Pick<LineFacts, 'opensAt' | 'closesAt' | 'tiers'> & {
    /** The round of the beacon for the lobby of round 0. */
    readonly lobby?: number;
  };
}

/** The facts as the line's file promised them, whatever was moved since. */
export function promisedFacts({ promised, ...facts }: LineFacts): LineFacts {
  if (!promised) return facts;
  const { lobby, ...times } = promised;
  return { ...facts, ...times, ...(facts.beacon && lobby !== undefined && { beacon: { ...facts.beacon, lobby } }) };
}

/** The log of the line's heads. */
export interface LogFacts {
  /** `<host of the site>/lines/<on-sale>`. */
  readonly origin: string;
  /** As vkeys. */
  readonly witnesses: readonly string[];
  readonly quorum: number;
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
  /** The round of the beacon that decides its lobby. */
  readonly beacon?: number;
}

/** An act on the line that is done and not in the ledger yet. */
export interface NotedAct extends Omit<LedgerLine, 'n' | 'at'> {
  /** Milliseconds since the epoch: the `at` of its entry. */
  readonly notedAt: number;
}

/** Somebody of the house who pulled a lever. */
export interface Hand {
  /** Of the act: the page made it up, and repeats it when it asks again. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly act: string;
  readonly role: ActorRole;
}

export interface Lease {
  readonly owner: string;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

/** The round that is drawn without the beacon that was promised, and why. */
export interface Unproved {
  readonly round: number;
  readonly why: string;
}

export interface LineRecord {
  readonly facts: LineFacts;
  readonly dials: Dials;
  readonly progress: Progress;
  readonly lease?: Lease;
  /** Staff go on without the beacon of this round: see `draw-unproved.ts`. */
  readonly unproved?: Unproved;
  /** In the order they were done; the pacemaker moves them into the ledger. */
  readonly acts: readonly NotedAct[];
  /** Counts every write. */
  readonly version: number;
  /** Counts every turn of a dial by a person, so that each knows whether another came first; 0 if left out. */
  readonly turns?: number;
  /** Who turned last, the newest first; a few. */
  readonly hands?: readonly Hand[];
  /** Marks of fans who were let in before their turn, the newest last. */
  readonly admits?: readonly string[];
  /** An act that waits for a second person. */
  readonly asked?: AskedPull;
  /** When nobody could shop: see `turn/cut-short.ts`. The newest last. */
  readonly aways?: readonly Away[];
}

/** An act that one person asked for and another must confirm. */
export interface AskedPull {
  readonly act: Exclude<LeverAct, { readonly act: 'confirm' }>;
  readonly role: ActorRole;
  /** Tells the person from others: see `nameless` of `levers/pull-lever.ts`. */
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** What one pull of a lever changes, all of it in one write. */
export interface Pull {
  /** The turns of the line as the person saw it: if it has others by now, nothing is pulled. */
  readonly seen: number;
  readonly hand: Hand;
  readonly dials?: Partial<Dials>;
  readonly facts?: Partial<Pick<LineFacts, 'opensAt' | 'closesAt' | 'tiers' | 'beacon' | 'promised'>>;
  /** Only while so many lobbies are closed: a door that opens in this moment is not moved. */
  readonly lobbies?: number | undefined;
  readonly acts: readonly NotedAct[];
  /** What waits for a second person from now on; nothing, if left out. */
  readonly asked?: AskedPull | undefined;
}

/** So many of those who turned last are remembered: enough to tell somebody whose act came back unanswered. */
const handsKept = 5;

export const withHand = (hands: readonly Hand[] = [], hand: Hand): readonly Hand[] =>
  [hand, ...hands].slice(0, handsKept);

/** The pacemaker's knowledge of a line before it reads the line. */
export interface LiveLine {
  readonly onSale: string;
  readonly opensAt: number;
  /** Milliseconds since the epoch: nothing happens to the line after this. */
  readonly endsAt: number;
  /** The doors of later tiers. */
  readonly later?: readonly number[];
  /** Fans expected; lines of before it was noted have none. */
  readonly audience?: number;
}

export interface LineStore {
  /** As of now. */
  read(onSale: string): Promise<LineRecord | undefined>;
  /** As of now or of a moment ago, for half the price. */
  glance(onSale: string): Promise<LineRecord | undefined>;
  /** Lists the line among the live ones and puts it if there is none; returns the line that stands. */
  open(line: LineRecord, live: LiveLine): Promise<LineRecord>;
  /** Writes if the line is still at this version; returns the line as written, or undefined if it moved on. */
  write(
    line: LineRecord,
    changes: Partial<Pick<LineRecord, 'progress' | 'lease' | 'acts'>>,
  ): Promise<LineRecord | undefined>;
  /**
   * Sets only the dials given and notes the acts, whatever else is written at the same time; undefined if there
   * is no such line. With `away` it also notes that everybody comes back.
   */
  turn(onSale: string, dials: Partial<Dials>, acts: readonly NotedAct[], away?: Away): Promise<Dials | undefined>;
  /** Pulls a lever, if nobody turned since `seen`. `line`: as the person's act was decided by. */
  pull(line: LineRecord, pull: Pull): Promise<Written<unknown, { readonly line: LineRecord }>>;
  /** Notes that the fan with this mark is let in before their turn; undefined if there is no such line. */
  admit(onSale: string, mark: string, act: NotedAct): Promise<Written>;
  /** Lists the line under other times, before a door is moved to them. */
  list(live: Pick<LiveLine, 'onSale' | 'opensAt'> & { readonly later?: readonly number[] }): Promise<void>;
  /**
   * Says that a round is drawn without its beacon, and notes the act in the same write, if the line waits to draw that
   * round next.
   */
  goOn(onSale: string, unproved: Unproved, act: NotedAct): Promise<Written>;
  /** The lines whose `until` lies ahead. */
  live(now: number): Promise<readonly LiveLine[]>;
}
