import { z } from 'zod';
import type { Admission, AdmissionRequest, Admissions } from '../../../contracts/door.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { cancellationOf, type FindPerformanceActs } from '../../foundation/performance-acts.ts';
import type { SigningKey } from '../../foundation/signing.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { staffKeyWrong } from '../order/staff-key.ts';
import type { TicketCode } from '../ticket/ticket.ts';
import type { DoorMark, DoorStore } from './door-store.ts';

/*
 * The door. Each ticket opens it once, whichever door is first:
 *
 *   code ─▶ signed by us? ─▶ of this performance? ─▶ still in its order? ─▶ first to mark it? ─▶ admitted
 *               │ forged           │ elsewhere            │ void                 │ used, or void
 *
 * The mark is the only write, and its condition the only guard. A cancellation marks the same ticket void, so one of
 * the two comes first and the other learns it. A batch is sent at least once. The same scan again (same time, same
 * door) finds its own mark and is admitted again. So a door that lost the answer does not turn away somebody it let in.
 * Scans made without a network come later, with the time they were made at. The first to be written stands, and the
 * later one hears of it.
 *
 * Of a performance that was cancelled every ticket is void, whatever its mark and its order say.
 *
 * The order is read for what the steward must see and the code does not say: the seat in words and the concession
 * that needs proof. 1 read unit for each 4 KB of an order, once a batch.
 */

export interface AdmitTicketsDeps {
  readonly orders: Pick<OrderStore, 'get'>;
  readonly doors: Pick<DoorStore, 'mark'>;
  readonly ticketKey: Pick<SigningKey, 'open'>;
  readonly staffKey: string;
  readonly findActs: FindPerformanceActs;
}

export interface AdmitTicketsInput extends AdmissionRequest {
  readonly authorization: string | undefined;
  readonly performance: string;
}

const ticketCode = z.object({ i: z.string(), p: z.string(), s: z.string(), o: z.string() });

/** `now` in milliseconds since the epoch. */
export async function admitTickets(
  { orders, doors, ticketKey, staffKey, findActs }: AdmitTicketsDeps,
  { authorization, performance, door, scans }: AdmitTicketsInput,
  now: number,
): Promise<{ readonly ok: true; readonly body: Admissions } | Refusal> {
  const refused = staffKeyWrong(authorization, staffKey);
  if (refused) return refused;
  const isCancelled = cancellationOf(await findActs(now), performance) !== undefined;
  const read = scans.map((scan) => ({ scan, said: readCode(ticketKey, scan.code) }));
  const wanted = new Set(read.flatMap(({ said }) => (said?.p === performance ? [said.o] : [])));
  const known = new Map(await Promise.all([...wanted].map(async (id) => [id, await orders.get(id)] as const)));
  const admissions: Admission[] = [];
  // One after another, so that two scans of one ticket in a batch are decided in their order.
  for (const { scan, said } of read) {
    if (!said) admissions.push({ state: 'forged' });
    else if (said.p !== performance) admissions.push({ state: 'elsewhere', performance: said.p });
    else if (isCancelled)
      admissions.push({ state: 'void', ticket: said.i, seat: said.s, why: 'performance-cancelled' });
    else {
      const mark: DoorMark = { state: 'used', usedAt: scan.scannedAt, door };
      admissions.push(await admit(doors, said, known.get(said.o), mark));
    }
  }
  return { ok: true, body: { admissions } };
}

async function admit(
  doors: Pick<DoorStore, 'mark'>,
  { i: ticket, p: performance, s: seat }: TicketCode,
  order: OrderRecord | undefined,
  mine: DoorMark & { readonly state: 'used' },
): Promise<Admission> {
  // Given back or exchanged: an order that no longer names the ticket is as good as a mark that says so.
  if (!order?.tickets.some(({ id }) => id === ticket)) return { state: 'void', ticket, seat };
  const marked = await doors.mark(performance, ticket, mine);
  const mark = marked.ok ? mine : marked.mark;
  if (mark.state === 'void') return { state: 'void', ticket, seat };
  if (mark.usedAt !== mine.usedAt || mark.door !== mine.door) return { ...mark, ticket, seat };
  const bought = order.items
    .filter((item) => item.performance === performance)
    .flatMap(({ seats }) => seats)
    .find(({ id }) => id === seat);
  if (!bought) throw new Error(`Ticket ${ticket} is for a seat that its order does not name`);
  const { label, concession } = bought;
  return { state: 'admitted', ticket, seat, label, ...(concession !== undefined && { concession }) };
}

/** The content of a code; undefined unless it was signed by us, exactly so. */
function readCode(key: Pick<SigningKey, 'open'>, code: string): TicketCode | undefined {
  const said = ticketCode.safeParse(key.open('t1', code));
  return said.success ? said.data : undefined;
}
