import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';

export interface StaffStackProps extends StackProps {
  readonly foundation: Foundation;
}

/** The people of the house: who is signed in, what they were granted, and what they did. */
export class StaffStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, ...props }: StaffStackProps) {
    super(scope, id, props);
    const { staff } = foundation;
    const ORIGIN_SECRET_ARNS = foundation.originSecrets.grantRead();
    const AUDIT_TABLE = staff.grantWriteDown();
    new ApiHandler(this, 'staff/people/show-me', {
      foundation,
      told: {
        ...staff.grantChangePeople(),
        SIGN_IN_ISSUER: fact(foundation.signIn.issuer),
        AUDIT_TABLE,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'staff/people/list-people', { foundation, told: { ...staff.grantAsk(), ORIGIN_SECRET_ARNS } });
    new ApiHandler(this, 'staff/people/change-people', {
      foundation,
      told: { ...staff.grantChangePeople(), AUDIT_TABLE, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'staff/audit/read-audit', {
      foundation,
      told: { ...staff.grantAsk(), AUDIT_TABLE: staff.grantReadAudit(), ORIGIN_SECRET_ARNS },
    });
    new CfnOutput(this, 'AuditTable', { value: staff.auditTable });
    new CfnOutput(this, 'StaffBucket', { value: staff.bucketName });
  }
}
