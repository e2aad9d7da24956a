/** What protects a table and its items: protection from deletion, warm throughput, deletion by time. */
import type { Table } from 'dynalite/db/index.js';
import { type ActAnswer, accepted, invalid, noSuchResource } from './act-answers.ts';
import { type ActInput, nameIn, type Tables } from './recovery-acts.ts';
import { usualWarmth } from './restore-table.ts';
import { changeTable, tableNamed } from './tables.store.ts';

interface Warmth {
  readonly ReadUnitsPerSecond: number;
  readonly WriteUnitsPerSecond: number;
}

const units = ['ReadUnitsPerSecond', 'WriteUnitsPerSecond'] as const;

type WarmthAfter = { readonly ok: true; readonly warmth: Warmth } | Extract<ActAnswer, { ok: false }>;

/** It is never lowered. */
const warmthAfter = (table: Table, asked: Partial<Warmth>): WarmthAfter => {
  const now = (table.WarmThroughput as Warmth | undefined) ?? usualWarmth;
  const after = { ...usualWarmth, ...now, ...asked };
  const lower = units.find((unit) => !Number.isInteger(after[unit]) || after[unit] < now[unit]);
  return lower === undefined
    ? { ok: true, warmth: after }
    : invalid(`WarmThroughput: ${lower} cannot be lower than ${now[lower]}, which the table has`);
};

/** @returns undefined if nothing of it is ours, so that the engine answers. */
export const updateTable = async ({ store }: Tables, input: ActInput): Promise<ActAnswer | undefined> => {
  const { TableName, DeletionProtectionEnabled, WarmThroughput, ...others } = input;
  if (DeletionProtectionEnabled === undefined && WarmThroughput === undefined) return undefined;
  const [other] = Object.keys(others);
  if (other !== undefined) return invalid(`The local cloud does not change ${other} together with other things`);
  const name = nameIn(TableName);
  const table = await tableNamed(store, name);
  if (table === undefined) return noSuchResource(name);
  const warmth = WarmThroughput === undefined ? undefined : warmthAfter(table, WarmThroughput as Partial<Warmth>);
  if (warmth !== undefined && !warmth.ok) return warmth;
  const changed = await changeTable(store, name, {
    ...(DeletionProtectionEnabled !== undefined && { DeletionProtectionEnabled }),
    ...(warmth && { WarmThroughput: warmth.warmth }),
  });
  return changed === undefined ? noSuchResource(name) : accepted({ TableDescription: changed });
};

/** @returns undefined if the engine may delete it. */
export const deleteTable = async ({ store, settings }: Tables, input: ActInput): Promise<ActAnswer | undefined> => {
  const name = nameIn(input.TableName);
  const table = await tableNamed(store, name);
  if (table?.DeletionProtectionEnabled === true)
    return invalid(
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  if (table?.TableStatus === 'ACTIVE') await settings.forget(name);
  return undefined;
};

export const describeTimeToLive = async ({ store, settings }: Tables, input: ActInput): Promise<ActAnswer> => {
  const name = nameIn(input.TableName);
  if ((await tableNamed(store, name)) === undefined) return noSuchResource(name);
  const { goesBy } = settings.of(name);
  return accepted({
    TimeToLiveDescription:
      goesBy === undefined ? { TimeToLiveStatus: 'DISABLED' } : { TimeToLiveStatus: 'ENABLED', AttributeName: goesBy },
  });
};

export const updateTimeToLive = async ({ store, settings }: Tables, input: ActInput): Promise<ActAnswer> => {
  const name = nameIn(input.TableName);
  const { Enabled, AttributeName } = (input.TimeToLiveSpecification ?? {}) as ActInput;
  if (typeof Enabled !== 'boolean' || typeof AttributeName !== 'string' || AttributeName === '')
    return invalid('TimeToLiveSpecification needs Enabled and AttributeName');
  if ((await tableNamed(store, name)) === undefined) return noSuchResource(name);
  const { goesBy, ...rest } = settings.of(name);
  if (Enabled && goesBy !== undefined) return invalid('TimeToLive is already enabled');
  if (!Enabled && goesBy === undefined) return invalid('TimeToLive is already disabled');
  if (!Enabled && goesBy !== AttributeName)
    return invalid(`TimeToLive is active on a different AttributeName: current AttributeName is ${goesBy}`);
  await settings.change(name, Enabled ? { ...rest, goesBy: AttributeName } : rest);
  return accepted({ TimeToLiveSpecification: { Enabled, AttributeName } });
};
