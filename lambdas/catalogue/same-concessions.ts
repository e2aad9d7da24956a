import type { SeasonDraft } from '../../contracts/catalogue.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { folded } from '../../rules/folded.ts';
import type { OpenToFans } from './contradictions.ts';

/*
 * A reduction is known by its name: to the fan who chooses it, to the order that counts it, to the steward who asks for
 * proof. Two of one name are one to all of them. Those that are sold by already stand.
 */

export function* sameConcessions(
  { concessions = [] }: SeasonDraft,
  { performances }: Pick<OpenToFans, 'performances'>,
): Generator<FieldError> {
  const sold = new Set([...performances.values()].flatMap((one) => (one.concessions ?? []).map(({ id }) => id)));
  const seen = new Map<string, number>();
  for (const [at, { id, name }] of concessions.entries()) {
    const plain = folded(name).trim();
    const first = seen.get(plain);
    if (first === undefined) seen.set(plain, at);
    else if (!sold.has(id))
      yield {
        field: `concessions.${at}.name`,
        message: `is the name of concessions.${first} too, and orders and doors know a reduction by its name: give it another one`,
      };
  }
}
