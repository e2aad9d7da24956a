import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { outlives } from './outlives.ts';
import { strongly } from './strongly.ts';

/** A bucket of a stack in another region. */
export interface BucketElsewhere {
  readonly name: string;
  readonly region: string;
}

export interface PrivateBucketProps {
  /** @default - made up by CloudFormation */
  readonly name?: string;
  readonly retain: boolean;
  /** How long replaced and deleted objects can be brought back. */
  readonly keepOldVersions: Duration;
  /**
   * The status that the CDN hears of an object that is not there: 404, or 403, as of one that nobody may read.
   * @default 404
   */
  readonly missingIs?: 403 | 404;
  /**
   * A bucket in another region that has the same objects under these prefixes, as a rule some seconds later. What is deleted
   * here is deleted there; both keep their old versions.
   * @default - no copy
   */
  readonly copied?: { readonly to: BucketElsewhere; readonly prefixes: readonly string[] };
}

/**
 * A bucket that only the CDN reads. The distributions stand in a later stack, so the bucket cannot name them without
 * turning the order round. It trusts every distribution of this account, and those of no other account.
 */
export class PrivateBucket extends Construct {
  readonly bucket: IBucket;

  constructor(
    scope: Construct,
    id: string,
    { retain, keepOldVersions, missingIs = 404, name, copied }: PrivateBucketProps,
  ) {
    super(scope, id);
    const destination =
      copied &&
      Bucket.fromBucketAttributes(this, 'Copy', {
        bucketName: copied.to.name,
        region: copied.to.region,
      });
    const bucket = strongly(
      new Bucket(this, 'Bucket', {
        ...(name !== undefined && { bucketName: name }),
        encryption: BucketEncryption.S3_MANAGED,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        versioned: true,
        lifecycleRules: [
          { noncurrentVersionExpiration: keepOldVersions, abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ],
        removalPolicy: outlives(retain),
        ...(destination && {
          replicationRules: copied.prefixes.map((prefix, at) => ({
            destination,
            priority: at + 1,
            filter: { prefix },
            deleteMarkerReplication: true,
          })),
        }),
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
    if (copied) this.acceptCopier(bucket, copied.to);
    // `Bucket` says of an absent policy that it is undefined, `IBucket` that it is not there: one and the same.
    this.bucket = bucket as IBucket;
  }

  /** Answers the findings on the role that copies objects. */
  private acceptCopier(bucket: Bucket, to: BucketElsewhere): void {
    const role = bucket.node.findChild('ReplicationRole');
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    const all = 'It copies every object under the prefixes of its rules, and no other bucket has them.';
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`]: all,
      [`AwsSolutions-IAM5[Resource::arn:aws:s3:::${to.name.replace(Aws.ACCOUNT_ID, '<AWS::AccountId>')}/*]`]: all,
    });
  }
}
