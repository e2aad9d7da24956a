import type { OrderAudit, StaffAct } from '../../../contracts/order.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { deedOf } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';
import { type CancelDeps, cancel } from '../change/cancel.ts';
import { type ChoiceDeps, chooseFor, moneyFor } from '../change/choice.ts';
import { type ExchangeDeps, exchange } from '../change/exchange.ts';
import { newsTakenBack } from '../consent/consent-steps.ts';
import type { Announce } from '../mail/announce.ts';
import { emailCorrected, mailAsked, mayBeSent } from '../mail/send-again.ts';
import { amend, type OrderStep } from '../order/amend.ts';
import { notChangeable, orderUnknown, ticketUsed } from '../order/change-refusals.ts';
import type { OrderRecord } from '../order/order.ts';
import { referenceOf } from '../order/order-id.ts';
import { auditOf } from '../order/order-view.ts';
import { mayTakePayment, paymentTaken, told } from '../payment/payment-steps.ts';
import { isErased, personErased, whyKept } from '../personal/person-erased.ts';
import { mayOnOrder, type OrderPlacesDeps } from './order-places.ts';

/*
 * Acts of the box office for a fan. It cancels any confirmed order that opened no door, with a reason. It exchanges
 * seats, also for dearer ones, and the difference is then due at the counter. It takes the money that was promised or
 * is due. It chooses another date or the money for a fan whose performance was cancelled, by the fan's own rules. It
 * has the last mail sent again, also to an address that it corrects. It takes back for a fan that the venue may write to
 * them. Done twice, each is done once.
 */

export type ChangeOrderDeps = CancelDeps &
  ExchangeDeps &
  ChoiceDeps &
  OrderPlacesDeps & {
    readonly audit: Pick<AuditStore, 'add'>;
    readonly announce: Announce;
    /** 96 random bits in letters and digits. */
    readonly newId: () => string;
  };

export async function changeOrder(
  deps: ChangeOrderDeps,
  asker: StaffMember,
  { id, act }: { readonly id: string; readonly act: StaffAct },
  now: number,
): Promise<{ readonly ok: true; readonly order: OrderAudit } | Refusal> {
  const found = await deps.store.get(id);
  if (!found || found.state === 'unpaid') return orderUnknown();
  const needed = act.act === 'erase-person' ? 'keep-personal-data' : 'change-orders';
  if (!(await mayOnOrder(deps, asker, needed, found, now))) return notAllowed();
  // First: a machine that dies leaves an entry of what was asked for, never a change that nobody wrote down.
  const note = 'reason' in act ? act.reason : undefined;
  await deps.audit.add(deedOf(asker, { act: act.act, on: referenceOf(id), note }, { id: deps.newId(), now }));
  const done = await actOn(deps, found, act, now);
  return done.ok ? { ok: true, order: auditOf(done.order) } : done;
}

/** The order as it stands after the act. */
type Done = { readonly ok: true; readonly order: OrderRecord };

async function actOn(deps: ChangeOrderDeps, found: OrderRecord, act: StaffAct, now: number): Promise<Done | Refusal> {
  switch (act.act) {
    case 'cancel': {
      const cancelled = await cancel(deps, found, { by: 'staff', note: act.reason }, () => true, now);
      if (!cancelled) return orderUnknown();
      if (cancelled.answer === 'ticket-used') return ticketUsed();
      return cancelled.answer === 'not-now' ? notChangeable(cancelled.order) : { ok: true, order: cancelled.order };
    }
    case 'exchange': {
      const exchanged = await exchange(deps, found, act, { by: 'staff' }, () => true, now);
      return exchanged.ok ? { ok: true, order: exchanged.order } : exchanged;
    }
    case 'take-payment':
      return takePayment(deps, found, now);
    case 'choose-date':
      return chooseFor(deps, found, act, 'staff', now);
    case 'money-back':
      return moneyFor(deps, found, act.performance, 'staff', now);
    case 'resend-mail':
      if (!mayBeSent(found)) return notChangeable(found);
      return sentAgain(deps, found, mailAsked(act.reason, now), now);
    case 'correct-email':
      return isErased(found) ? notChangeable(found) : sentAgain(deps, found, emailCorrected(act, now), now);
    case 'erase-person': {
      const order = await amend(deps.store, found.id, personErased('staff', now, act.although), now, found);
      if (!order) return orderUnknown();
      return isErased(order) ? { ok: true, order } : personNeeded(order, now);
    }
    case 'take-back-news': {
      const order = await amend(deps.store, found.id, newsTakenBack('staff', now, act.reason), now, found);
      return order ? { ok: true, order } : orderUnknown();
    }
  }
}

/** Announced at once: somebody is on the telephone. If that fails, tending announces it within minutes. */
async function sentAgain(
  { store, announce }: ChangeOrderDeps,
  found: OrderRecord,
  step: OrderStep,
  now: number,
): Promise<Done | Refusal> {
  const order = await amend(store, found.id, step, now, found);
  if (!order) return orderUnknown();
  if (!order.untold || order.changing) return { ok: true, order };
  await announce(order);
  return { ok: true, order: (await amend(store, order.id, told(order), now, order)) ?? order };
}

async function takePayment({ store }: ChangeOrderDeps, found: OrderRecord, now: number): Promise<Done | Refusal> {
  if (found.state === 'confirmed' && found.payment.state === 'captured' && found.payment.due === undefined)
    return { ok: true, order: found };
  if (!mayTakePayment(found)) return nothingToTake(found);
  const order = await amend(store, found.id, paymentTaken(now), now);
  return order?.payment.state === 'captured' ? { ok: true, order } : nothingToTake(order ?? found);
}

function personNeeded(order: OrderRecord, now: number): Refusal {
  if (whyKept(order, now) === 'to-come')
    return refuse(
      'order-not-changeable',
      'A performance of it is still to come. Say that it is to be erased although.',
    );
  return refuse(
    'order-not-changeable',
    'Something is still to be done for this order: money, seats, a mail or a dispute.',
  );
}

function nothingToTake(order: OrderRecord): Refusal {
  if (order.state === 'cancelled' && order.payment.state === 'expired')
    return refuse('order-not-changeable', 'The promise ran out and the seats went back on sale.');
  return notChangeable(order);
}
