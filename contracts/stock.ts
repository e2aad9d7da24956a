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
   * Free seats of performances whose sale staff stopped for now. They are not on offer, so they are in none of the other
   * numbers. Left out: none.
   */
  readonly stopped?: number;
  /** All performances of the on-sale were cancelled: no seat will ever be free. */
  readonly off?: true;
  /**
   * Asks for seats that the house decided in the last minute. It says how many there were, how many the house refused,
   * and how many took it longer than 10 s.
   */
  readonly asks: { readonly decided: number; readonly refused: number; readonly slow: number };
  /**
   * Milliseconds since the epoch: when hardly any seat was free last, which is `isScarce`. Left out: never. Asks of that
   * minute were refused because seats had run out, also if a date has been added since.
   */
  readonly scarceAt?: number;
}

/** Hardly any seat is free: refusals are what one expects. */
export function isScarce({ seats, free }: Pick<Stock, 'seats' | 'free'>): boolean {
  return free <= seats * 0.05;
}

/** The performances whose houses are open, or about to be, by on-sale. It only grows. */
export interface OpenHouses {
  readonly v: 1;
  readonly onSales: Readonly<Record<string, readonly string[]>>;
}
