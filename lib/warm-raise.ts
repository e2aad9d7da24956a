import type { WarmThroughput } from './sizing.ts';

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

/** As much of it as the account may have. */
export const atMost = ({ writeUnitsPerSecond, readUnitsPerSecond }: WarmThroughput, units: number): WarmThroughput => ({
  writeUnitsPerSecond: Math.min(writeUnitsPerSecond, units),
  readUnitsPerSecond: Math.min(readUnitsPerSecond, units),
});
