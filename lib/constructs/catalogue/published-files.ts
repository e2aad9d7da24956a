import { Duration, Stack } from 'aws-cdk-lib';
import { type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { PrivateBucket } from '../foundation/private-bucket.ts';

/** A part of the published files, the first step of their path (contracts/paths.ts). */
type Shelf = 'catalogue' | 'lines';

/**
 * What everyone may read and no one computes: the catalogue, boards and draw sheets. Who may read or
 * publish a shelf is a policy of its own, since new files come all the time and a whole shelf is meant.
 */
export class PublishedFiles extends Construct {
  readonly bucket: IBucket;
  private readonly readCatalogue: IManagedPolicy;
  private readonly publishCatalogue: IManagedPolicy;
  private readonly publishLines: IManagedPolicy;

  constructor(scope: Construct, id: string, { ground }: { readonly ground: Ground }) {
    super(scope, id);
    const { bucket } = new PrivateBucket(this, 'Files', {
      retain: ground.retainData,
      // A board is replaced every second or so while a line is live: its past is worth a week, not a year.
      keepOldVersions: Duration.days(7),
    });
    this.bucket = bucket;
    this.readCatalogue = this.policy('ReadCatalogue', 'catalogue', ['s3:GetObject']);
    this.publishCatalogue = this.policy('PublishCatalogue', 'catalogue', ['s3:GetObject', 's3:PutObject']);
    this.publishLines = this.policy('PublishLines', 'lines', ['s3:GetObject', 's3:PutObject']);
  }

  /** May read the catalogue. */
  grantReadCatalogue(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readCatalogue };
  }

  /** May publish the catalogue, and read what is there. */
  grantPublishCatalogue(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.publishCatalogue };
  }

  /** May publish boards and draw sheets, and read what is there. */
  grantPublishLines(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.publishLines };
  }

  private policy(id: string, shelf: Shelf, actions: string[]): IManagedPolicy {
    const policy = new ManagedPolicy(this, id, {
      statements: [new PolicyStatement({ actions, resources: [this.bucket.arnForObjects(`${shelf}/*`)] })],
    });
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    acknowledge(policy, {
      [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${shelf}/*]`]: `The files of ${shelf}/ and of no other shelf.`,
    });
    return policy;
  }
}
