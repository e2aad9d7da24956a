import type { z } from 'zod';
import type { Dials, dialsTurn } from '../../../contracts/line-operation.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { noReason } from './ledger.ts';
import type { LineStore, NotedAct } from './line-store.ts';

/**
 * Turning dials: only those given turn, and what was turned by another hand at the same time stays turned. An empty
 * message takes the message down. Each act is noted for the ledger in the same write: pausing, each other turn, the
 * message, and that turns are given once more are an entry each. The pacemaker obeys from its next tick.
 */
export type TurnOutcome =
  | { readonly ok: true; readonly onSale: string; readonly dials: Dials }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export async function turnDials(
  { lines }: { readonly lines: Pick<LineStore, 'turn'> },
  turn: z.input<typeof dialsTurn>,
  now: number,
): Promise<TurnOutcome> {
  const given = Object.fromEntries(
    Object.entries(turn.dials).filter(([, value]) => value !== undefined),
  ) as Partial<Dials>;
  const dials = await lines.turn(turn.onSale, given, actsOf(turn, given, now), turn.away);
  if (dials) return { ok: true, onSale: turn.onSale, dials };
  return {
    ok: false,
    detail: `There is no line ${turn.onSale}. Open it first.`,
    errors: [{ field: 'onSale', message: 'is not the id of an open line' }],
  };
}

function actsOf(
  { role = 'ops', reason = noReason, away }: z.input<typeof dialsTurn>,
  { paused, message, ...others }: Partial<Dials>,
  notedAt: number,
): readonly NotedAct[] {
  const said = { notedAt, role, reason } as const;
  const acts: NotedAct[] = [];
  if (paused !== undefined) acts.push({ ...said, act: paused ? 'paused' : 'resumed', detail: { paused } });
  if (Object.keys(others).length > 0)
    acts.push({ ...said, act: 'dials-turned', detail: others as Readonly<Record<string, number>> });
  if (message !== undefined) acts.push({ ...said, act: 'message-set', detail: { message } });
  if (away) {
    const detail = { awayFrom: away.from, awayUntil: away.to };
    acts.push({ ...said, act: 'turns-given-again', detail });
  }
  return acts;
}
