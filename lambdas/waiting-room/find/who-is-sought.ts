import type { FanSearch } from '../../../contracts/find-fan.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { type LineKeys, mailboxIdentity, memberIdentity } from '../line/line-keys.ts';
import type { LineFacts } from '../line/line-store.ts';
import { tiersOf } from '../line/tiers.ts';
import { openReceipt } from '../place/receipt.ts';

/**
 * The fan whom staff look for, by what the caller has: as the entry makes them of the same (`entry/admission.ts`), so
 * one who joined is found, and one who did not is a key that nobody has.
 */
export function whoIsSought(
  keys: Pick<LineKeys, 'fanKey' | 'mailboxKey' | 'receipts'>,
  facts: LineFacts,
  search: FanSearch,
): { readonly ok: true; readonly fan: string } | Refusal {
  const { onSale } = facts;
  switch (search.by) {
    case 'fan':
      return { ok: true, fan: search.fan };
    case 'receipt': {
      const opened = openReceipt(keys.receipts, search.receipt, onSale);
      return opened.ok ? { ok: true, fan: opened.place.fan } : opened;
    }
    case 'email':
      return { ok: true, fan: keys.fanKey(onSale, mailboxIdentity(keys.mailboxKey(search.email))) };
    case 'member':
      return { ok: true, fan: keys.fanKey(onSale, memberIdentity(rostersOf(facts), search.member)) };
  }
}

/** As the entry counts them: a member of several is one fan. */
function rostersOf(facts: LineFacts): readonly string[] {
  return [...new Set(tiersOf(facts).flatMap(({ entry, roster }) => (entry === 'members' && roster ? [roster] : [])))];
}
