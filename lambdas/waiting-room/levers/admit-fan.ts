import type { ActorRole } from '../../../contracts/ledger.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { LineRecord, LineStore } from '../line/line-store.ts';
import type { Marks } from '../line/marks.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';

/*
 * Letting one fan in before their turn: for somebody whom an error of ours, or their need, kept from the place that they
 * should have. It is noted for the ledger first, by the mark of the place, and then said in the fan's record. Their next
 * claim asks for a slot as one who is late does, and takes the next free one. So nobody who shops is pushed out, and the
 * dial holds. It cannot be undone: the fan may be in by the time somebody thinks again.
 */

/** Every claim reads their list with the line. */
const mostAdmitted = 100;

export interface AdmitDeps {
  readonly lines: Pick<LineStore, 'read' | 'admit'>;
  readonly fans: Pick<FanStore, 'read' | 'admit'>;
  readonly marks: Marks;
}

export async function admitFan(
  { lines, fans, marks }: AdmitDeps,
  given: {
    readonly line: LineRecord;
    readonly standing: FanRecord;
    readonly role: ActorRole;
    readonly reason: string;
  },
  now: number,
): Promise<{ readonly ok: true } | Refusal> {
  const { line, standing, role, reason } = given;
  const { onSale, fan, round } = standing.pin;
  if (now >= line.facts.closesAt) return notNow('This on-sale is over.');
  if (standing.slowerLane) return notNow('This place is in the slower lane, or removed. Put it back first.');
  if (standing.leftAt !== undefined) return notNow('This fan left the line.');
  if (round >= line.progress.drawnRounds) return notNow('This place is not drawn yet. Wait for its doors.');
  if (standing.admittedAt !== undefined || standing.pass) return { ok: true };
  const mark = await marks(onSale, fan, now);
  if (!mark) return notNow('This line ended too long ago.');
  if ((line.admits?.length ?? 0) >= mostAdmitted)
    return notNow(`${mostAdmitted} were let in before their turn already. Turn the pace of the line instead.`);
  const act = { notedAt: now, act: 'place-admitted', role, reason, detail: { round, mark } } as const;
  if (!(await lines.admit(onSale, mark, act)).ok) return notNow('There is no such line.');
  await fans.admit(onSale, fan, now);
  return { ok: true };
}

function notNow(detail: string): Refusal {
  return refuse('lever-not-now', detail);
}
