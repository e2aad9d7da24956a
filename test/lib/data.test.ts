import { beforeAll, describe, expect, test } from '@jest/globals';
import { forAMillion } from './stages.ts';
import { type Resource, type Synthesized, synthesize } from './synthesize.ts';

let platform: Synthesized;
beforeAll(async () => {
  platform = await synthesize();
});

const all = (type: string): readonly Resource[] => platform.resources.filter(({ Type }) => Type === type);
const one = (type: string, id: string): Resource => {
  const found = all(type).filter((resource) => resource.id.startsWith(id));
  expect(found.map((resource) => resource.id)).toHaveLength(1);
  return found[0] as Resource;
};

describe('tables', () => {
  const tables = () => all('AWS::DynamoDB::GlobalTable');

  test('are four, each keyed by pk and sk', () => {
    expect(
      tables()
        .map(({ id }) => id.replace(/Table.*/, ''))
        .sort(),
    ).toEqual(['HouseHouses', 'LineLines', 'OrderBookOrders', 'StaffAudit']);
    for (const { Properties } of tables()) {
      expect(Properties.KeySchema).toEqual([
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ]);
    }
  });

  test('are paid by request, encrypted, restorable to any second, and kept', () => {
    for (const { Properties, DeletionPolicy } of tables()) {
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true });
      expect(Properties.Replicas).toEqual([
        expect.objectContaining({
          Region: 'eu-west-2',
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: expect.objectContaining({ PointInTimeRecoveryEnabled: true }),
        }),
      ]);
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
  });

  test('of orders have the order book’s index by time, one of what is due, and one of each fan’s', () => {
    expect(one('AWS::DynamoDB::GlobalTable', 'OrderBook').Properties.GlobalSecondaryIndexes).toEqual([
      expect.objectContaining({
        IndexName: 'by-time',
        KeySchema: [
          { AttributeName: 'book', KeyType: 'HASH' },
          { AttributeName: 'placedAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      }),
      expect.objectContaining({
        IndexName: 'by-due',
        KeySchema: [
          { AttributeName: 'due', KeyType: 'HASH' },
          { AttributeName: 'dueAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }),
      expect.objectContaining({
        IndexName: 'by-fan',
        KeySchema: [
          { AttributeName: 'fan', KeyType: 'HASH' },
          { AttributeName: 'placedAt', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      }),
    ]);
  });

  test('say no warm throughput, of any audience: a stack that rolls back could not lower it again', async () => {
    for (const stage of [{}, forAMillion])
      expect(JSON.stringify(await synthesize(stage))).not.toContain('WarmThroughput');
  });

  test('are let go where the stage says so', async () => {
    const { resources } = await synthesize(forAMillion);
    const lines = resources.find(({ id, Type }) => Type === 'AWS::DynamoDB::GlobalTable' && id.startsWith('Line'));
    expect(lines?.DeletionPolicy).toBe('Delete');
    expect(lines?.Properties.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });
});

describe('queues', () => {
  test('of asks are in FIFO high-throughput mode, their duplicates told by id', () => {
    expect(one('AWS::SQS::Queue', 'HouseAsksQueue').Properties).toMatchObject({
      FifoQueue: true,
      FifoThroughputLimit: 'perMessageGroupId',
      DeduplicationScope: 'messageGroup',
      ContentBasedDeduplication: false,
    });
  });

  test('have dead letters of their own kind, kept for 14 days', () => {
    for (const name of ['HouseAsks', 'HouseOutcomes']) {
      const queue = one('AWS::SQS::Queue', `${name}Queue`);
      const deadLetters = one('AWS::SQS::Queue', `${name}DeadLetters`);
      expect(queue.Properties.RedrivePolicy).toEqual({
        deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] },
        maxReceiveCount: 10,
      });
      expect(deadLetters.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
      expect(deadLetters.Properties.FifoQueue).toBe(queue.Properties.FifoQueue);
    }
  });

  test('are encrypted, and refuse what is not', () => {
    for (const { Properties } of all('AWS::SQS::Queue')) expect(Properties.SqsManagedSseEnabled).toBe(true);
    expect(all('AWS::SQS::QueuePolicy')).toHaveLength(all('AWS::SQS::Queue').length);
    for (const { Properties } of all('AWS::SQS::QueuePolicy')) {
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  /** A queue feeds the alias of its function. */
  const workerOf = ({ FunctionName }: Resource['Properties']): Resource => {
    const alias = /"Ref":"(\w+)"/.exec(JSON.stringify(FunctionName))?.[1] ?? 'none';
    return one('AWS::Lambda::Function', one('AWS::Lambda::Alias', alias).Properties.FunctionName.Ref);
  };

  test('hide a message six times as long as its worker may take, ten a batch, failures one by one', () => {
    const mappings = all('AWS::Lambda::EventSourceMapping');
    const worksOff = {
      allocateseats: 'HouseAsksQueue',
      endlostasks: 'HouseAsksDeadLetters',
      settleorder: 'HouseOutcomesQueue',
      tellbuyer: 'AnnouncementsQueue',
    };
    expect(mappings).toHaveLength(Object.keys(worksOff).length);
    for (const { Properties } of mappings) {
      const worker = workerOf(Properties);
      const [, queueName = 'none'] =
        Object.entries(worksOff).find(([name]) => worker.id.toLowerCase().includes(name)) ?? [];
      const queue = one('AWS::SQS::Queue', queueName);
      expect(JSON.stringify(Properties.EventSourceArn)).toContain(queue.id);
      expect(queue.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * worker.Properties.Timeout);
      expect(Properties.BatchSize).toBe(10);
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    }
  });

  test('bring no more batches at a time than their worker has instances', () => {
    const held = all('AWS::Lambda::EventSourceMapping').flatMap(({ Properties }) => {
      const worker = workerOf(Properties);
      const { ReservedConcurrentExecutions: reserved } = worker.Properties;
      const most = Properties.ScalingConfig?.MaximumConcurrency;
      return reserved === undefined ? [] : [{ worker: worker.Properties.Description, reserved, most }];
    });
    expect(held.map(({ worker }) => worker).sort()).toEqual([
      'ordering/buy/settle-order',
      'seating/allocate/allocate-seats',
    ]);
    for (const { worker, reserved, most } of held) expect({ worker, most }).toEqual({ worker, most: reserved });
  });
});

describe('buckets', () => {
  test('of the site, of published files, of the staff and of run-ups are private, encrypted and versioned', () => {
    const isOfReadings = ({ id }: { readonly id: string }) => id.startsWith('Readings');
    const buckets = all('AWS::S3::Bucket').filter(({ stack }) => stack !== 'Standby' && stack !== 'Trial');
    expect(buckets.map(({ stack }) => stack).sort()).toEqual([
      'Catalogue',
      'Foundation',
      'Foundation',
      'RunUp',
      'Site',
    ]);
    expect(buckets.filter(isOfReadings)).toHaveLength(1);
    for (const bucket of buckets) {
      const { Properties } = bucket;
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
      // Readings are written every few seconds, and the next ones are right again.
      expect(Properties.VersioningConfiguration).toEqual(isOfReadings(bucket) ? undefined : { Status: 'Enabled' });
    }
  });

  test('let nobody in but this account’s distributions, and our own deployments', () => {
    for (const { stack, Properties } of all('AWS::S3::BucketPolicy').filter(({ stack }) => stack !== 'Standby')) {
      const statements = Properties.PolicyDocument.Statement as {
        Effect: string;
        Principal: object;
        Condition: object;
      }[];
      const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
      expect({ stack, allowed: allowed.map(({ Principal }) => Principal) }).toEqual({
        stack,
        allowed: allowed.map(() => ({ Service: 'cloudfront.amazonaws.com' })),
      });
      for (const { Condition } of allowed) {
        expect(Condition).toMatchObject({ StringEquals: { 'AWS:SourceAccount': { Ref: 'AWS::AccountId' } } });
      }
      expect(statements).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('get hashed assets for ever and pages for a minute, and lose nothing that an open page may need', () => {
    const deployments = all('Custom::CDKBucketDeployment').map(({ Properties }) => ({
      to: Properties.DestinationBucketKeyPrefix ?? '',
      cache: Properties.SystemMetadata['cache-control'],
      prune: Properties.Prune,
    }));
    expect(deployments).toEqual([
      { to: 'assets', cache: 'public, max-age=31536000, immutable', prune: false },
      { to: '', cache: 'public, max-age=0, s-maxage=60, must-revalidate', prune: false },
      // They stand in the place of a draw sheet that is a second away: a crowd must not hear one for a minute.
      { to: 'problems', cache: 'public, max-age=0, s-maxage=1, must-revalidate', prune: false },
    ]);
  });
});

describe('secrets', () => {
  test('are made up by Secrets Manager, long, and safe inside JSON and URLs', () => {
    const secrets = all('AWS::SecretsManager::Secret');
    // Line, ordering, origin; and the keys of passes, slips, vouchers and stewards.
    expect(secrets).toHaveLength(7);
    for (const { Properties, DeletionPolicy } of secrets) {
      expect(Properties.SecretString).toBeUndefined();
      expect(Properties.GenerateSecretString).toMatchObject({
        PasswordLength: 64,
        ExcludePunctuation: true,
        IncludeSpace: false,
      });
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
  });
});
