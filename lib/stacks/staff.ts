import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';

export interface StaffStackProps extends StackProps {
  readonly foundation: Foundation;
}

/** The people of the house. */
export class StaffStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, ...props }: StaffStackProps) {
    super(scope, id, props);
    new ApiHandler(this, 'staff/people/show-me', {
      foundation,
      told: {
        SIGN_IN_ISSUER: fact(foundation.signIn.issuer),
        ORIGIN_SECRET_ARNS: foundation.originSecrets.grantRead(),
      },
    });
  }
}
