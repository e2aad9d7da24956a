import { apiLimits, quotasOf } from './quotas.ts';
import type { Settings } from './settings.ts';
import { fresh, openingSecond, type WarmThroughput, warmTables } from './sizing.ts';

/**
 * What must be raised so that a table and its indexes serve what is wanted. Only ever up: each number is at least the
 * one that stands, because DynamoDB refuses a lower one, and raises them by itself as a table is used. A smaller audience
 * than last year's therefore asks for nothing.
 */
export interface WarmTable {
  readonly name: string;
  readonly warm: WarmThroughput;
  readonly indexes: readonly { readonly name: string; readonly warm: WarmThroughput }[];
  /** Nothing is being changed. */
  readonly settled: boolean;
}

export interface Raise {
  readonly table: string;
  /** Left out: the table has it already. */
  readonly warm?: WarmThroughput;
  readonly indexes: readonly { readonly name: string; readonly warm: WarmThroughput }[];
}

/** Undefined: the table has all of it. */
export function raiseOf(table: WarmTable, wanted: WarmThroughput): Raise | undefined {
  const warm = higher(table.warm, wanted);
  const indexes = table.indexes.flatMap(({ name, warm: stands }) => {
    const to = higher(stands, wanted);
    return to ? [{ name, warm: to }] : [];
  });
  if (!warm && indexes.length === 0) return undefined;
  return { table: table.name, ...(warm && { warm }), indexes };
}

function higher(stands: WarmThroughput, wanted: WarmThroughput): WarmThroughput | undefined {
  const to = {
    writeUnitsPerSecond: Math.max(stands.writeUnitsPerSecond, wanted.writeUnitsPerSecond),
    readUnitsPerSecond: Math.max(stands.readUnitsPerSecond, wanted.readUnitsPerSecond),
  };
  const same =
    to.writeUnitsPerSecond === stands.writeUnitsPerSecond && to.readUnitsPerSecond === stands.readUnitsPerSecond;
  return same ? undefined : to;
}

/** What each table is to be warmed to, by the output that has its name: as much as the account may have. */
export function warmthFor(
  settings: Pick<Settings, 'audienceSize' | 'limits' | 'quotas' | 'regions'>,
): Readonly<Record<string, WarmThroughput>> {
  const quotas = quotasOf(settings);
  const second = openingSecond(settings.audienceSize, apiLimits(settings.limits, quotas).rateLimit);
  return Object.fromEntries(
    Object.entries(warmTables(second)).map(([output, wanted]) => [output, atMost(wanted, quotas.tableUnitsPerSecond)]),
  );
}

interface DescribedWarmth {
  readonly ReadUnitsPerSecond?: number | undefined;
  readonly WriteUnitsPerSecond?: number | undefined;
  readonly Status?: string | undefined;
}

/** A table as DynamoDB's `DescribeTable` tells of it, as far as this needs it. */
export interface DescribedTable {
  readonly TableStatus?: string | undefined;
  readonly WarmThroughput?: DescribedWarmth | undefined;
  readonly GlobalSecondaryIndexes?:
    | readonly {
        readonly IndexName?: string | undefined;
        readonly IndexStatus?: string | undefined;
        readonly WarmThroughput?: DescribedWarmth | undefined;
      }[]
    | undefined;
}

export function warmTableOf(name: string, described: DescribedTable = {}): WarmTable {
  const { TableStatus, WarmThroughput: warm, GlobalSecondaryIndexes: indexes = [] } = described;
  return {
    name,
    warm: warmthOf(warm),
    indexes: indexes.map((index) => ({ name: index.IndexName ?? '', warm: warmthOf(index.WarmThroughput) })),
    settled: [
      TableStatus,
      warm?.Status,
      ...indexes.flatMap((index) => [index.IndexStatus, index.WarmThroughput?.Status]),
    ].every(isActive),
  };
}

const warmthOf = (described: DescribedWarmth = {}): WarmThroughput => ({
  writeUnitsPerSecond: described.WriteUnitsPerSecond ?? fresh.writeUnitsPerSecond,
  readUnitsPerSecond: described.ReadUnitsPerSecond ?? fresh.readUnitsPerSecond,
});

const isActive = (status: string | undefined): boolean => status === undefined || status === 'ACTIVE';

const atMost = ({ writeUnitsPerSecond, readUnitsPerSecond }: WarmThroughput, units: number): WarmThroughput => ({
  writeUnitsPerSecond: Math.min(writeUnitsPerSecond, units),
  readUnitsPerSecond: Math.min(readUnitsPerSecond, units),
});
