import type { Invariant } from './audit/breach.ts';
import type { MorningKind } from './kind.ts';
import type { Spoils } from './stage/platform.ts';
import type { Stores } from './stage/stores.ts';

/**
 * The platform with one guard taken out: each must be found by the simulation, or the simulation is blind there.
 * Nothing in the sources is touched. A wrapper around a store, a port or a use case takes a guard away.
 */
export interface Mutant {
  readonly takes: string;
  /** The invariants that its absence breaches: the first found is one of these. */
  readonly breaches: readonly Invariant[];
  /** The kind of morning in which the guard matters. @default - any */
  readonly kind?: Partial<MorningKind>;
  /** The seed that found it when this was written, if it is not among the first. @default 1 */
  readonly foundBy?: number;
  /** Made anew for each run. */
  readonly spoils: () => Spoils;
}

/** Wraps stores. */
export const stores = (wrap: (stores: Stores) => Partial<Stores>): (() => Spoils) => {
  return () => ({ stores: (all) => ({ ...all, ...wrap(all) }) });
};
