/**
 * How long a call to AWS may take, so that a service that falls silent is a fault within seconds. The times come from
 * the time-out of the function that calls. Its template says one number, `CALL_TRY_MS`, and the rest is reckoned here:
 *
 *   time-out of a routed function                                                       10 s
 *   one try, a fifth of it                 ├── 2 s ──┤
 *   a call with all its tries and pauses   ├────────────── 7 s ──────────────┤
 *   the last moment of any call            ├─────────────────── 9 s ────────────────────┤ then: answer, hand back
 *
 * DynamoDB, SQS and S3 answer in milliseconds. Two seconds are a hundred times that, and three tries reach another host
 * of a service that has lost one.
 */
export interface CallTimes {
  /** To open a connection. */
  readonly connectMs: number;
  /** From the beginning of a try to the first byte of the answer; and the longest silence within an answer. */
  readonly tryMs: number;
  readonly tries: number;
  /** A call with all its tries, its pauses, and its answer read to the end. */
  readonly callMs: number;
  /** Before the end of an invocation, in which no call is under way any more. */
  readonly reserveMs: number;
}

/** The most for one try: an operator's function reads and writes files of ten megabytes. */
const longestTryMs = 10_000;

/** One try of a function that Lambda gives up after `timeoutMs`. */
export function tryMsOf(timeoutMs: number): number {
  return Math.min(longestTryMs, timeoutMs / 5);
}

export function callTimes(tryMs: number): CallTimes {
  return {
    connectMs: Math.min(1000, tryMs),
    tryMs,
    tries: 3,
    // Three tries; the pauses between are 150 ms at most. A call that is throttled pauses up to a second and up to two.
    callMs: 3.5 * tryMs,
    reserveMs: Math.min(1000, tryMs),
  };
}

/** Every client of the AWS SDK is made with this. The SDK's own default is to wait for an answer for ever. */
export function clientTimes({ connectMs, tryMs, tries }: Pick<CallTimes, 'connectMs' | 'tryMs' | 'tries'>) {
  return {
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: tryMs,
      // Else the SDK only warns.
      throwOnRequestTimeout: true,
      // `requestTimeout` ends with the first byte of the answer: this is for a body that stops in the middle.
      socketTimeout: tryMs,
    },
    maxAttempts: tries,
    retryMode: 'standard',
  } as const;
}
