/** Every CloudFormation type that the local cloud knows, and what it does for it. A type is known once. */
import { cloudfrontKinds } from './cloudfront/kinds.ts';
import { cloudWatchKinds } from './cloudwatch/cloudwatch.ts';
import { type CognitoOptions, cognitoKinds } from './cognito/kinds.ts';
import { crossRegionKinds } from './declared/cross-region.ts';
import { declaredKinds } from './declared/declared.ts';
import { type DatabaseOptions, dynamodbKinds } from './dynamodb/kinds.ts';
import { type HttpApiOptions, httpApiKinds } from './http-api/kinds.ts';
import { iamKinds } from './iam/kinds.ts';
import type { Kind } from './kind.ts';
import { type FunctionOptions, functionMaker } from './lambda/functions.ts';
import { lambdaKinds } from './lambda/kinds.ts';
import { type NameOptions, route53Kinds } from './route53/kinds.ts';
import { s3Kinds } from './s3/kinds.ts';
import { scheduleKinds } from './schedules/kinds.ts';
import { secretsKinds } from './secrets/kinds.ts';
import { sesKinds } from './ses/kinds.ts';
import { sqsKinds } from './sqs/kinds.ts';
import { syntheticsKinds } from './synthetics/kinds.ts';

export const allKinds = (
  options: DatabaseOptions & FunctionOptions & HttpApiOptions & CognitoOptions & NameOptions,
): ReadonlyMap<string, Kind> => {
  const kinds = new Map<string, Kind>();
  const makeFunction = functionMaker(options);
  const every = [
    ...iamKinds,
    ...cloudWatchKinds,
    ...dynamodbKinds(options),
    ...sqsKinds,
    ...secretsKinds,
    ...lambdaKinds(options, makeFunction),
    ...syntheticsKinds(makeFunction),
    ...httpApiKinds(options),
    ...scheduleKinds,
    ...sesKinds,
    ...s3Kinds,
    ...cloudfrontKinds,
    ...route53Kinds(options),
    ...cognitoKinds(options),
    ...crossRegionKinds,
    ...declaredKinds,
  ];
  for (const kind of every) {
    if (kinds.has(kind.type)) throw new Error(`${kind.type} is known twice`);
    kinds.set(kind.type, kind);
  }
  return kinds;
};
