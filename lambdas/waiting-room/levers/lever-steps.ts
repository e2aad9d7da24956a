import type { ActorRole, LedgerLine } from '../../../contracts/ledger.ts';
import type { LeverAct } from '../../../contracts/levers.ts';
import type { Dials } from '../../../contracts/line-operation.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineRecord, Pull } from '../line/line-store.ts';
import { movedDoors } from './moved-doors.ts';

/*
 * What each lever does to a line, as it stands: the dials and facts that change, and the entries of the ledger. Nothing,
 * if it stands so already.
 *
 *     pause ⇄ resume     turn ⇄ turn back     move-doors ⇄ move them back, until they open     end: for good
 */

/** The acts that a person or two people decide on. */
export type DecidedAct = Exclude<LeverAct, { readonly act: 'confirm' }>;

export interface Deciding {
  readonly role: ActorRole;
  /** Of the second person, if one confirmed it. */
  readonly confirmedBy?: ActorRole | undefined;
  readonly now: number;
}

export type Steps = Pick<Pull, 'dials' | 'facts' | 'acts' | 'lobbies'>;

export function stepsOf(
  line: LineRecord,
  act: DecidedAct,
  { role, confirmedBy, now }: Deciding,
): { readonly ok: true; readonly steps: Steps | undefined } | Refusal {
  const { dials, facts, progress } = line;
  if (now >= facts.closesAt) return act.act === 'end' ? stands : lineIsOver();
  const note = (what: LedgerLine['act'], detail: LedgerLine['detail']) => ({
    ...{ notedAt: now, act: what, role, reason: act.reason },
    detail: { ...detail, ...(confirmedBy && { confirmedBy }) },
  });
  switch (act.act) {
    case 'pause':
    case 'resume': {
      const paused = act.act === 'pause';
      if (dials.paused === paused) return stands;
      return { ok: true, steps: { dials: { paused }, acts: [note(paused ? 'paused' : 'resumed', { paused })] } };
    }
    case 'turn': {
      const turned = Object.entries(act.dials).filter(
        ([dial, value]) => value !== undefined && dials[dial as keyof typeof act.dials] !== value,
      );
      if (turned.length === 0) return stands;
      const changed = Object.fromEntries(turned) as Partial<Dials>;
      return { ok: true, steps: { dials: changed, acts: [note('dials-turned', changed as LedgerLine['detail'])] } };
    }
    case 'move-doors': {
      const moved = movedDoors(line, act.opensAt, now);
      if (!moved.ok) return moved;
      if (!moved.doors) return stands;
      const { facts: changed, detail } = moved.doors;
      return { ok: true, steps: { facts: changed, lobbies: progress.lobbies, acts: [note('doors-moved', detail)] } };
    }
    case 'end': {
      const { closesAt } = facts;
      const changed = { closesAt: now, promised: { opensAt: facts.opensAt, closesAt, ...facts.promised } };
      const detail = { closesAt: now, insteadOf: closesAt };
      return { ok: true, steps: { facts: changed, acts: [note('closed-early', detail)] } };
    }
  }
}

const stands = { ok: true, steps: undefined } as const;

function lineIsOver(): Refusal {
  return refuse('lever-not-now', 'This on-sale is over. Nothing of its line can be turned any more.');
}
