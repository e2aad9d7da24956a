/**
 * What a template says of a table beside its keys: recovery to a point in time, protection from deletion, deletion by time,
 * warm throughput, tags. Each start sees to it anew, as a deployment does. DynamoDB Local has no recovery, so this is for
 * dynalite alone.
 */
import type { Properties } from '../properties.ts';
import { callDynamo } from './engine.ts';

export interface TableCare {
  /** How many days back it can be restored; undefined if it cannot. */
  readonly recoveryDays: number | undefined;
  readonly isProtected: boolean;
  /** The attribute with the time at which an item may go. */
  readonly goesBy: string | undefined;
  readonly warmth: { readonly ReadUnitsPerSecond: number; readonly WriteUnitsPerSecond: number };
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
}

/** What AWS gives a table on demand that asks for no more. */
const usualWarmth = { reads: 12_000, writes: 4000 };
const longestDays = 35;

/** A table has its care itself; a global one has most of it in its replica. */
export const tableCare = (properties: Properties, region: string): TableCare => {
  const own = properties.list('Replicas').find((each) => each.optionalText('Region') === region) ?? properties;
  const recovery = own.inside('PointInTimeRecoverySpecification');
  const gone = properties.inside('TimeToLiveSpecification');
  const warmth = properties.inside('WarmThroughput');
  return {
    recoveryDays: recovery?.flag('PointInTimeRecoveryEnabled')
      ? recovery.number('RecoveryPeriodInDays', longestDays)
      : undefined,
    isProtected: own.flag('DeletionProtectionEnabled'),
    goesBy: gone?.flag('Enabled') ? gone.text('AttributeName') : undefined,
    warmth: {
      ReadUnitsPerSecond: warmth?.number('ReadUnitsPerSecond', usualWarmth.reads) ?? usualWarmth.reads,
      WriteUnitsPerSecond: warmth?.number('WriteUnitsPerSecond', usualWarmth.writes) ?? usualWarmth.writes,
    },
    tags: own.list('Tags').map((tag) => ({ Key: tag.text('Key'), Value: tag.text('Value') })),
  };
};

type EngineReply = Readonly<Record<string, unknown>>;

/** @throws an Error with the engine's refusal. */
const ask = async (url: string, action: string, input: object): Promise<EngineReply> => {
  const { status, body } = await callDynamo(url, action, input);
  if (status !== 200) throw new Error(`${action} is refused: ${JSON.stringify(body)}`);
  return body;
};

const inside = (reply: EngineReply, ...names: readonly string[]): EngineReply =>
  names.reduce((found, name) => (found[name] ?? {}) as EngineReply, reply);

/** A warmth above that of the template stays: it is never lowered. */
const careForFlags = async (url: string, table: EngineReply, care: TableCare): Promise<void> => {
  const now = inside(table, 'WarmThroughput');
  const warmest = (name: keyof TableCare['warmth']): number => Math.max(Number(now[name] ?? 0), care.warmth[name]);
  await ask(url, 'UpdateTable', {
    TableName: table.TableName,
    DeletionProtectionEnabled: care.isProtected,
    WarmThroughput: {
      ReadUnitsPerSecond: warmest('ReadUnitsPerSecond'),
      WriteUnitsPerSecond: warmest('WriteUnitsPerSecond'),
    },
  });
};

const careForTime = async (url: string, TableName: string, goesBy: string | undefined): Promise<void> => {
  const { AttributeName } = inside(await ask(url, 'DescribeTimeToLive', { TableName }), 'TimeToLiveDescription');
  if (AttributeName === goesBy) return;
  const change = (attribute: unknown, Enabled: boolean): Promise<EngineReply> =>
    ask(url, 'UpdateTimeToLive', { TableName, TimeToLiveSpecification: { Enabled, AttributeName: attribute } });
  if (AttributeName !== undefined) await change(AttributeName, false);
  if (goesBy !== undefined) await change(goesBy, true);
};

export const careFor = async (url: string, TableName: string, care: TableCare): Promise<void> => {
  const table = inside(await ask(url, 'DescribeTable', { TableName }), 'Table');
  await careForFlags(url, table, care);
  await ask(url, 'UpdateContinuousBackups', {
    TableName,
    PointInTimeRecoverySpecification: {
      PointInTimeRecoveryEnabled: care.recoveryDays !== undefined,
      ...(care.recoveryDays !== undefined && { RecoveryPeriodInDays: care.recoveryDays }),
    },
  });
  await careForTime(url, TableName, care.goesBy);
  if (care.tags.length > 0) await ask(url, 'TagResource', { ResourceArn: table.TableArn, Tags: care.tags });
};
