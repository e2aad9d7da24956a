import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';

/**
 * How long CloudFront keeps an error. Left alone it keeps each for 10 s, whatever the origin says, so a fan
 * whose draw sheet or order is a second away would be told "not there" for ten, and a fault of a moment would
 * last for ten. A second for what is not there yet is enough to serve a crowd from one read. No page is set:
 * it would hide the API's own answers.
 */
export const errorCaching: ErrorResponse[] = [
  { httpStatus: 404, ttl: Duration.seconds(1) },
  ...[405, 414, 500, 501, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
];
