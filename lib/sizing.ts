/**
 * The consequences of the audience size for the tables. DynamoDB starts an on-demand table at 4,000 write and 12,000
 * read units a second and takes up to half an hour to double; the minute at nine does not wait. So a table is warmed to
 * the peak of the largest on-sale beforehand. Warm throughput can never be lowered, and costs once, for what exceeds
 * the default.
 */

export interface WarmThroughput {
  readonly writeUnitsPerSecond: number;
  readonly readUnitsPerSecond: number;
}

/** The load that a new on-demand table serves without being asked. */
const fresh: WarmThroughput = { writeUnitsPerSecond: 4_000, readUnitsPerSecond: 12_000 };

/** Half of the audience comes within the fullest minute: 60 s × 2 = 120 s for all, at that pace. */
const secondsForAll = 120;

const atLeastFresh = (writes: number, reads: number): WarmThroughput => ({
  writeUnitsPerSecond: Math.max(fresh.writeUnitsPerSecond, Math.ceil(writes)),
  readUnitsPerSecond: Math.max(fresh.readUnitsPerSecond, Math.ceil(reads)),
});

/**
 * A join is 2 writes and 1 read. A fan who cannot wait sends it twice, and a failed condition costs as much as a write.
 * So a fan costs (2 + 1) writes and 2 reads. 1,000,000 fans: 8,334 joins a second, 25,000 writes, 16,667 reads.
 */
export const warmLines = (audience: number): WarmThroughput =>
  atLeastFresh((audience * 3) / secondsForAll, (audience * 2) / secondsForAll);

/**
 * Called fans shop at their own pace: at most a tenth of the audience asks for seats within the fullest two minutes. A
 * hold is under 2 writes; answering the browser that waits for it, some 5 reads. 1,000,000 fans: 1,667 writes, 4,167
 * reads, which a fresh table serves.
 */
export const warmHouses = (audience: number): WarmThroughput =>
  atLeastFresh((audience * 0.1 * 2) / secondsForAll, (audience * 0.1 * 5) / secondsForAll);

/**
 * By the same tenth. An order is five writes (put, paid, answered, confirmed, told) of 1 to 3 units, 11 in all, and as
 * many in its index by time. It is also some 10 reads, half of them by the page. 1,000,000 fans: 9,167 writes, 8,334
 * reads.
 */
export const warmOrders = (audience: number): WarmThroughput =>
  atLeastFresh((audience * 0.1 * 11) / secondsForAll, (audience * 0.1 * 10) / secondsForAll);
