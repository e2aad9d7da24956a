/**
 * A table or an index that turns calls away, as DynamoDB does when more come than it can take: which calls, in which words,
 * and what CloudWatch is told. An index that cannot follow turns away the writes to its table that touch it, too.
 */

import type { MetricName } from '../cloudwatch/metric-data.ts';
import type { Fault } from '../faults/fault.ts';

type CallInput = Readonly<Record<string, unknown>>;
type TableFault = Fault<'table-throttled'>;

export interface Throttled {
  readonly table: string;
  readonly index: string | undefined;
  readonly what: 'reads' | 'writes';
  /** The whole transaction is cancelled. */
  readonly ofTransaction: boolean;
}

const bag = (value: unknown): CallInput => (typeof value === 'object' && value !== null ? (value as CallInput) : {});

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** The tables that a call reads or writes. */
const tablesOf = (input: CallInput): readonly string[] => {
  const items = Array.isArray(input.TransactItems) ? input.TransactItems : [];
  const named = items.flatMap((item) => Object.values(bag(item)).map((part) => bag(part).TableName));
  return [...Object.keys(bag(input.RequestItems)), ...named, input.TableName].filter(
    (name) => typeof name === 'string',
  );
};

/** Undefined: the call goes on. @param input the body, which may be anything. */
export const throttledBy = (
  faults: readonly TableFault[],
  action: string,
  input: unknown,
  now: number,
): Throttled | undefined => {
  if (faults.length === 0) return undefined;
  const what = reads.has(action) ? 'reads' : writes.has(action) ? 'writes' : undefined;
  if (what === undefined) return undefined;
  const given = bag(input);
  for (const table of tablesOf(given)) {
    const fault = faults.find(
      ({ name, index, until }) =>
        now < until && table.includes(name) && (index === undefined || what === 'writes' || index === given.IndexName),
    );
    if (fault !== undefined) return { table, index: fault.index, what, ofTransaction: action.startsWith('Transact') };
  }
  return undefined;
};

const message =
  'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly.';

/** The body of the answer, of status 400. */
export const throttledBody = ({ ofTransaction }: Throttled): object =>
  ofTransaction
    ? {
        __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
        Message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [ThrottlingError]',
        CancellationReasons: [{ Code: 'ThrottlingError', Message: message }],
      }
    : { __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', message };

/** The events are told of the table, or of its index with both names. */
export const throttleMetric = ({ table, index, what }: Throttled): MetricName => ({
  namespace: 'AWS/DynamoDB',
  name: what === 'reads' ? 'ReadThrottleEvents' : 'WriteThrottleEvents',
  dimensions: { TableName: table, ...(index !== undefined && { GlobalSecondaryIndexName: index }) },
});
