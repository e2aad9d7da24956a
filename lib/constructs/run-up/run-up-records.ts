import { Duration, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { type Grant, grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { outlives } from '../foundation/outlives.ts';
import { strongly } from '../foundation/strongly.ts';

/** The objects in the bucket, as `lambdas/run-up/run-up-files.ts` has them. */
const keys = { ofOnSales: 'run-up/on-sales/*', reports: 'run-up/reports.json' } as const;

/**
 * The run-up of each on-sale, and what was checked: objects in a bucket that no distribution reads. Each of their versions is
 * kept for a year.
 */
export class RunUpRecords extends Construct {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { ground }: { readonly ground: Ground }) {
    super(scope, id);
    this.bucket = strongly(
      new Bucket(this, 'Files', {
        encryption: BucketEncryption.S3_MANAGED,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        versioned: true,
        lifecycleRules: [
          { noncurrentVersionExpiration: Duration.days(365), abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ],
        removalPolicy: outlives(ground.retainData),
      }),
    );
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Functions of this stage alone read it; what people do with it is in the audit, by their names.',
    });
  }

  /** May read run-ups, and what was checked. */
  grantRead(): Grant {
    return this.policy('Read', { [keys.ofOnSales]: ['s3:GetObject'], [keys.reports]: ['s3:GetObject'] });
  }

  /** May change run-ups, and say what was checked. */
  grantChange(): Grant {
    const both = ['s3:GetObject', 's3:PutObject'];
    return this.policy('Change', { [keys.ofOnSales]: both, [keys.reports]: both });
  }

  /** May note a lift on the plan. */
  grantNoteLifts(): Grant {
    return this.policy('NoteLifts', {
      [keys.ofOnSales]: ['s3:GetObject', 's3:PutObject'],
      [keys.reports]: ['s3:GetObject'],
    });
  }

  /** May say what was checked. */
  grantReport(): Grant {
    return grant(this.bucket.bucketName, [this.bucket.arnForObjects(keys.reports)], ['s3:GetObject', 's3:PutObject']);
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  private policy(id: string, parts: Readonly<Record<string, readonly string[]>>): Grant {
    const policy = new ManagedPolicy(this, id, {
      statements: Object.entries(parts).map(
        ([key, actions]) => new PolicyStatement({ actions: [...actions], resources: [this.bucket.arnForObjects(key)] }),
      ),
    });
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    acknowledge(policy, {
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${keys.ofOnSales}]`]:
        'One file of each on-sale, and on-sales come all the time.',
    });
    return { address: this.bucket.bucketName, allow: [], policy };
  }
}
