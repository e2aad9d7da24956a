/**
 * The cost of a fan who waits, line by line, at AWS's list prices of November 2026 without any discount or free tier.
 * CloudFront is counted at Europe's price, the dearer one of the regions that most venues serve from (North America is
 * $1.00 a million requests); everything else at that of eu-west-1 or the like.
 */
export const prices = {
  /** A million HTTPS requests. */
  cdnRequests: 1.2,
  /** A gigabyte out, headers included. */
  cdnTransfer: 0.085,
  /** A million runs. */
  edgeFunctions: 0.1,
  /** A million requests that the firewall looks at; polls pass none. */
  firewall: 0.6,
  /** A million requests. */
  httpApi: 1,
  /** A million invocations. */
  invocations: 0.2,
  /** A gigabyte-second on arm64. */
  gigabyteSecond: 0.0000133334,
  /** A million units. */
  writeUnits: 0.625,
  readUnits: 0.125,
  /** A million requests. */
  s3Puts: 5,
  s3Gets: 0.4,
} as const;

export interface BillLine {
  readonly what: string;
  readonly count: number;
  readonly unit: string;
  /** Dollars a million of the unit. */
  readonly perMillion: number;
  /** Shared by so many fans. */
  readonly among?: number;
}

export interface Bill {
  readonly title: string;
  readonly lines: readonly BillLine[];
}

/** Dollars a fan. */
export const costOf = ({ count, perMillion, among = 1 }: BillLine): number => (count * perMillion) / 1e6 / among;

export const totalOf = ({ lines }: Bill): number => lines.reduce((sum, line) => sum + costOf(line), 0);

export interface Waiting {
  readonly minutes: number;
  readonly polls: number;
  /** Of one answer: the compressed board, and its headers. */
  readonly boardBytes: number;
  readonly headerBytes: number;
  /** Fans in the line, among whom is shared what a line costs however many wait. */
  readonly fans: number;
  readonly writeUnitsAJoin: number;
  readonly readUnitsAJoin: number;
}

const gigabyte = 1e9;

/** The wait itself: polls, and the fan's share of what keeps the line moving. */
export function waitingBill({ minutes, polls, boardBytes, headerBytes, fans }: Waiting): Bill {
  const seconds = minutes * 60;
  return {
    title: `A wait of ${minutes} minutes`,
    lines: [
      { what: 'polls through the CDN', count: polls, unit: 'requests', perMillion: prices.cdnRequests },
      {
        what: `their answers, ${boardBytes} bytes of board and ${headerBytes} of headers`,
        count: polls * (boardBytes + headerBytes),
        unit: 'bytes',
        perMillion: (prices.cdnTransfer / gigabyte) * 1e6,
      },
      { what: 'boards read at the origin', count: seconds, unit: 'reads', perMillion: prices.s3Gets, among: fans },
      { what: 'boards written', count: seconds, unit: 'writes', perMillion: prices.s3Puts, among: fans },
      {
        what: 'the pacemaker, one gigabyte',
        count: seconds,
        unit: 'seconds',
        perMillion: prices.gigabyteSecond * 1e6,
        among: fans,
      },
    ],
  };
}

/** The page's files and the line's: HTML, style, script, icon; config, line, board, draw sheet. */
const filesOfThePage = 8;
/** All of them compressed, and their headers: the page itself is 15 kB at most (test/site/weight.test.ts). */
const bytesOfThePage = 15_000 + 2_000 + filesOfThePage * 600;
/** A warm join's processor time is a few milliseconds, waiting for three calls of the database the rest. */
const joinSeconds = 0.02;

/** Coming in, once a fan: the page and the join. */
export function arrivalBill({ writeUnitsAJoin, readUnitsAJoin }: Waiting): Bill {
  const calls = filesOfThePage + 1;
  return {
    title: 'Coming in: the page and the join',
    lines: [
      { what: 'page, files and join through the CDN', count: calls, unit: 'requests', perMillion: prices.cdnRequests },
      { what: 'the firewall looks at them', count: calls, unit: 'requests', perMillion: prices.firewall },
      { what: 'the edge’s function looks at them', count: calls, unit: 'runs', perMillion: prices.edgeFunctions },
      {
        what: 'the page’s bytes',
        count: bytesOfThePage,
        unit: 'bytes',
        perMillion: (prices.cdnTransfer / gigabyte) * 1e6,
      },
      { what: 'the join at the HTTP API', count: 1, unit: 'request', perMillion: prices.httpApi },
      { what: 'its function', count: 1, unit: 'invocation', perMillion: prices.invocations },
      {
        what: 'its time, one gigabyte',
        count: joinSeconds,
        unit: 'seconds',
        perMillion: prices.gigabyteSecond * 1e6,
      },
      { what: 'its writes', count: writeUnitsAJoin, unit: 'units', perMillion: prices.writeUnits },
      { what: 'its reads', count: readUnitsAJoin, unit: 'units', perMillion: prices.readUnits },
    ],
  };
}
