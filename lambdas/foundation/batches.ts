/*
 * A batch that comes back in part. DynamoDB takes what it can of a batch and gives back the rest; if it can take
 * nothing, it throttles the call. The rest is asked again after a pause, which doubles with each call that got nowhere,
 * up to a bound. Chance takes a part of the pause away (full jitter), so that many who were throttled together do not
 * come back together. It ends by number and by time, and items that are left over then are an error that says how many.
 *
 *   send ─▶ all done
 *     └───▶ some left ─▶ pause ─▶ send the rest …      so many times in a row without any progress: an error
 *                                                      the time is over: an error, before a pause beyond it
 */

export interface Patience {
  wait(milliseconds: number): Promise<void>;
  /** From 0 to below 1, as Math.random. */
  chance(): number;
  /** Milliseconds since the epoch. */
  now(): number;
}

const firstPauseMs = 100;
const longestPauseMs = 10_000;

/** Batches on their way at a time. */
const atOnce = 8;

/** The outcome of a call: what it got, and what it did not take. */
export interface PartDone<Wanted, Got> {
  readonly done: readonly Got[];
  readonly left: readonly Wanted[];
  /** Why some are left, where that was said. */
  readonly cause?: unknown;
}

export interface Batching<Wanted, Got> {
  /** In the words of the error. */
  readonly what: string;
  /** The most that one call takes. */
  readonly size: number;
  /** Calls in a row that get nowhere before it is an error. */
  readonly mostInVain: number;
  /** Milliseconds for all that is wanted, after which nothing is asked again. */
  readonly mostMs: number;
  send(batch: readonly Wanted[]): Promise<PartDone<Wanted, Got>>;
}

/** Sends all that is wanted; answers what the calls got, in any order. */
export async function inBatches<Wanted, Got>(
  wanted: readonly Wanted[],
  batching: Batching<Wanted, Got>,
  patience: Patience,
): Promise<readonly Got[]> {
  const batches = Array.from({ length: Math.ceil(wanted.length / batching.size) }, (_, at) =>
    wanted.slice(at * batching.size, (at + 1) * batching.size),
  );
  const got: Got[] = [];
  const endsAt = patience.now() + batching.mostMs;
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift())
      got.push(...(await untilDone(batch, batching, patience, endsAt)));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, batches.length) }, worker));
  return got;
}

async function untilDone<Wanted, Got>(
  batch: readonly Wanted[],
  { what, mostInVain, send }: Batching<Wanted, Got>,
  { wait, chance, now }: Patience,
  endsAt: number,
): Promise<readonly Got[]> {
  const got: Got[] = [];
  let left = batch;
  for (let inVain = 0; ; ) {
    const part = await throttledIsNothing(left, send);
    got.push(...part.done);
    if (part.left.length === 0) return got;
    inVain = part.left.length < left.length ? 0 : inVain + 1;
    left = part.left;
    const pause = chance() * Math.min(longestPauseMs, firstPauseMs * 2 ** Math.max(0, inVain - 1));
    const isTooLate = now() + pause > endsAt;
    if (inVain === mostInVain || isTooLate) {
      const end = isTooLate ? 'when its time was over' : `${mostInVain} times in a row`;
      throw new Error(`${left.length} of ${batch.length} items of ${what} were left over ${end}`, {
        cause: part.cause,
      });
    }
    await wait(pause);
  }
}

/** Names of what AWS throws if it takes none of a batch. */
const throttles = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded']);

async function throttledIsNothing<Wanted, Got>(
  batch: readonly Wanted[],
  send: Batching<Wanted, Got>['send'],
): Promise<PartDone<Wanted, Got>> {
  try {
    return await send(batch);
  } catch (error) {
    if (error instanceof Error && throttles.has(error.name)) return { done: [], left: batch, cause: error };
    throw error;
  }
}
