import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  Billing,
  type ITable,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { TableRole } from '../../restored.ts';
import { filledSum } from '../monitoring/filled-sum.ts';
import { type Grant, grant } from './grant.ts';
import type { Ground } from './ground.ts';
import { outlives } from './outlives.ts';
import { strongly } from './strongly.ts';

export interface KeptTableProps {
  readonly ground: Ground;
  /** By which a stage's settings name a restored table in its place. */
  readonly role: TableRole;
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
 * Encrypted at rest with the account's own DynamoDB key, whose every use is in CloudTrail. If the stage's settings name
 * a restored table, functions and alarms are given that one. The stack's own is kept then, with what is in it.
 * Its warm throughput is not said here: DynamoDB raises it by itself and lowers it never, so a stack that rolls back could
 * not. `bin/warm.ts` raises it.
 */
export class KeptTable extends Construct {
  readonly name: string;
  private readonly table: Pick<ITable, 'tableArn' | 'tableName'>;
  private readonly indexNames: readonly string[];

  constructor(scope: Construct, id: string, { ground, role, indexes = [], deletedFrom }: KeptTableProps) {
    super(scope, id);
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    const restored = ground.restored[role];
    const retain = ground.retainData || restored !== undefined;
    const own = strongly(
      new TableV2(this, 'Table', {
        partitionKey: text('pk'),
        sortKey: text('sk'),
        billing: Billing.onDemand(),
        encryption: TableEncryptionV2.awsManagedKey(),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        ...(deletedFrom !== undefined && { timeToLiveAttribute: deletedFrom }),
        // CloudFormation cannot roll back a table that is protected. So a stack that is made has it with the next deployment,
        // which `npm run deploy` adds by itself.
        deletionProtection: retain && !ground.firstTime.has(Stack.of(this).stackName),
        removalPolicy: outlives(retain),
        globalSecondaryIndexes: indexes.map((index) => ({
          indexName: index.name,
          partitionKey: text(index.partition),
          sortKey: text(index.sort),
          projectionType: index.holds === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
        })),
      }),
    );
    this.table = restored === undefined ? own : TableV2.fromTableName(this, 'Restored', restored);
    if (restored !== undefined) {
      // Stacks that were deployed before still import it, until their own turn has come.
      for (const used of [own.tableName, own.tableArn]) Stack.of(this).exportValue(used);
      new CfnOutput(Stack.of(this), `RestoredTableOf${id}`, {
        value: restored,
        description: `${restored} stands in the place of this stack's own table of ${role}, which is kept and used by nobody`,
      });
    }
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
