/**
 * The result of a check, as data: its name, whether it held, and the numbers it was about. The words are somebody
 * else's (the command's in `say.ts`, the pages' in the site's words), so that one check speaks every language. A check
 * never throws for the content of a file: every fault in it is named.
 *
 *     ok          it was computed again here, and came out the same
 *     wrong       it was computed again here, and did not
 *     unchecked   a file that it needs was not given
 *     unproved    nothing in it is wrong, and still it proves nothing (the beacon alone)
 */

/** Every check, in the order of the report, and the facts that are known when it held. */
export interface Proofs {
  /** The receipt's signature is by the key that the line promised. */
  readonly receipt: {
    readonly round: number;
    readonly shard: number;
    readonly index: number;
    readonly joinedAt: number;
  };
  /** The place is one of those that were counted: it is the `standing`-th (from 1) of `size` in its round. */
  readonly place: { readonly round: number; readonly standing: number; readonly size: number };
  /** The roll of the round has the receipt's mark at the receipt's place, and was fixed when `n` was committed to. */
  readonly mark: { readonly round: number; readonly mark: string; readonly n: number; readonly committedAt: number };
  /** Each commitment follows the one before it, names the beacon that is due, and was there before that beacon. */
  readonly commitments: { readonly rolls: number; readonly marks: number; readonly head: string };
  /** Every file of every roll is the one that was committed to, and no mark stands twice. */
  readonly rolls: { readonly rolls: number; readonly marks: number };
  /** Counts are those of the rolls, add up, and every round begins where the ones before it end. */
  readonly counts: { readonly rounds: number; readonly fans: number };
  /** Every seed hashes to the ones before it and at last to the anchor. */
  readonly seeds: { readonly rounds: number; readonly hashes: number; readonly anchor: string };
  /** The beacon is the one that was promised before it came out: the public one, or one that the asker accepts. */
  readonly beacon: {
    readonly mixed: number;
    readonly chainHash: string;
    readonly whose: 'public' | 'accepted' | Doubt;
  };
  /** The draw gives the place this position. */
  readonly position: {
    readonly position: number;
    readonly offset: number;
    readonly image: number;
    readonly seed: string;
  };
  /** All positions from 1 on are given, each once. */
  readonly positions: { readonly drawn: number };
  /** Every entry of the ledger follows from the one before it. */
  readonly ledger: { readonly entries: number; readonly head: string };
  /** The head that the board shows is that of these entries and these commitments. */
  readonly board: { readonly n: number; readonly rolls: number; readonly head: string };
  /** Nobody is called whom no draw has given a position. */
  readonly called: { readonly calledUpTo: number; readonly drawn: number };
  /** The heads that were kept from before are those of these files. `early`: commitments seen before their beacon. */
  readonly heads: { readonly heads: number; readonly early: number };
  /** The log of heads holds the heads of these files, and every checkpoint of it is signed and of its tree. */
  readonly log: { readonly leaves: number; readonly root: string };
  /** So many of the promised witnesses as were promised cosigned a checkpoint of `size` heads. */
  readonly witnesses: {
    readonly size: number;
    readonly by: readonly { readonly name: string; readonly at: number }[];
    readonly quorum: number;
    /** Commitments that a quorum saw before their beacon, by the witnesses' own clocks. */
    readonly early: number;
  };
  /** Several receipts given together: each is genuine and in the roll, and no two hold one place. */
  readonly receipts: { readonly receipts: number };
}
export type Check = keyof Proofs;

/** The thing that was missing for a check. */
export type Lack =
  | 'line'
  | 'own-sheet'
  | 'some-sheets'
  | 'own-roll'
  | 'some-rolls'
  | 'ledger'
  | 'board'
  | 'scheme'
  | 'too-large'
  | 'nothing-drawn'
  | WholeLack;

/** Things that only the command looks for. */
export type WholeLack = 'log' | 'quorum';

/** Why a beacon proves nothing: it is the stand-in of rehearsals, or nobody here knows whose it is. */
export type Doubt = 'stand-in' | 'not-public';

