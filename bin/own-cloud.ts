import { type FoundCloud, findCloud } from '../rehearsal/cloud.gateway.ts';
import { type RunningStampede, startStampede } from './start.ts';
import type { SomeStartOptions } from './start-options.ts';

/** Starts a cloud for the occasion, which nothing was in before, and stops it at the end. */
export async function inOwnCloud<Result>(
  options: Omit<SomeStartOptions, 'fresh'>,
  act: (cloud: FoundCloud, started: RunningStampede) => Promise<Result>,
): Promise<Result> {
  const started = await startStampede({ ...options, fresh: true });
  try {
    const cloud = findCloud(options.state);
    if (!cloud) throw new Error(`The cloud was started and is not to be found in ${options.state}`);
    return await act(cloud, started);
  } finally {
    await started.stop();
  }
}
