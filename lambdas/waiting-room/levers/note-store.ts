/** A note of somebody of the house, in the running log of a line's morning. */
export interface MorningNote {
  /** The page made it up. */
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The e-mail address of who wrote it. */
  readonly person: string;
  readonly text: string;
}

/** Notes are never changed. */
export interface NoteStore {
  /** A note whose key is there already stays as it is. */
  add(onSale: string, note: MorningNote): Promise<void>;
  /** In any order. */
  all(onSale: string): Promise<readonly MorningNote[]>;
}