export type Fault =
  | { readonly fault: 'receipt-unreadable' | 'receipt-signature' | 'receipt-key' }
  | { readonly fault: 'receipt-elsewhere'; readonly onSale: string; readonly given: string }
  | {
      readonly fault: 'place-not-counted';
      readonly round: number;
      readonly shard: number;
      readonly index: number;
      readonly count: number;
    }
  | {
      readonly fault: 'mark-elsewhere' | 'place-shared';
      readonly round: number;
      readonly shard: number;
      readonly index: number;
    }
  | { readonly fault: 'joined-late'; readonly joinedAt: number; readonly closedAt: number }
  | { readonly fault: 'mark-twice'; readonly round: number; readonly mark: string }
  | { readonly fault: 'mark-shared'; readonly mark: string }
  | { readonly fault: 'size' | 'roll-size'; readonly round: number; readonly size: number; readonly sum: number }
  | { readonly fault: 'offset'; readonly round: number; readonly offset: number; readonly before: number }
  | {
      readonly fault:
        | 'sheets-differ'
        | 'sheet-missing'
        | 'sheet-unlisted'
        | 'sheet-roll'
        | 'drawn-early'
        | 'closed-early'
        | 'list-hole'
        | 'list-shrunk'
        | 'lobby-unpromised'
        | 'lobby-beacon'
        | 'seed'
        | 'past-chain';
      readonly round: number;
    }
  | {
      readonly fault:
        | 'commitment-missing'
        | 'commitments-differ'
        | 'commitment-chain'
        | 'commitment-times'
        | 'roll-form';
      readonly round: number;
    }
  | { readonly fault: 'commitment-beacon'; readonly round: number; readonly taken: number; readonly due: number }
  | { readonly fault: 'commitment-late'; readonly round: number; readonly committedAt: number; readonly outAt: number }
  | { readonly fault: 'commitment-unseen'; readonly round: number; readonly at: number; readonly outAt: number }
  | {
      readonly fault: 'bank-altered' | 'bank-missing' | 'sheet-counts';
      readonly round: number;
      readonly bank: number;
    }
  | {
      readonly fault: 'tile-altered' | 'tile-missing' | 'tile-counts';
      readonly round: number;
      readonly tile: number;
    }
  | {
      readonly fault:
        | 'beacon-absent'
        | 'beacon-unpromised'
        | 'beacon-randomness'
        | 'beacon-signature'
        | 'unproved'
        | 'unproved-untold'
        | 'unproved-early';
      readonly round: number;
    }
  | { readonly fault: 'beacon-other'; readonly round: number; readonly taken: number; readonly due: number }
  | { readonly fault: 'beacon-impostor'; readonly chainHash: string }
  | { readonly fault: 'position-taken'; readonly round: number; readonly position: number }
  | { readonly fault: 'position-empty'; readonly position: number }
  | {
      readonly fault:
        | 'entry-changed'
        | 'entry-unreadable'
        | 'entry-number'
        | 'entry-time'
        | 'entry-turn'
        | 'doors-in-vain';
      readonly n: number;
      readonly text: string;
    }
  | { readonly fault: 'ledger-rewritten'; readonly n: number }
  | { readonly fault: 'segment-missing'; readonly segment: number }
  | { readonly fault: 'ledger-short'; readonly n: number; readonly entries: number }
  | { readonly fault: 'rolls-short'; readonly rolls: number; readonly given: number }
  | { readonly fault: 'head'; readonly n: number; readonly rolls: number; readonly head: string; readonly hash: string }
  | { readonly fault: 'head-seen'; readonly n: number; readonly rolls: number; readonly seenAt?: number | undefined }
  | { readonly fault: 'head-back'; readonly n: number; readonly rolls: number; readonly at: number }
  | { readonly fault: 'head-unlogged'; readonly n: number; readonly rolls: number }
  | { readonly fault: 'opened-otherwise'; readonly field: string }
  | { readonly fault: 'fan-twice'; readonly fan: string }
  | { readonly fault: 'log-leaf' | 'log-order' | 'log-rewritten'; readonly leaf: number }
  | { readonly fault: 'log-short'; readonly size: number; readonly leaves: number }
  | { readonly fault: 'checkpoint-unsigned' | 'checkpoint-root'; readonly size: number }
  | { readonly fault: 'cosignature'; readonly name: string; readonly size: number }
  | { readonly fault: 'ended-otherwise'; readonly drawn: number; readonly text: string }
  | { readonly fault: 'called-beyond'; readonly calledUpTo: number; readonly drawn: number };

/** Checks that take all files of a line, and faults that they alone find. The command tells them, and no page. */
export type WholeCheck = 'rolls' | 'called' | 'log' | 'witnesses' | 'receipts';
export type WholeFault =
  | 'mark-shared'
  | 'place-shared'
  | 'called-beyond'
  | 'ended-otherwise'
  | 'bank-missing'
  | 'tile-missing'
  | 'tile-counts'
  | 'roll-size'
  | 'sheet-missing'
  | 'commitment-missing'
  | 'list-shrunk'
  | 'head-unlogged'
  | 'fan-twice'
  | 'log-leaf'
  | 'log-order'
  | 'log-rewritten'
  | 'log-short'
  | 'checkpoint-unsigned'
  | 'checkpoint-root'
  | 'cosignature'
  | 'rolls-short';

export type Finding = {
  readonly [C in Check]: { readonly check: C } & (
    | { readonly outcome: 'ok'; readonly facts: Proofs[C] }
    | { readonly outcome: 'wrong'; readonly faults: readonly Fault[] }
    | { readonly outcome: 'unchecked'; readonly lack: Lack }
    | (C extends 'beacon'
        ? { readonly outcome: 'unproved'; readonly doubt: Doubt; readonly facts: Proofs['beacon'] }
        : never)
    // Where too few witnesses cosigned, the finding still says which did.
    | (C extends 'witnesses'
        ? { readonly outcome: 'unchecked'; readonly lack: 'quorum'; readonly facts: Proofs['witnesses'] }
        : never)
  );
}[Check];
export type FindingOf<C extends Check> = Extract<Finding, { readonly check: C }>;
