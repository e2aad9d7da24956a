/** The invariants of docs/architecture.md, and what else must hold of a run. */
export const invariants = [
  'W1',
  'W2',
  'W3',
  'W4',
  'W5',
  'W6',
  'W7',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  /** Nothing new is held of a performance whose sale was stopped. */
  'S7',
  /** A seat that is set aside is nobody's until it is released, and then free. */
  'S8',
  'O1',
  'O2',
  'P1',
  /** What is counted of the seats is so, and nobody is called into a house that is full or silent. */
  'stock',
  /** A device ends those that joined after it and no others, and one that was ended begins nothing new. */
  'devices',
  /** In the end every fan who waits has an answer, and nothing hangs. */
  'answered',
  /** No error but those that were injected. */
  'no fault',
] as const;
export type Invariant = (typeof invariants)[number];

/** The first thing that went wrong ends a run. */
export class Breach extends Error {
  readonly invariant: Invariant;
  /** Names, as the chronicle has them, of what it is about. */
  readonly about: readonly string[];

  constructor(invariant: Invariant, sentence: string, about: readonly string[] = []) {
    super(sentence);
    this.invariant = invariant;
    this.about = about;
  }
}
