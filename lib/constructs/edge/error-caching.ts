import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';

/**
 * How long CloudFront keeps an error. Left alone it keeps each for 10 s, whatever the origin says, and for everyone who
 * asks for that address. A fan whose draw sheet is a second away would hear "not there" for ten. The owner of a hold
 * would get the answer that a stranger got. No page is set: it would hide the API's own answers. `notThere` is for 404.
 */
export function errorCaching(notThere: Duration): ErrorResponse[] {
  return [
    { httpStatus: 404, ttl: notThere },
    ...[405, 414, 500, 501, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
  ];
}
