import { Duration } from 'aws-cdk-lib';
import type { ErrorResponse } from 'aws-cdk-lib/aws-cloudfront';
import { notTherePage } from '../../../contracts/pages.ts';
import { problemPath } from '../../../contracts/problem-files.ts';
import { busyProblem } from '../../../contracts/refusals.ts';

const never = Duration.seconds(0);

/**
 * How long CloudFront keeps an error. Left alone it keeps each for 10 s, whatever the origin says, and for everyone who
 * asks for that address. A fan whose draw sheet is a second away would hear "not there" for ten. The owner of a hold
 * would get the answer that a stranger got.
 *
 * A page stands in the place of an answer for the statuses that no handler of ours gives: an origin did not answer, or
 * could not be reached, or its service let nobody in. Of all others a page would hide the API's own answers.
 */
export function errorsOfSite(): ErrorResponse[] {
  return [...[404, 405, 414, 500, 501].map((httpStatus) => ({ httpStatus, ttl: never })), ...busy([502, 503, 504])];
}

/**
 * Files alone: no answer of the API can be hidden. The bucket of published files says 404 of one that is not there, and
 * a crowd may ask for a sheet that is a second away: one read a second serves it. The bucket of pages says 403, because
 * nobody may list it. So the two can have answers of their own: a problem document, and a page.
 */
export function errorsOfFiles(): ErrorResponse[] {
  const notThere = { responseHttpStatus: 404, ttl: Duration.seconds(1) };
  return [
    { ...notThere, httpStatus: 404, responsePagePath: problemPath('not-found.json') },
    { ...notThere, httpStatus: 403, responsePagePath: notTherePage },
    ...[405, 414].map((httpStatus) => ({ httpStatus, ttl: never })),
    ...busy([500, 501, 502, 503, 504]),
  ];
}

const busy = (statuses: readonly number[]): ErrorResponse[] =>
  statuses.map((httpStatus) => ({
    httpStatus,
    responseHttpStatus: busyProblem.status,
    responsePagePath: problemPath('busy.json'),
    ttl: never,
  }));
