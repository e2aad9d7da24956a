import type { VirtualTime } from './virtual-time.ts';

/** Everything that was only waiting for this step has run. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Lets virtual time pass until the work is done. Throws if it waits for something other than time. */
export async function runUntilDone<Result>(time: VirtualTime, work: Promise<Result>): Promise<Result> {
  let done = false;
  const finished = work.finally(() => {
    done = true;
  });
  // Its failure is thrown below.
  finished.catch(() => {});
  for (;;) {
    await turn();
    if (done) return await finished;
    if (!time.step()) throw new Error('everyone waits, and nobody for time');
  }
}
