import { DescribeTableCommand, type DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { Settings } from '../lib/settings.ts';
import type { WarmThroughput } from '../lib/sizing.ts';
import { type Raise, raiseOf, type WarmTable, warmTableOf, warmthFor } from '../lib/warm-raise.ts';

/*
 * Raises what the tables of a stage are warmed to, as its own step. No stack says a warm throughput, so nothing that a
 * stack does, and no rollback of one, can ask DynamoDB to lower it (decision 59).
 */

/** DynamoDB, as far as this needs it. */
export interface Tables {
  readonly describe: (table: string) => Promise<WarmTable>;
  readonly raise: (raise: Raise) => Promise<void>;
}

export interface WarmDeps {
  readonly tables: Tables;
  readonly say: (line: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const lookEveryMs = 5_000;
/** AWS names no time; it takes minutes, more for large tables. */
const mostLooks = 360;

/**
 * Raises all tables and waits until they are warm. Run again, it changes nothing.
 * @param nameOf the table's name, by the output of its stack.
 */
export async function warmStage(
  { tables, say, wait }: WarmDeps,
  settings: Pick<Settings, 'audienceSize' | 'limits' | 'quotas' | 'regions'>,
  nameOf: (output: string) => string,
): Promise<void> {
  for (const [output, to] of Object.entries(warmthFor(settings))) {
    const table = await settled(nameOf(output));
    const raise = raiseOf(table, to);
    if (!raise) {
      say(`${output}: warm for ${told(table.warm)} already`);
      continue;
    }
    say(`${output}: from ${told(table.warm)} to ${told(raise.warm ?? table.warm)}`);
    await tables.raise(raise);
    const now = await settled(table.name);
    const missing = raiseOf(now, to);
    if (missing) throw new Error(`${output} is still at ${told(now.warm)}`);
    say(`${output}: warm`);
  }

  async function settled(name: string): Promise<WarmTable> {
    for (let look = 1; ; look += 1) {
      const table = await tables.describe(name);
      if (table.settled) return table;
      if (look >= mostLooks) throw new Error(`${name} is still being changed: run this again later`);
      await wait(lookEveryMs);
    }
  }
}

const told = ({ writeUnitsPerSecond, readUnitsPerSecond }: WarmThroughput): string =>
  `${writeUnitsPerSecond.toLocaleString('en')} writes and ${readUnitsPerSecond.toLocaleString('en')} reads a second`;

const sent = ({ writeUnitsPerSecond, readUnitsPerSecond }: WarmThroughput) => ({
  WriteUnitsPerSecond: writeUnitsPerSecond,
  ReadUnitsPerSecond: readUnitsPerSecond,
});

export function tablesOnAws(client: DynamoDBClient): Tables {
  return {
    async describe(name) {
      const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
      return warmTableOf(name, Table);
    },
    async raise({ table, warm, indexes }) {
      await client.send(
        new UpdateTableCommand({
          TableName: table,
          ...(warm && { WarmThroughput: sent(warm) }),
          ...(indexes.length > 0 && {
            GlobalSecondaryIndexUpdates: indexes.map((index) => ({
              Update: { IndexName: index.name, WarmThroughput: sent(index.warm) },
            })),
          }),
        }),
      );
    },
  };
}
