/** How many of a performance's seats a fan could still have. `baskets`: none now, and some lie in the baskets of fans. */
export type SeatsLeft = 'plenty' | 'some' | 'few' | 'baskets' | 'none';

export interface DateLeft {
  /** Of the seats that anybody may have: no wheelchair places, and no companions' seats. */
  readonly left: SeatsLeft;
  /** Minor units: the lowest price that a free seat has. Left out where it is the lowest of all, and where none is free. */
  readonly from?: number;
  /** Staff stopped its sale for now: whatever is free is not on offer. */
  readonly stopped?: true;
  /** No other seat is free, but wheelchair places are. */
  readonly access?: true;
}

/**
 * `published.datesLeft(onSale)`: how full each performance of an on-sale is. It is written every ten seconds from the
 * doors on, and says no numbers: a number of seats would be wrong before anybody has read it.
 */
export interface DatesLeft {
  readonly v: 1;
  readonly onSale: string;
  /** Milliseconds since the epoch: when the seats were counted. */
  readonly countedAt: number;
  /** By performance. One that is not here is unknown: its house is not open, or it was cancelled. */
  readonly dates: Readonly<Record<string, DateLeft>>;
}
