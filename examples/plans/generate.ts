import { arena } from './arena.ts';
import type { Layout } from './layout.ts';
import { stadium } from './stadium.ts';
import { studio } from './studio.ts';
import { thrust } from './thrust.ts';

/** The generated plans by name. The same seed gives the same plan on every machine. */
export const generators = { thrust, studio, arena, stadium } as const satisfies Record<
  string,
  (seed: number) => Layout
>;

export type GeneratorName = keyof typeof generators;
