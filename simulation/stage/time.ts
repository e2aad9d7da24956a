/** The one clock of a stage: all that happens on it is planned here. */
export interface Time {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Milliseconds from now; whole ones, as clocks show them. */
  after(milliseconds: number, act: Act): void;
  wait(milliseconds: number): Promise<void>;
}

/** May say that it found nothing to do: then nobody waits for what follows from it. */
// biome-ignore lint/suspicious/noConfusingVoidType: most acts answer nothing at all
export type Act = () => void | 'nothing';
