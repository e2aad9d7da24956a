import type { RosterLoad } from '../../../contracts/line-operation.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { normalised } from '../../../rules/member-number.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { FanStore, Member } from '../place/fan-store.ts';

/**
 * Loading a roster: each member number and postcode is kept as a keyed hash only. Loading the same again
 * changes nothing; loading a number with another postcode replaces it. A number given twice with two
 * postcodes in one load is refused, and then nothing of it is loaded.
 */
export interface RosterDeps {
  readonly fans: Pick<FanStore, 'enrol'>;
  readonly keys: Pick<LineKeys, 'memberKey' | 'postcodeSeal'>;
}

export type RosterOutcome =
  | { readonly ok: true; readonly roster: string; readonly loaded: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export async function loadRoster(deps: RosterDeps, { roster, members }: RosterLoad): Promise<RosterOutcome> {
  const errors: FieldError[] = [];
  const sealed = new Map<string, Member & { readonly at: number }>();
  for (const [at, { member: number, postcode }] of members.entries()) {
    if (normalised(number) === '') errors.push({ field: `members.${at}.member`, message: 'has no letter or digit' });
    if (normalised(postcode) === '')
      errors.push({ field: `members.${at}.postcode`, message: 'has no letter or digit' });
    const member = deps.keys.memberKey(roster, number);
    const seal = deps.keys.postcodeSeal(member, postcode);
    const earlier = sealed.get(member);
    if (earlier && earlier.postcode !== seal) {
      errors.push({ field: `members.${at}.member`, message: `is also member ${earlier.at}, with another postcode` });
    }
    sealed.set(member, { member, postcode: seal, at });
  }
  if (errors.length > 0) {
    return {
      ok: false,
      detail: `${errors.length} of the members are wrong; none was loaded.`,
      errors: errors.slice(0, 100),
    };
  }

  await deps.fans.enrol(
    roster,
    [...sealed.values()].map(({ member, postcode }): Member => ({ member, postcode })),
  );
  return { ok: true, roster, loaded: sealed.size };
}
