import type { RunningCloud } from './local-cloud.ts';

/**
 * Stops the cloud and so ends the process: on Ctrl-C, on SIGTERM, and when a parent that forked it is gone. A second
 * Ctrl-C does not wait; a second SIGTERM changes nothing, or it would leave behind what the first is stopping.
 */
export const stopOnSignal = (cloud: RunningCloud): void => {
  const stop = (): void => {
    process.once('SIGINT', () => process.exit(130));
    cloud.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.once('disconnect', stop);
};
