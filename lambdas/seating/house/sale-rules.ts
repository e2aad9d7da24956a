import type { AskLimits } from '../../../contracts/ask-limits.ts';

/** The rights of each fan in an on-sale, written down when its houses are opened and never changed. */
export interface SaleRules {
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  /**
   * Wheelchair places that one fan may have.
   * @default - `usualWheelchairPerFan`
   */
  readonly wheelchairPerFan?: number;
  /**
   * How often a fan may ask.
   * @default - `usualAskLimits`
   */
  readonly asks?: AskLimits;
}
