import type { Check, Fault, FindingOf, Lack, Proofs } from '../../contracts/findings.ts';

/* Findings are made here; their shape is in contracts, since pages and their words read them. */

/** A finding from its parts: faults outweigh what lacks, which outweighs what held. */
export function found<C extends Check>(
  check: C,
  {
    faults,
    lack,
    facts,
  }: { readonly faults: readonly Fault[]; readonly lack?: Lack | undefined; readonly facts: Proofs[C] },
): FindingOf<C> {
  if (faults.length > 0) return { check, outcome: 'wrong', faults } as unknown as FindingOf<C>;
  if (lack !== undefined) return { check, outcome: 'unchecked', lack } as unknown as FindingOf<C>;
  return { check, outcome: 'ok', facts } as unknown as FindingOf<C>;
}

export function unchecked<C extends Check>(check: C, lack: Lack): FindingOf<C> {
  return { check, outcome: 'unchecked', lack } as unknown as FindingOf<C>;
}
