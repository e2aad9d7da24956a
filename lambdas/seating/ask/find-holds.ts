import type { FanHolds, FanHoldsAsk } from '../../../contracts/find-fan.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { fanInAudit, lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import type { BasketEntry } from '../house/basket-record.ts';
import type { HouseStore } from '../house/house-store.ts';

export interface FindHoldsDeps {
  readonly store: Pick<HouseStore, 'basket'>;
  readonly audit: Pick<AuditStore, 'add'>;
}

/**
 * What seating has for a fan who telephones: how many seats of which performance, and what became of them. One read; no
 * slip is signed for staff. The look is written down first.
 */
export async function findHolds(
  { store, audit }: FindHoldsDeps,
  asker: StaffMember,
  { onSale, fan }: FanHoldsAsk,
  now: number,
): Promise<{ readonly ok: true; readonly found: FanHolds } | Refusal> {
  if (!asker.may('find-fans', [{ onSale }])) return notAllowed();
  await audit.add(lookOf(asker, { act: 'find-holds', on: fanInAudit(onSale, fan) }, now));
  const { entries } = await store.basket({ onSale, fan });
  return { ok: true, found: { holds: entries.map((entry) => holdSeen(entry, now)) } };
}

function holdSeen(entry: BasketEntry, now: number): FanHolds['holds'][number] {
  const { hold, performance, decidedAt, state } = entry;
  const shown = { hold, performance, decidedAt };
  if (state === 'held') {
    const { seats, expiresAt, bank } = entry;
    const isLapsed = expiresAt <= now && bank === undefined;
    return { ...shown, state: isLapsed ? 'lapsed' : state, seats, expiresAt };
  }
  return state === 'sold' ? { ...shown, state, seats: entry.seats } : { ...shown, state };
}
