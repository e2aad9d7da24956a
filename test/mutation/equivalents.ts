/* Mutants that change nothing that anyone could notice, each with the reason. They are not tried. */

export interface Equivalent {
  readonly file: string;
  readonly was: string;
  readonly becomes: readonly string[];
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [];
