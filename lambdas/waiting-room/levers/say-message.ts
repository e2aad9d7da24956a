import type { LedgerLine } from '../../../contracts/ledger.ts';
import type { MessageAct } from '../../../contracts/levers.ts';
import type { Dials } from '../../../contracts/line-operation.ts';
import { actingRole } from '../../foundation/staff/acting-role.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import { noReason } from '../line/ledger.ts';
import type { LineRecord } from '../line/line-store.ts';
import { lineUnknown, type PullDeps, type PullOutcome, pulled } from './pull-lever.ts';
import { doneBefore, turnedMeanwhile } from './turned-meanwhile.ts';

/**
 * What everybody in the line reads: a text as it is, or a message that was written beforehand, which each page says in
 * its own language. The board shows one of them. Pulled as the other levers are.
 */
export async function sayMessage(
  deps: Omit<PullDeps, 'twoPeople'>,
  asker: ActingMember,
  { onSale, act }: { readonly onSale: string; readonly act: MessageAct },
  now: number,
): Promise<PullOutcome> {
  const role = actingRole(asker, 'message-fans', onSale);
  if (!role) return notAllowed();
  const line = await deps.lines.read(onSale);
  if (!line) return lineUnknown();
  const { dials, detail } = saidBy(act);
  if (doneBefore(line, act.key) || isShown(line, dials)) return pulled('stood', line);
  const { turns = 0 } = line;
  if (turns !== act.seen) return turnedMeanwhile(line);

  const note = Object.values(detail).join(' ');
  await deps.audit.add(deedOf(asker, { act: 'say-message', on: onSale, note }, { id: deps.newId(), now }));
  const written = await deps.lines.pull(line, {
    seen: turns,
    hand: { key: act.key, at: now, act: 'message', role },
    dials,
    acts: [{ notedAt: now, act: 'message-set', role, reason: noReason, detail }],
  });
  if (written.ok) return pulled('done', written.line);
  const standing = await deps.lines.read(onSale);
  if (!standing) return lineUnknown();
  return doneBefore(standing, act.key) ? pulled('stood', standing) : turnedMeanwhile(standing);
}

/** Of the two kinds of messages one is shown: to set one takes the other down. */
function saidBy(act: MessageAct): { readonly dials: Partial<Dials>; readonly detail: LedgerLine['detail'] } {
  switch (act.say) {
    case 'text':
      return { dials: { message: act.text, prepared: 'nothing' }, detail: { message: act.text } };
    case 'prepared':
      return { dials: { message: '', prepared: act.prepared }, detail: { prepared: act.prepared } };
    case 'nothing':
      return { dials: { message: '', prepared: 'nothing' }, detail: { message: '' } };
  }
}

function isShown({ dials }: LineRecord, { message, prepared }: Partial<Dials>): boolean {
  return (dials.message ?? '') === message && (dials.prepared ?? 'nothing') === prepared;
}
