import type { Dials, DialsTurn } from '../../contracts/line.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import type { LineStore } from './line-store.ts';

/**
 * Turning dials: only those given turn, and what was turned by another hand at the same time stays turned.
 * An empty message takes the message down. The pacemaker obeys from its next tick.
 */
export type TurnOutcome =
  | { readonly ok: true; readonly onSale: string; readonly dials: Dials }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export async function turnDials(
  { lines }: { readonly lines: Pick<LineStore, 'turn'> },
  { onSale, dials: given }: DialsTurn,
): Promise<TurnOutcome> {
  const dials = await lines.turn(onSale, withoutUndefined(given));
  if (dials) return { ok: true, onSale, dials };
  return {
    ok: false,
    detail: `There is no line ${onSale}. Open it first.`,
    errors: [{ field: 'onSale', message: 'is not the id of an open line' }],
  };
}

function withoutUndefined(given: DialsTurn['dials']): Partial<Dials> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
