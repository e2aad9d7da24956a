/** The gate's books: how many suspect joins there were. */
export interface GateStore {
  /** Adds one to a count that begins anew in each window, and returns it. */
  count(onSale: string, what: string, window: number): Promise<number>;
}
