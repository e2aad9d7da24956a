import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Grant } from '../foundation/grant.ts';

/** The alias that routes point to. Lambda provides instances of versions and aliases alone. */
const alias = 'live';

export interface Warmed {
  readonly of: LambdaFunction;
  /** Instances set aside for it: no more can be provided. */
  readonly most: number;
  /** So many fans of an audience need one: `lib/concurrency.ts`. */
  readonly fans: number;
}

/** May provide instances of these functions, and let them go. */
export function grantWarming(functions: readonly Warmed[]): Grant {
  const actions = ['Get', 'Put', 'Delete'].map((verb) => `lambda:${verb}ProvisionedConcurrencyConfig`);
  return {
    // The text is JSON around names that the deployment makes.
    address: `[${functions.map(({ of, most, fans }) => `{"name":"${of.functionName}","alias":"${alias}","most":${most},"fans":${fans}}`).join(',')}]`,
    allow: [new PolicyStatement({ actions, resources: functions.map(({ of }) => `${of.functionArn}:${alias}`) })],
  };
}
