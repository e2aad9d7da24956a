/**
 * Faults on purpose, for those who rehearse: what a service of AWS does when it is in trouble. No call of AWS can bring
 * one about, so they are a page of the local cloud. Each is of the resources that have its `name` in theirs, and over after
 * its time.
 */

interface FaultTypes {
  /** Each of `oneOf` invocations has its thread ended `byMs` after it took up the work, in the middle of it. */
  'function-killed': { readonly byMs: number; readonly oneOf?: number };
  /** Every thread is ended when its work is done, as by a new version: the next invocations start cold. Once. */
  'function-replaced': object;
  /** Its clock is ahead by `byMs`, or behind if that is negative. */
  'function-clock-off': { readonly byMs: number };
  /** No file can be written. */
  'function-disk-full': object;
  /** A table, or one index of it, turns reads and writes away. */
  'table-throttled': { readonly index?: string };
  /** `SlowDown`, for each of `oneOf` requests. */
  'bucket-refuses': { readonly oneOf: number };
  /** Each request waits first. */
  'bucket-lags': { readonly byMs: number };
  /** A message that is sent is seen only after this time. */
  'queue-delays': { readonly byMs: number };
  /** The first deletion of each message is lost, so that it comes again when its visibility ends. */
  'queue-doubles': object;
  /** `InternalServiceError`. */
  'secret-unreadable': object;
  /** What a distribution has in its cache is given for as long as this lasts, however old. */
  'edge-stale': object;
}

export type FaultType = keyof FaultTypes;

export type Fault<Type extends FaultType = FaultType> = {
  [One in Type]: FaultTypes[One] & {
    readonly is: One;
    /** Part of the resource's name; all have the empty one. */
    readonly name: string;
    /** Milliseconds since 1970. */
    readonly until: number;
  };
}[Type];

/** Nobody rehearses for longer. */
const mostMs = 15 * 60_000;
const mostByMs = 15 * 60_000;

interface Needs {
  readonly byMs?: readonly [least: number, most: number];
  readonly index?: true;
  readonly oneOf?: 'given' | 'or-each';
}

const needs: Readonly<Record<FaultType, Needs>> = {
  'function-killed': { byMs: [0, mostByMs], oneOf: 'or-each' },
  'function-replaced': {},
  'function-clock-off': { byMs: [-mostByMs, mostByMs] },
  'function-disk-full': {},
  'table-throttled': { index: true },
  'bucket-refuses': { oneOf: 'given' },
  'bucket-lags': { byMs: [1, mostByMs] },
  'queue-delays': { byMs: [1, mostByMs] },
  'queue-doubles': {},
  'secret-unreadable': {},
  'edge-stale': {},
};

export const faultTypes = Object.keys(needs) as readonly FaultType[];

const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

/** A fault as it was asked for, with `ms` for how long; or a sentence on what is wrong with it. */
export const readFault = (asked: unknown, now: number): Fault | string => {
  const { is, name, ms, byMs, index, oneOf } = (asked ?? {}) as Readonly<Record<string, unknown>>;
  const need = faultTypes.includes(is as FaultType) ? needs[is as FaultType] : undefined;
  if (need === undefined) return `is must be one of ${faultTypes.join(', ')}, not ${JSON.stringify(is)}`;
  if (typeof name !== 'string') return 'name must be a part of a name';
  if (!isBetween(ms, 1, mostMs)) return `ms must be from 1 to ${mostMs}`;
  if (need.byMs && !isBetween(byMs, ...need.byMs)) return `byMs must be from ${need.byMs.join(' to ')}`;
  if (need.index && index !== undefined && typeof index !== 'string') return 'index must be the name of an index';
  const isLeftOut = need.oneOf === 'or-each' && oneOf === undefined;
  if (need.oneOf && !isLeftOut && !isBetween(oneOf, 1, 1000)) return 'oneOf must be from 1 to 1000';
  return {
    is,
    name,
    until: now + (ms as number),
    ...(need.byMs && { byMs }),
    ...(need.index && index !== undefined && { index }),
    ...(need.oneOf && !isLeftOut && { oneOf }),
  } as Fault;
};
