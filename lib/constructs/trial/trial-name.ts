import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type Grant, grant } from '../foundation/grant.ts';

/**
 * The canary's name is known beforehand: the pacemaker starts it and stands in an earlier stack.
 */
export const trialName = (stage: string): string => `stampede-${stage}-trial`;

/** May begin a run of the trial. */
export function grantStartTrial(scope: Construct, stage: string): Grant {
  const name = trialName(stage);
  const arn = Stack.of(scope).formatArn({
    service: 'synthetics',
    resource: 'canary',
    resourceName: name,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  return grant(name, [arn], ['synthetics:StartCanary']);
}
