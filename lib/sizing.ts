/**
 * The consequences of the audience size, counted in seconds: the doors open, and nobody waits for a cloud that doubles
 * within half an hour. A quarter of the audience joins in the first second, and all of it within ten. 40,000 fans are
 * 10,000 joins in the first second and 40,000 in ten. An open entry asks for a challenge before each join. The API lets
 * no more through than its limit, and the doors are given four fifths of that; the pages of everyone else spread
 * themselves over the seconds that follow (`rules/spread.ts`).
 *
 *     the API's rate ─┬─ joins: two fifths
 *                     ├─ challenges: two fifths
 *                     └─ the rest, at least a fifth: claims, looks, holds, orders, staff
 *
 * From it follow what tables are warmed to (here), which keys are written most (`hot-keys.ts`), how many instances each
 * function has (`concurrency.ts`), and what is to be asked of AWS (`word-of-quotas.ts`).
 */
export interface OpeningSecond {
  readonly joins: number;
  /** One for each join, as an open entry asks for them. */
  readonly challenges: number;
  readonly claims: number;
  /** For seats. */
  readonly asks: number;
  readonly orders: number;
}

/** Those who are called at once: 600 of 40,000. Halls of more than 5,000 people who choose at once are not filled faster. */
export const calledAtOnce = (audience: number): number => Math.min(5_000, Math.ceil(audience * 0.015));

/** Of the API's limit, a rate or a burst, so much is for each of the two ways in. */
export const ofEachDoor = (limit: number): number => Math.max(1, Math.floor((limit * 2) / 5));

const comingAtOnce = (audience: number): number => Math.ceil(audience / 4);

/** What the API must let through in a second so that nobody of the first second waits: 25,000 for 40,000 fans. */
export const requestsWanted = (audience: number): number => Math.ceil((comingAtOnce(audience) * 5) / 2);

/** @param requestsPerSecond what the API lets through. */
export function openingSecond(audience: number, requestsPerSecond: number): OpeningSecond {
  const called = calledAtOnce(audience);
  const joins = Math.min(comingAtOnce(audience), ofEachDoor(requestsPerSecond));
  return {
    joins,
    challenges: joins,
    // A page near the front looks at the board every 3 s, so those who are called at once come within 3 s.
    claims: Math.ceil(called / 3),
    // They choose for half a minute at the least. Nearly as many orders follow: 5,000 are 167 a second, 10,000 a minute.
    asks: Math.ceil(called / 30),
    orders: Math.ceil(called / 30),
  };
}

export interface WarmThroughput {
  readonly writeUnitsPerSecond: number;
  readonly readUnitsPerSecond: number;
}

/** The load that a new on-demand table serves without being asked. */
export const fresh: WarmThroughput = { writeUnitsPerSecond: 4_000, readUnitsPerSecond: 12_000 };

const atLeastFresh = (writes: number, reads: number): WarmThroughput => ({
  writeUnitsPerSecond: Math.max(fresh.writeUnitsPerSecond, Math.ceil(writes)),
  readUnitsPerSecond: Math.max(fresh.readUnitsPerSecond, Math.ceil(reads)),
});

/**
 * A join is 2 writes and 1 read. A fan who cannot wait sends it twice, and a failed condition costs as much as a write:
 * 3 writes and 2 reads. A claim is 3 writes (its item of the room has up to 2 kB, the fan's has 1) and 4 reads.
 * 40,000 fans: 10,000 × 3 + 200 × 3 = 30,600 writes, 10,000 × 2 + 200 × 4 = 20,800 reads.
 */
export const warmLines = ({ joins, claims }: OpeningSecond): WarmThroughput =>
  atLeastFresh(joins * 3 + claims * 3, joins * 2 + claims * 4);

/**
 * A hold is under 2 writes; answering the browser that waits for it, some 5 reads. The fullest second has twice the asks
 * of the others. 5,000 called at once: 167 × 2 × 2 = 668 writes, 1,670 reads, which a fresh table serves.
 */
export const warmHouses = ({ asks }: OpeningSecond): WarmThroughput => atLeastFresh(asks * 2 * 2, asks * 2 * 5);

/**
 * An order is five writes (put, paid, answered, confirmed, told) of 1 to 3 units, 11 in all, and as many in its index by
 * time. It is also some 10 reads, half of them by the page. In the fullest second twice as many come. 5,000 called at
 * once: 167 × 2 × 11 = 3,674 writes, 3,340 reads, which a fresh table serves.
 */
export const warmOrders = ({ orders }: OpeningSecond): WarmThroughput => atLeastFresh(orders * 2 * 11, orders * 2 * 10);

/** By the output of the stack that has the table's name. */
export const warmTables = (second: OpeningSecond): Readonly<Record<string, WarmThroughput>> => ({
  LinesTable: warmLines(second),
  HousesTable: warmHouses(second),
  OrdersTable: warmOrders(second),
});
