import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { outlives } from '../foundation/outlives.ts';

/** The object whose presence is the switch. */
export const switchKey = 'switch/fallback';

export interface FailoverSwitchProps {
  readonly retain: boolean;
}

/**
 * The switch that sends everyone to the fallback is data, not configuration: an object in another region.
 * While it is there, Route 53's health check finds it, and being inverted takes the site for unhealthy.
 * Flipping it needs S3 in the standby region and nothing else: not the home region, not Route 53's control plane.
 */
export class FailoverSwitch extends Construct {
  readonly bucketName: string;
  /** The address that the health checkers ask. */
  readonly hostName: string;

  constructor(scope: Construct, id: string, { retain }: FailoverSwitchProps) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Health checkers send no credentials: this one object is public, by the policy below. Lists stay impossible.
      blockPublicAccess: new BlockPublicAccess({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      }),
      removalPolicy: outlives(retain),
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects(switchKey)],
      }),
    );
    acknowledge(bucket, {
      'AwsSolutions-S1':
        'Some twenty health checkers ask for one object every half minute; who flips it is in CloudTrail.',
      'AwsSolutions-S2': 'Route 53’s health checkers send no credentials, so the switch’s one object must be public.',
    });
    this.bucketName = bucket.bucketName;
    this.hostName = bucket.bucketRegionalDomainName;
  }
}
