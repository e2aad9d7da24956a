import type { Judgement } from '../../../contracts/line-operation.ts';
import type { SlowerLane } from '../../../contracts/line-requests.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import { noReason } from '../line/ledger.ts';
import type { LineStore, NotedAct } from '../line/line-store.ts';
import type { Marks } from '../line/marks.ts';
import type { AppealStore } from './appeal-store.ts';
import { type EndPassDeps, endPass } from './end-pass.ts';
import type { FanSlowerLane, FanStore } from './fan-store.ts';
import { shownSlowerLane } from './slower-lane.ts';

/**
 * Staff judge a place. A change is noted for the ledger first and done second. So no place is slowed, removed or
 * restored without a word in the ledger. A call that died in between is sent again, and notes it twice at worst. A
 * judgement without a change notes nothing. Either way an appeal of the fan is decided by it. With a place that is
 * removed its pass ends. It gets no other from the moment that the record says so: then its last pass is looked up and
 * ended. To restore the place does not bring the pass back; its fan may come again as one who had a turn.
 */
export type JudgeOutcome =
  | { readonly ok: true; readonly onSale: string; readonly fan: string; readonly judged: SlowerLane | 'ordinary' }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

export interface JudgeDeps extends EndPassDeps {
  readonly lines: Pick<LineStore, 'turn'>;
  readonly fans: EndPassDeps['fans'] & Pick<FanStore, 'read' | 'setSlowerLane'>;
  readonly appeals: Pick<AppealStore, 'settle'>;
  readonly marks: Marks;
}

export async function judgePlace(deps: JudgeDeps, given: Judgement, now: number): Promise<JudgeOutcome> {
  const { lines, fans, appeals, marks } = deps;
  const { onSale, fan, judgement, role = 'ops', reason = noReason } = given;
  const standing = await fans.read(onSale, fan);
  if (!standing) return unknown('fan', `Nobody with this key stands in the line of ${onSale}.`);
  const before = standing.slowerLane;
  const after = slowerLaneAfter(judgement, before, now);
  if (after !== before) {
    // A place is named in public by its mark, which leads to it in the roll.
    const mark = await marks(onSale, fan, now);
    if (!mark) return unknown('onSale', `The line ${onSale} ended too long ago.`);
    const why = (after ?? before)?.why ?? 'staff';
    const note = { notedAt: now, act: acts[judgement], role, reason, detail: { mark, why } };
    const noted = await lines.turn(onSale, {}, [note]);
    if (!noted) return unknown('onSale', `There is no line ${onSale}. Open it first.`);
    await fans.setSlowerLane(onSale, fan, after);
  }
  if (after?.state === 'removed') {
    const removed = await fans.read(onSale, fan);
    if (removed) await endPass(deps, removed, now);
  }
  await appeals.settle(onSale, fan, now);
  return { ok: true, onSale, fan, judged: after ? shownSlowerLane(after) : 'ordinary' };
}

const acts = {
  slow: 'place-slowed',
  remove: 'place-removed',
  restore: 'place-restored',
} as const satisfies Record<Judgement['judgement'], NotedAct['act']>;

/** The same record, and not another like it, if nothing changes. */
function slowerLaneAfter(
  judgement: Judgement['judgement'],
  before: FanSlowerLane | undefined,
  at: number,
): FanSlowerLane | undefined {
  if (judgement === 'restore') return undefined;
  const state = judgement === 'slow' ? 'slower' : 'removed';
  return before?.state === state ? before : { state, why: 'staff', at };
}

function unknown(field: string, detail: string): JudgeOutcome {
  return { ok: false, detail, errors: [{ field, message: 'is not known' }] };
}
