/**
 * Recovery to a point in time: switched on and off, described, and used. On AWS the latest moment that can be restored is
 * some five minutes old; here it is now.
 */
import { randomUUID } from 'node:crypto';
import type { Store } from 'dynalite/db/index.js';
import {
  type ActAnswer,
  accepted,
  alreadyThere,
  inUse,
  invalid,
  noSuchTable,
  notRestorable,
  recoveryIsOff,
} from './act-answers.ts';
import { earliestOf, longestDays } from './past.ts';
import { fillRestored, restoredTable } from './restore-table.ts';
import type { SettingsOfTables, TableSettings } from './table-settings.store.ts';
import { addTable, tableNamed } from './tables.store.ts';
import type { WrittenBefore } from './written-before.store.ts';

export type ActInput = Readonly<Record<string, unknown>>;

export interface Tables {
  readonly store: Store;
  readonly settings: SettingsOfTables;
  readonly before: WrittenBefore;
}

/** A table is named, or given by arn. */
export const nameIn = (given: unknown): string => String(given ?? '').replace(/^.*\//, '');

const bag = (value: unknown): ActInput => (typeof value === 'object' && value !== null ? (value as ActInput) : {});

const described = ({ recovery }: TableSettings, before: WrittenBefore): object => {
  const now = before.now();
  return {
    ContinuousBackupsDescription: {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription:
        recovery === undefined
          ? { PointInTimeRecoveryStatus: 'DISABLED' }
          : {
              PointInTimeRecoveryStatus: 'ENABLED',
              RecoveryPeriodInDays: recovery.days,
              EarliestRestorableDateTime: earliestOf(now, recovery.since, recovery.days, before.lostAt) / 1000,
              LatestRestorableDateTime: now / 1000,
            },
    },
  };
};

export const describeContinuousBackups = async (
  { store, settings, before }: Tables,
  { TableName }: ActInput,
): Promise<ActAnswer> => {
  const name = nameIn(TableName);
  if ((await tableNamed(store, name)) === undefined) return noSuchTable(name);
  return accepted(described(settings.of(name), before));
};

export const updateContinuousBackups = async (
  { store, settings, before }: Tables,
  { TableName, PointInTimeRecoverySpecification }: ActInput,
): Promise<ActAnswer> => {
  const name = nameIn(TableName);
  const { PointInTimeRecoveryEnabled: on, RecoveryPeriodInDays } = bag(PointInTimeRecoverySpecification);
  if (typeof on !== 'boolean') return invalid('PointInTimeRecoveryEnabled must not be null');
  if ((await tableNamed(store, name))?.TableStatus !== 'ACTIVE') return noSuchTable(name);
  const { recovery, ...rest } = settings.of(name);
  const days = Number(RecoveryPeriodInDays ?? recovery?.days ?? longestDays);
  if (!Number.isInteger(days) || days < 1 || days > longestDays)
    return invalid(`RecoveryPeriodInDays must be between 1 and ${longestDays}`);
  // What is under way may be one write that nobody kept, so recovery begins after it.
  const since = recovery?.since ?? before.now() + 1;
  await settings.change(name, on ? { ...rest, recovery: { since, days } } : rest);
  return accepted(described(settings.of(name), before));
};

const known = ['SourceTableName', 'SourceTableArn', 'TargetTableName', 'RestoreDateTime', 'UseLatestRestorableTime'];

type Moment = { readonly ok: true; readonly at: number | undefined } | Extract<ActAnswer, { ok: false }>;

/** The moment that is asked for; undefined for the latest. */
const momentIn = ({ RestoreDateTime, UseLatestRestorableTime }: ActInput): Moment => {
  if (UseLatestRestorableTime === true && RestoreDateTime !== undefined)
    return invalid('RestoreDateTime and UseLatestRestorableTime cannot both be given');
  if (UseLatestRestorableTime === true) return { ok: true, at: undefined };
  return typeof RestoreDateTime === 'number'
    ? { ok: true, at: Math.floor(RestoreDateTime * 1000) }
    : invalid('RestoreDateTime or UseLatestRestorableTime must be given');
};

export const restoreTableToPointInTime = async (
  { store, settings, before }: Tables,
  input: ActInput,
): Promise<ActAnswer> => {
  const other = Object.keys(input).find((key) => !known.includes(key));
  if (other !== undefined) return invalid(`The local cloud does not run ${other} of a restore`);
  const source = nameIn(input.SourceTableName ?? input.SourceTableArn);
  const target = String(input.TargetTableName ?? '');
  if (!/^[a-zA-Z0-9_.-]{3,255}$/.test(target))
    return invalid('TargetTableName has 3 to 255 of a-z, A-Z, 0-9, _ . and -');
  const moment = momentIn(input);
  if (!moment.ok) return moment;

  const table = await tableNamed(store, source);
  if (table === undefined) return noSuchTable(source);
  const { recovery } = settings.of(source);
  if (recovery === undefined) return recoveryIsOff(source);
  const now = before.now();
  const at = moment.at ?? now;
  const earliest = earliestOf(now, recovery.since, recovery.days, before.lostAt);
  if (at < earliest || at > now) return notRestorable(earliest, now);

  // All that was written until now, and no more: others write on.
  const snapshot = store.db.snapshot();
  const restored = restoredTable(table, target, at, { id: randomUUID(), now });
  if (!(await addTable(store, restored))) {
    await snapshot.close();
    return (await tableNamed(store, target))?.TableStatus === 'ACTIVE' ? alreadyThere(target) : inUse(target);
  }
  void store.lifecycleManager.trackOperation(fillRestored(store, before, source, restored, at, snapshot));
  return accepted({ TableDescription: restored });
};
