/**
 * Seating's count of all the seats of one on-sale. It is written every few seconds while the doors are open. The
 * pacemaker reads it, and calls nobody into a house that is full or does not answer.
 */
export interface Stock {
  readonly v: 1;
  readonly onSale: string;
  /** Milliseconds since the epoch: when the seats were counted. */
  readonly countedAt: number;
  /** free + held + sold = seats. A hold whose time is over is free. */
  readonly seats: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  /**
   * Asks for seats that the house decided in the last minute. It says how many there were, how many the house refused,
   * and how many took it longer than 10 s.
   */
  readonly asks: { readonly decided: number; readonly refused: number; readonly slow: number };
}
