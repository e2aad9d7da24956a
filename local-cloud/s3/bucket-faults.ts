/** A bucket in trouble: it lags, or refuses each of so many requests, as S3 does when more come than it can take. */
import type { Faults } from '../faults/faults.ts';

const slowDown =
  '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';

/** Waits if the bucket lags. @returns the body of a 503 if it refuses. */
export const meetBucketFaults = async (faults: Faults, bucket: string): Promise<string | undefined> => {
  const lag = faults.of('bucket-lags', bucket);
  if (lag !== undefined) await new Promise((resolve) => setTimeout(resolve, lag.byMs));
  const refusal = faults.of('bucket-refuses', bucket);
  return refusal !== undefined && Math.random() * refusal.oneOf < 1 ? slowDown : undefined;
};
