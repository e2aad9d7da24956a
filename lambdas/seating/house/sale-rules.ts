/** What an on-sale allows each fan, written down when its houses are opened and never changed. */
export interface SaleRules {
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
}
