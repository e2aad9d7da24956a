import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Watched } from '../../../contracts/platform.ts';
import type { Grant } from '../foundation/grant.ts';

/** May read what CloudWatch measures of the platform; the address is the names by which it is measured. */
export function grantWatch(scope: Construct, watched: Watched): Grant {
  return {
    address: Stack.of(scope).toJsonString(watched),
    // It knows no resources: who may read one metric of an account may read all.
    allow: [new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] })],
  };
}
