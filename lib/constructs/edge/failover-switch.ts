import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { drillKey, switchHands, switchKey, switchNotes } from '../../../contracts/switch.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import { type Grant, grant } from '../foundation/grant.ts';
import { outlives } from '../foundation/outlives.ts';

export interface FailoverSwitchProps {
  readonly stage: string;
  readonly retain: boolean;
}

/**
 * The switch that sends everyone to the fallback is data, not configuration: an object in another region.
 * While it is there, Route 53's health check finds it, and being inverted takes the site for unhealthy.
 * Flipping it needs S3 in the standby region and nothing else: not the home region, not Route 53's control plane. Beside
 * it is a second one for drills, which turns a twin name that nobody types.
 *
 * The hand on it is a user of IAM, who may turn the switch and nothing else, by the policy here. People make that user:
 * a stage may make neither users nor keys (lib/delivery/delivery-rights.ts). docs/failover.md says how.
 */
export class FailoverSwitch extends Construct {
  readonly bucketName: string;
  /** The address that the health checkers ask. */
  readonly hostName: string;
  /** ARN of the policy for the hand on the switch. */
  readonly mayTurn: string;
  private readonly bucket: CfnBucket;

  constructor(scope: Construct, id: string, { stage, retain }: FailoverSwitchProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      // Health checkers send no credentials: two objects are public, by the policy below. Lists stay impossible.
      blockPublicAccess: new BlockPublicAccess({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      }),
      removalPolicy: outlives(retain),
    });
    const switches = [switchKey, drillKey].map((key) => bucket.arnForObjects(key));
    const anyone = { principals: [new AnyPrincipal()] };
    const withoutTls = { effect: Effect.DENY, conditions: { Bool: { 'aws:SecureTransport': 'false' } }, ...anyone };
    const all = [bucket.bucketArn, bucket.arnForObjects('*')];
    bucket.addToResourcePolicy(new PolicyStatement({ ...anyone, actions: ['s3:GetObject'], resources: switches }));
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...anyone,
        effect: Effect.DENY,
        actions: ['s3:*'],
        resources: all,
        // Without TLS there is no version of it; the two below say what is had then.
        conditions: { Bool: { 'aws:SecureTransport': 'true' }, NumericLessThan: { 's3:TlsVersion': 1.2 } },
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...withoutTls,
        notActions: ['s3:GetObject'],
        resources: all,
      }),
    );
    bucket.addToResourcePolicy(
      new PolicyStatement({ ...withoutTls, actions: ['s3:GetObject'], notResources: switches }),
    );
    acknowledge(bucket, {
      'AwsSolutions-S1':
        'Some twenty health checkers ask for two objects every half minute; notes beside them say who flipped them.',
      'AwsSolutions-S2': 'Route 53’s health checkers send no credentials, so the switches’ two objects must be public.',
      'AwsSolutions-S10':
        'The two objects that health checkers ask for are had without TLS: they are public and empty, and checkers verify ' +
        'no certificate. All else is refused without it.',
    });

    const mayTurn = new ManagedPolicy(this, 'MayTurn', {
      description: `Turns the failover switch of ${stage}, and nothing else.`,
      statements: [
        new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources: switches }),
        new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${switchNotes}/*`)] }),
        // Else an object that is not there is forbidden, and one could not tell how the switch stands.
        new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
      ],
    });
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    acknowledge(mayTurn, {
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${switchNotes}/*]`]:
        'Notes have names of their own: when it was turned, and to where.',
    });
    this.bucket = bucket.node.defaultChild as CfnBucket;
    this.bucketName = bucket.bucketName;
    this.hostName = bucket.bucketRegionalDomainName;
    this.mayTurn = mayTurn.managedPolicyArn;
  }

  /** May see who turned the switch in the control room. How it stands everybody may see. */
  grantShow(): Grant {
    return grant(this.bucket.ref, [this.arnOf(switchHands)], ['s3:GetObject']);
  }

  /** May turn the switch, not that of drills, and say who did. */
  grantTurn(): Grant {
    const { address, allow } = this.grantShow();
    const objects = (key: string, ...actions: readonly string[]) =>
      new PolicyStatement({ actions: [...actions], resources: [this.arnOf(key)] });
    const turned = [objects(switchKey, 's3:PutObject', 's3:DeleteObject'), objects(switchHands, 's3:PutObject')];
    return { address, allow: [...allow, ...turned] };
  }

  /** Functions are in another region, where the bucket's name is known by its template alone. */
  private arnOf(key: string): string {
    return `${this.bucket.attrArn}/${key}`;
  }
}
