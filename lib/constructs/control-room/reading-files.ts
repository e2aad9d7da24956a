import { Duration, Stack } from 'aws-cdk-lib';
import { type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { outlives } from '../foundation/outlives.ts';
import { strongly } from '../foundation/strongly.ts';

export interface ReadingFilesProps {
  readonly ground: Pick<Ground, 'retainData'>;
}

/** The folder of each kind of readings, as `readingsPath` of contracts/readings.ts has it. */
export type ReadingsOf = 'lines' | 'houses' | 'orders';

type ReadingPart = `readings/${ReadingsOf | 'keys'}/*` | 'readings/looks.json' | 'readings/platform.json';

const read = ['s3:GetObject'];
const write = ['s3:GetObject', 's3:PutObject'];

/**
 * How each line and its sale go: small files that the contexts write, each in its own folder, and that the control room
 * reads. No distribution reads them. They are written every few seconds, so no version of them is kept.
 */
export class ReadingFiles extends Construct {
  private readonly bucket: Bucket;
  private readonly writes: Readonly<Record<ReadingsOf, IManagedPolicy>>;
  private readonly look: IManagedPolicy;
  private readonly handKeys: IManagedPolicy;
  private readonly lookByKey: IManagedPolicy;
  private readonly readHistory: IManagedPolicy;
  private readonly keepPlatform: IManagedPolicy;

  constructor(scope: Construct, id: string, { ground }: ReadingFilesProps) {
    super(scope, id);
    this.bucket = strongly(
      new Bucket(this, 'Files', {
        encryption: BucketEncryption.S3_MANAGED,
        blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
        enforceSSL: true,
        minimumTLSVersion: 1.2,
        lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
        removalPolicy: outlives(ground.retainData),
      }),
    );
    acknowledge(this.bucket, {
      'AwsSolutions-S1': 'Functions of this stage alone read it: counts, and nothing about a person.',
      'Serverless-S3Versioning':
        'A version each five seconds: the next one is right again, whatever became of this one.',
    });
    this.writes = {
      lines: this.policy('WriteLines', { 'readings/lines/*': write, 'readings/looks.json': read }),
      houses: this.policy('WriteHouses', { 'readings/houses/*': write, 'readings/looks.json': read }),
      orders: this.policy('WriteOrders', { 'readings/orders/*': write, 'readings/looks.json': read }),
    };
    const look = {
      'readings/lines/*': read,
      'readings/houses/*': read,
      'readings/orders/*': read,
      'readings/looks.json': write,
    };
    this.look = this.policy('Look', look);
    this.handKeys = this.policy('HandKeys', { ...look, 'readings/keys/*': write });
    this.lookByKey = this.policy('LookByKey', { ...look, 'readings/keys/*': read });
    this.keepPlatform = this.policy('KeepPlatform', { 'readings/platform.json': write });
    this.readHistory = this.policy('ReadHistory', { 'readings/lines/*': read, 'readings/orders/*': read });
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  /** May write the readings of one kind, go on from those that stand, and know whether somebody looks. */
  grantWrite(kind: ReadingsOf): Grant {
    return this.granted(this.writes[kind]);
  }

  /** May read all readings, and note that somebody looks. */
  grantLook(): Grant {
    return this.granted(this.look);
  }

  /** The same, and may hand out the keys of what it reads. */
  grantHandKeys(): Grant {
    return this.granted(this.handKeys);
  }

  /** May look for those who have a key. */
  grantLookByKey(): Grant {
    return this.granted(this.lookByKey);
  }

  /** May read what was, which is no look at what is. */
  grantReadHistory(): Grant {
    return this.granted(this.readHistory);
  }

  /** May keep the figures of the platform, for all who look. */
  grantKeepPlatform(): Grant {
    return this.granted(this.keepPlatform);
  }

  private granted(policy: IManagedPolicy): Grant {
    return { address: this.bucketName, allow: [], policy };
  }

  private policy(id: string, parts: Readonly<Partial<Record<ReadingPart, readonly string[]>>>): IManagedPolicy {
    const policy = new ManagedPolicy(this, id, {
      statements: Object.entries(parts).map(
        ([part, actions]) =>
          new PolicyStatement({ actions: [...actions], resources: [this.bucket.arnForObjects(part)] }),
      ),
    });
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const part of Object.keys(parts))
      if (part.endsWith('*'))
        acknowledge(policy, {
          [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${part}]`]:
            'A file of each on-sale, and on-sales come all the time.',
        });
    return policy;
  }
}
