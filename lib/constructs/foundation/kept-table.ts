import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { filledSum } from '../monitoring/filled-sum.ts';
import { type Grant, grant } from './grant.ts';
import type { Ground } from './ground.ts';

export interface KeptTableProps {
  readonly ground: Ground;
  /**
   * Other orders of the items, each by two string attributes; an item without both is not in it.
   * @default - none
   */
  readonly indexes?: readonly KeptIndex[];
  /**
   * The attribute that says, in seconds since the epoch, from when an item may be deleted. An item without it stays.
   * @default - nothing is ever deleted
   */
  readonly deletedFrom?: string;
}

export interface KeptIndex {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** Of an item: all of it, or its keys alone. */
  readonly holds: 'all' | 'keys';
}

/**
 * A table of ours: keys `pk` and `sk`, paid by request, restorable to any second of the last 35 days.
 * Encrypted at rest with the account's own DynamoDB key, whose every use is in CloudTrail. Its warm throughput is not
 * said here: DynamoDB raises it by itself and lowers it never, so a stack that rolls back could not. `bin/warm.ts` raises it.
 */
export class KeptTable extends Construct {
  readonly name: string;
  private readonly table: TableV2;
  private readonly indexNames: readonly string[];

  constructor(scope: Construct, id: string, { ground, indexes = [], deletedFrom }: KeptTableProps) {
    super(scope, id);
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      ...(deletedFrom !== undefined && { timeToLiveAttribute: deletedFrom }),
      deletionProtection: ground.retainData,
      removalPolicy: ground.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      globalSecondaryIndexes: indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partition),
        sortKey: text(index.sort),
        projectionType: index.holds === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
      })),
    });
    this.name = this.table.tableName;
    this.indexNames = indexes.map(({ name }) => name);

    const throttles = (metricName: string, index?: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        // The table's own metric leaves out what its indexes throttle.
        dimensionsMap: { TableName: this.name, ...(index !== undefined && { GlobalSecondaryIndexName: index }) },
        statistic: Stats.SUM,
        period: Duration.minutes(1),
      });
    ground.monitoring.raise(this, {
      alarm: 'Throttled',
      says: `the table of ${scope.node.id} refuses reads or writes`,
      metric: filledSum(
        'throttled reads and writes',
        Object.fromEntries(
          [undefined, ...this.indexNames].flatMap((index, at) => [
            [`reads${at}`, throttles('ReadThrottleEvents', index)],
            [`writes${at}`, throttles('WriteThrottleEvents', index)],
          ]),
        ),
      ),
      above: 0,
      minutes: 2,
      severity: 'wake',
      runbook: 'table-throttled',
    });
  }

  /** May do the given things to the table's items, e.g. `['GetItem']`. */
  grantItems(actions: readonly ItemAction[]): Grant {
    return grant(this.name, [this.table.tableArn], actions.map(actionOf));
  }

  /** May read the table in the order of one index. */
  grantIndex(index: string): Grant {
    if (!this.indexNames.includes(index)) throw new Error(`${this.node.path} has no index ${index}`);
    return grant(this.name, [`${this.table.tableArn}/index/${index}`], [actionOf('Query')]);
  }
}

export type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem';

const actionOf = (action: ItemAction): string => `dynamodb:${action}`;
