/** The key that the marks of a line's rolls are made with: 32 random bytes, for this line alone. */
export interface MarkStore {
  /** Keeps the key if the line has none; returns the one that stands. `until`: when it is destroyed. */
  keep(onSale: string, key: Uint8Array, until: number): Promise<Uint8Array>;
  /** Undefined if there is none, or its time is over. */
  read(onSale: string, now: number): Promise<Uint8Array | undefined>;
}
