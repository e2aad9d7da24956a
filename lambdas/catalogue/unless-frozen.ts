import type { FreezeFile, FreezeWindow } from '../../contracts/freeze.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { frozenBy, noFreeze } from '../../rules/freeze.ts';

/*
 * While the house is frozen no season is published and no plan imported: prices are of both. Performances may be cancelled
 * and moved all the same. Those are acts of need: while one waits, fans buy what will not take place.
 *
 * Who began before the freeze goes on: a publication takes a minute at most, and half a season would be worse.
 */

export type FrozenOut = { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** `now` in milliseconds since the epoch. */
export async function unlessFrozen<Done>(
  { readFreeze }: { readonly readFreeze: () => Promise<FreezeFile | undefined> },
  now: number,
  act: () => Promise<Done>,
): Promise<Done | FrozenOut> {
  const window = frozenBy((await readFreeze()) ?? noFreeze, now);
  return window ? frozenOut(window) : await act();
}

function frozenOut({ onSale, from, until }: FreezeWindow): FrozenOut {
  const [began, ends] = [from, until].map((at) => new Date(at).toISOString().replace('.000Z', 'Z'));
  const message = `the house is frozen for "${onSale}" from ${began} until ${ends}. An owner can lift it, with a reason, at /control-room?on-sale=${onSale}#plan`;
  return { ok: false, detail: message, errors: [{ field: 'freeze', message }] };
}
