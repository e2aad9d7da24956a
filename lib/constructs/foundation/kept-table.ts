import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { WarmThroughput } from '../../sizing.ts';
import { type Grant, grant } from './grant.ts';
import type { Ground } from './ground.ts';

export interface KeptTableProps {
  readonly ground: Ground;
  /** Units a second that the table must serve from the first second. */
  readonly warm: WarmThroughput;
  /**
   * A second order of the items, by two string attributes.
   * @default - none
   */
  readonly index?: { readonly name: string; readonly partition: string; readonly sort: string };
}

/**
 * A table of ours: keys `pk` and `sk`, paid by request, restorable to any second of the last 35 days.
 * Encrypted at rest with the account's own DynamoDB key, whose every use is in CloudTrail.
 */
export class KeptTable extends Construct {
  readonly name: string;
  private readonly table: TableV2;
  private readonly indexName: string | undefined;

  constructor(scope: Construct, id: string, { ground, warm, index }: KeptTableProps) {
    super(scope, id);
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const warmThroughput = {
      readUnitsPerSecond: warm.readUnitsPerSecond,
      writeUnitsPerSecond: warm.writeUnitsPerSecond,
    };
    this.table = new TableV2(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billing: Billing.onDemand(),
      warmThroughput,
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: ground.retainData,
      removalPolicy: ground.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(index && {
        globalSecondaryIndexes: [
          {
            indexName: index.name,
            partitionKey: text(index.partition),
            sortKey: text(index.sort),
            projectionType: ProjectionType.ALL,
            warmThroughput,
          },
        ],
      }),
    });
    this.name = this.table.tableName;
    this.indexName = index?.name;

    const throttles = (metricName: string) =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: this.name },
        statistic: Stats.SUM,
        period: Duration.minutes(1),
      });
    ground.monitoring.raise(this, {
      alarm: 'Throttled',
      says: `the table of ${scope.node.id} refuses reads or writes`,
      metric: new MathExpression({
        expression: 'reads + writes',
        label: 'throttled reads and writes',
        period: Duration.minutes(1),
        usingMetrics: { reads: throttles('ReadThrottleEvents'), writes: throttles('WriteThrottleEvents') },
      }),
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

  /** May read the table in the index's order. */
  grantIndex(): Grant {
    if (!this.indexName) throw new Error(`${this.node.path} has no index`);
    return grant(this.name, [`${this.table.tableArn}/index/${this.indexName}`], [actionOf('Query')]);
  }
}

export type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'BatchWriteItem';

const actionOf = (action: ItemAction): string => `dynamodb:${action}`;
