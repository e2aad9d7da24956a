import type { LineFile } from '../../../contracts/line.ts';
import type { OrderSearch, SoughtOrders } from '../../../contracts/order.ts';
import { published } from '../../../contracts/paths.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { fanInAudit, lookOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { mailsOf } from '../mail/mails-of.ts';
import { tellingOf } from '../mail/tell-buyer.ts';
import type { OrderRecord } from '../order/order.ts';
import { referenceOf } from '../order/order-id.ts';
import type { BookLine, OrderStore } from '../order/order-store.ts';
import { auditOf } from '../order/order-view.ts';
import { masked } from './masked.ts';
import { matchesSeat } from './matches-seat.ts';
import { mayOnOrder, type OrderPlacesDeps } from './order-places.ts';

/*
 * Somebody telephones about an order. A fan's orders have an index. A reference, an address or a seat has none: people
 * ask for them a few times a minute, and every order would pay for it. So the book is gone through from a day before the
 * doors of the on-sale on, since doors may be opened early. It is read with no more of each order than is compared. The
 * look is written down first, and names nothing that was typed.
 */

export interface SeekOrdersDeps extends OrderPlacesDeps {
  readonly store: Pick<OrderStore, 'ofFan' | 'getMany' | 'placedSince'>;
  readonly audit: Pick<AuditStore, 'add'>;
  readonly findLine: (path: string) => Promise<LineFile | undefined>;
}

const mostShown = 20;
/** Of one fan, as in find-orders.ts. */
const mostOfFan = 50;

export async function seekOrders(
  deps: SeekOrdersDeps,
  asker: StaffMember,
  search: OrderSearch,
  now: number,
): Promise<{ readonly ok: true; readonly sought: SoughtOrders } | Refusal> {
  const { onSale } = search;
  const line = await deps.findLine(published.line(onSale));
  if (!line) return refuse('line-unknown', 'Choose an on-sale whose line was opened.');
  const on = search.by === 'fan' ? fanInAudit(onSale, search.fan) : `${onSale} by ${search.by}`;
  await deps.audit.add(lookOf(asker, { act: 'seek-orders', on }, now));
  const ids = await idsOf(deps, search, line);
  const found = (await deps.store.getMany(ids))
    .filter((order) => order.onSale === onSale && order.state !== 'unpaid')
    .filter((order) => search.by !== 'fan' || order.fan === search.fan)
    .sort((a, b) => b.placedAt - a.placedAt);
  const seen = (await Promise.all(found.map((order) => seenBy(deps, asker, order, now)))).flat();
  if (seen.length === 0 && found.length > 0) return notAllowed();
  const more = seen.length > mostShown || ids.length > mostRead;
  return { ok: true, sought: { orders: seen.slice(0, mostShown), ...(more && { more }) } };
}

const dayMs = 24 * 3_600_000;

/** More than are shown, since some may not be the asker's to see. */
const mostRead = 60;

async function idsOf(
  { store }: SeekOrdersDeps,
  search: OrderSearch,
  { opensAt }: LineFile,
): Promise<readonly string[]> {
  if (search.by === 'fan') return store.ofFan(search.fan, mostOfFan);
  const isSought = looksFor(search);
  const lines = (await store.placedSince(opensAt - dayMs)).filter(
    (line) => line.onSale === search.onSale && isSought(line),
  );
  return lines
    .sort((a, b) => b.placedAt - a.placedAt)
    .slice(0, mostRead + 1)
    .map(({ id }) => id);
}

function looksFor(search: Exclude<OrderSearch, { by: 'fan' }>): (line: BookLine) => boolean {
  switch (search.by) {
    case 'reference': {
      const wanted = bare(search.reference);
      return ({ id }) => bare(referenceOf(id)) === wanted;
    }
    case 'email': {
      const wanted = search.email.toLowerCase();
      return ({ email }) => email.toLowerCase() === wanted;
    }
    case 'seat':
      return (line) => matchesSeat(line, search.seat);
  }
}

const bare = (reference: string) => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Nothing of an order that is not theirs to see, and the buyer for those who may see buyers. */
async function seenBy(
  deps: SeekOrdersDeps,
  asker: StaffMember,
  order: OrderRecord,
  now: number,
): Promise<SoughtOrders['orders']> {
  if (!(await mayOnOrder(deps, asker, 'find-fans', order, now))) return [];
  const isWhole = await mayOnOrder(deps, asker, 'see-buyers', order, now);
  const audit = auditOf(order);
  const { fan } = order;
  const waits = tellingOf(order) === 'waits';
  const mails = { mails: mailsOf(order), ...(waits && { mailWaits: true as const }) };
  return [{ ...(isWhole ? audit : masked(audit)), fan, ...mails }];
}
