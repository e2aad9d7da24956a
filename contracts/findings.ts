/**
 * The result of a check, as data: its name, whether it held, and the numbers it was about. The words are somebody
 * else's (the command's in `say.ts`, the pages' in the site's words), so that one check speaks every language. A check
 * never throws for the content of a file: every fault in it is named.
 *
 *     ok          it was computed again here, and came out the same
 *     wrong       it was computed again here, and did not
 *     unchecked   a file that it needs was not given
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
  /** Counts add up and every round begins where the ones before it end. */
  readonly counts: { readonly rounds: number; readonly fans: number };
  /** Every seed hashes to the ones before it and at last to the anchor. */
  readonly seeds: { readonly rounds: number; readonly hashes: number; readonly anchor: string };
  /** The beacon is the one that had to be taken, and is the public one. */
  readonly beacon: { readonly mixed: number; readonly missed: number; readonly chainHash: string };
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
  /** The head that the board shows is the ledger's at that entry. */
  readonly board: { readonly n: number; readonly head: string };
}
export type Check = keyof Proofs;

/** The thing that was missing for a check. */
export type Lack =
  | 'line'
  | 'own-sheet'
  | 'some-sheets'
  | 'ledger'
  | 'newer-ledger'
  | 'board'
  | 'scheme'
  | 'too-large'
  | 'nothing-drawn';

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
  | { readonly fault: 'size'; readonly round: number; readonly size: number; readonly sum: number }
  | { readonly fault: 'offset'; readonly round: number; readonly offset: number; readonly before: number }
  | { readonly fault: 'sheets-differ' | 'sheet-unlisted' | 'list-hole' | 'seed' | 'past-chain'; readonly round: number }
  | {
      readonly fault:
        | 'beacon-absent'
        | 'beacon-unpromised'
        | 'beacon-randomness'
        | 'beacon-signature'
        | 'beacon-untold';
      readonly round: number;
    }
  | { readonly fault: 'beacon-other'; readonly round: number; readonly taken: number; readonly due: number }
  | { readonly fault: 'position-taken'; readonly round: number; readonly position: number }
  | { readonly fault: 'position-empty'; readonly position: number }
  | {
      readonly fault: 'entry-changed' | 'entry-unreadable' | 'entry-number' | 'entry-time';
      readonly n: number;
      readonly text: string;
    }
  | { readonly fault: 'head'; readonly n: number; readonly head: string; readonly hash: string };

export type Finding = {
  readonly [C in Check]: { readonly check: C } & (
    | { readonly outcome: 'ok'; readonly facts: Proofs[C] }
    | { readonly outcome: 'wrong'; readonly faults: readonly Fault[] }
    | { readonly outcome: 'unchecked'; readonly lack: Lack }
  );
}[Check];
export type FindingOf<C extends Check> = Extract<Finding, { readonly check: C }>;
