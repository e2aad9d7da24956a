/**
 * What seating says of all the seats of one on-sale: written every few seconds while its doors are open, read
 * by the pacemaker, which calls nobody into a house that is full or does not answer.
 */
export interface Stock {
  readonly v: 1;
  readonly onSale: string;
  /** Milliseconds since the epoch: when the seats were counted. */
  readonly at: number;
  /** free + held + sold = seats. A hold whose time is over is free. */
  readonly seats: number;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  /** Asks for seats that the house decided in the last minute: how many, how many it refused, how many it took longer than 10 s for. */
  readonly asks: { readonly decided: number; readonly refused: number; readonly slow: number };
}
