import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { outlives } from './outlives.ts';
import { strongly } from './strongly.ts';

export interface PrivateBucketProps {
  readonly retain: boolean;
  /** How long replaced and deleted objects can be brought back. */
  readonly keepOldVersions: Duration;
  /**
   * The status that the CDN hears of an object that is not there: 404, or 403, as of one that nobody may read.
   * @default 404
   */
  readonly missingIs?: 403 | 404;
}

/**
 * A bucket that only the CDN reads. The distributions stand in a later stack, so the bucket cannot name them without
 * turning the order round. It trusts every distribution of this account, and those of no other account.
 */
export class PrivateBucket extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { retain, keepOldVersions, missingIs = 404 }: PrivateBucketProps) {
    super(scope, id);
    const bucket = strongly(
      new Bucket(this, 'Bucket', {
        encryption: BucketEncryption.S3_MANAGED,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        versioned: true,
        lifecycleRules: [
          { noncurrentVersionExpiration: keepOldVersions, abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ],
        removalPolicy: outlives(retain),
      }),
    );
    const toDistributions = {
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      conditions: {
        StringEquals: { 'AWS:SourceAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*` },
      },
    };
    bucket.addToResourcePolicy(
      new PolicyStatement({
        ...toDistributions,
        actions: ['s3:GetObject'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
    // With the right to list, S3 answers 404 for an object that is not there. Without it, S3 answers 403, which says
    // something else. A distribution on top must set a default root object, so that its `/` names an object and never
    // lists.
    if (missingIs === 404)
      bucket.addToResourcePolicy(
        new PolicyStatement({ ...toDistributions, actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
      );
    acknowledge(bucket, {
      'AwsSolutions-S1':
        'Read by the CDN only, and public by nature: a log of every read would cost more than the reads and help nobody.',
    });
    // `Bucket` says of an absent policy that it is undefined, `IBucket` that it is not there: one and the same.
    this.bucket = bucket as IBucket;
  }
}
