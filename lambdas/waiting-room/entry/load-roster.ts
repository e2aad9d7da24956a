import type { RosterLoad } from '../../../contracts/line-operation.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { type LineKeys, normalised } from '../line/line-keys.ts';
import type { FanStore, Member } from '../place/fan-store.ts';

/**
 * Loading a roster: each member number and postcode is kept as a keyed hash only. Loading the same again
 * changes nothing; loading a number with another postcode replaces it. A number given twice with two
 * postcodes in one load is refused, and then nothing of it is loaded.
 */
export interface RosterDeps {
  readonly fans: Pick<FanStore, 'enrol'>;
  readonly keys: Pick<LineKeys, 'memberKey' | 'postcodeSeal'>;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export type RosterOutcome =
  | { readonly ok: true; readonly roster: string; readonly loaded: number }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Of BatchWriteItem. */
const batchSize = 25;
const atOnce = 8;

/** Waits of 0.1 s, doubling: a table that takes nothing for 25 s is at fault. */
const mostAttempts = 8;

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

  const all = [...sealed.values()].map(({ member, postcode }): Member => ({ member, postcode }));
  const batches = Array.from({ length: Math.ceil(all.length / batchSize) }, (_, index) =>
    all.slice(index * batchSize, (index + 1) * batchSize),
  );
  const worker = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await enrol(deps, roster, batch);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { ok: true, roster, loaded: sealed.size };
}

async function enrol({ fans, wait }: RosterDeps, roster: string, batch: readonly Member[]): Promise<void> {
  let left = batch;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    left = await fans.enrol(roster, left);
    if (left.length === 0) return;
    await wait(100 * 2 ** attempt);
  }
  throw new Error(`The table did not take ${left.length} members of ${roster} in ${mostAttempts} attempts`);
}
