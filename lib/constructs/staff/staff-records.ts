import { Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../foundation/acknowledge.ts';
import { fact, type Grant, grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptTable } from '../foundation/kept-table.ts';
import { outlives } from '../foundation/outlives.ts';
import { strongly } from '../foundation/strongly.ts';

export interface StaffRecordsProps {
  readonly ground: Ground;
  /** Addresses of people who own everything, whatever the book says. */
  readonly owners: readonly string[];
}

/** The object in the bucket, as `lambdas/foundation/staff/staff-book.ts` has it. */
const bookKey = 'staff/people.json';

/**
 * The people of the house and their grants, and the audit of what they do. The book is one object in a bucket that no
 * distribution reads; each of its versions is kept for a year.
 */
export class StaffRecords extends Construct {
  private readonly bucket: Bucket;
  private readonly audit: KeptTable;
  private readonly owners: readonly string[];

  constructor(scope: Construct, id: string, { ground, owners }: StaffRecordsProps) {
    super(scope, id);
    this.owners = owners;
    this.bucket = strongly(
      new Bucket(this, 'Book', {
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
    this.audit = new KeptTable(this, 'Audit', { ground, role: 'audit' });
  }

  /** May read who somebody of the house is. */
  grantAsk(): { readonly STAFF_BUCKET: Grant; readonly STAFF_OWNERS: Grant } {
    return this.book(['s3:GetObject']);
  }

  /** May change what people were granted. */
  grantChangePeople(): { readonly STAFF_BUCKET: Grant; readonly STAFF_OWNERS: Grant } {
    return this.book(['s3:GetObject', 's3:PutObject']);
  }

  /** May write into the audit, and read nothing of it. */
  grantWriteDown(): Grant {
    return this.audit.grantItems(['PutItem']);
  }

  /** May read the audit. */
  grantReadAudit(): Grant {
    return this.audit.grantItems(['Query']);
  }

  get auditTable(): string {
    return this.audit.name;
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  private book(actions: readonly string[]) {
    return {
      STAFF_BUCKET: grant(this.bucket.bucketName, [this.bucket.arnForObjects(bookKey)], actions),
      STAFF_OWNERS: fact(this.owners.join(',')),
    };
  }
}
