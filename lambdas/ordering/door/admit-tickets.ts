import { z } from 'zod';
import type { Admission, AdmissionRequest, Admissions, UnpaidAtDoor } from '../../../contracts/door.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { cancellationOf, type FindPerformanceActs } from '../../foundation/performance-acts.ts';
import type { SigningKey } from '../../foundation/signing.ts';
import { amend } from '../order/amend.ts';
import type { OrderRecord } from '../order/order.ts';
import type { OrderStore } from '../order/order-store.ts';
import { type MayScanDeps, mayNotScan } from '../pairing/may-scan.ts';
import type { TicketCode } from '../ticket/ticket.ts';
import { admittedUnpaid } from './admitted-unpaid.ts';
import type { DoorMark, DoorStore } from './door-store.ts';
import { owedAtDoor } from './owed.ts';

/*
 * The door. Each ticket opens it once, whichever door is first:
 *
 *   code ─▶ signed by us? ─▶ of this performance? ─▶ still in its order? ─▶ paid, or let in? ─▶ first to mark it? ─▶ admitted
 *               │ forged           │ elsewhere            │ void                │ unpaid            │ used, or void
 *
 * The mark is the only write that decides, and its condition the only guard. A cancellation marks the same ticket void,
 * so one of the two comes first and the other learns it. A batch is sent at least once. The same scan again (same time,
 * same door) finds its own mark and is admitted again. So a door that lost the answer does not turn away somebody it let
 * in. Scans made without a network come later, with the time they were made at. The first to be written stands, and the
 * later one hears of it.
 *
 * Of a performance that was cancelled every ticket is void, whatever its mark and its order say.
 *
 * An unpaid ticket opens nothing without a word. The first scan is told how much is owed and writes nothing. It is sent
 * again with `letIn` when the steward has let them in, and then the mark and the order's history say so.
 *
 * The order is read for what the steward must see and the code does not say: the seat in words, the concession that
 * needs proof, and the money. 1 read unit for each 4 KB of an order, once a batch.
 */

export interface AdmitTicketsDeps extends MayScanDeps {
  readonly orders: Pick<OrderStore, 'get' | 'write'>;
  readonly doors: Pick<DoorStore, 'mark' | 'marksOf'>;
  readonly ticketKey: Pick<SigningKey, 'open'>;
  readonly unpaidAtDoor: UnpaidAtDoor;
  readonly findActs: FindPerformanceActs;
}

export interface AdmitTicketsInput extends AdmissionRequest {
  readonly authorization: string | undefined;
  readonly performance: string;
}

type Scan = AdmissionRequest['scans'][number];

const ticketCode = z.object({ i: z.string(), p: z.string(), s: z.string(), o: z.string() });

/** `now` in milliseconds since the epoch. */
export async function admitTickets(
  deps: AdmitTicketsDeps,
  { authorization, performance, door, scans }: AdmitTicketsInput,
  now: number,
): Promise<{ readonly ok: true; readonly body: Admissions } | Refusal> {
  const refused = await mayNotScan(deps, authorization, performance, now);
  if (refused) return refused;
  const isCancelled = cancellationOf(await deps.findActs(now), performance) !== undefined;
  const read = scans.map((scan) => ({ scan, said: readScan(deps.ticketKey, scan, performance) }));
  const wanted = new Set(read.flatMap(({ said }) => (said?.p === performance ? [said.o] : [])));
  const known = new Map(await Promise.all([...wanted].map(async (id) => [id, await deps.orders.get(id)] as const)));
  const admissions: Admission[] = [];
  // One after another, so that two scans of one ticket in a batch are decided in their order.
  for (const { scan, said } of read) {
    if (!said) admissions.push({ state: 'forged' });
    else if (said.p !== performance) admissions.push({ state: 'elsewhere', performance: said.p });
    else if (isCancelled)
      admissions.push({ state: 'void', ticket: said.i, seat: said.s, why: 'performance-cancelled' });
    else admissions.push(await admit(deps, said, known.get(said.o), { scan, door }, now));
  }
  return { ok: true, body: { admissions } };
}

async function admit(
  deps: AdmitTicketsDeps,
  { i: ticket, p: performance, s: seat }: TicketCode,
  order: OrderRecord | undefined,
  { scan, door }: { readonly scan: Scan; readonly door: string },
  now: number,
): Promise<Admission> {
  const { doors } = deps;
  // Given back or exchanged: an order that no longer names the ticket is as good as a mark that says so.
  if (!order?.tickets.some((one) => one.id === ticket && one.performance === performance))
    return { state: 'void', ticket, seat };
  const owed = owedAtDoor(order);
  const mine: UsedMark = {
    state: 'used',
    usedAt: scan.scannedAt,
    door,
    ...(owed && { unpaid: owed.amount }),
  };
  const mark =
    owed && !scan.letIn
      ? (await doors.marksOf(performance, [ticket])).get(ticket)
      : await marked(deps, performance, ticket, mine);
  if (mark?.state === 'void') return { state: 'void', ticket, seat };
  // A phone whose clock is fast let somebody in, but not after this moment.
  if (mark && !isSameScan(mark, mine))
    return { state: 'used', ticket, seat, usedAt: Math.min(mark.usedAt, now), door: mark.door };
  const named = { ticket, seat, ...seatNamed(order, ticket) };
  if (!mark && owed) return { state: 'unpaid', ...named, owed, may: deps.unpaidAtDoor };
  // A repeat finds its own mark, and what was owed then.
  if (mark?.unpaid !== undefined)
    await amend(deps.orders, order.id, admittedUnpaid(order, named.label, mark, now), now);
  return { state: 'admitted', ...named, ...(owed && { owed }) };
}

type UsedMark = DoorMark & { readonly state: 'used' };

/** The mark that stands: this one, or the one that came before it. */
async function marked(
  { doors }: AdmitTicketsDeps,
  performance: string,
  ticket: string,
  mine: UsedMark,
): Promise<DoorMark> {
  const first = await doors.mark(performance, ticket, mine);
  return first.ok ? mine : first.mark;
}

function isSameScan(mark: UsedMark, mine: UsedMark): boolean {
  return mark.usedAt === mine.usedAt && mark.door === mine.door;
}

/** The seat of a ticket as it stands on it, and the concession that needs proof. */
export function seatNamed(
  { items, tickets }: Pick<OrderRecord, 'items' | 'tickets'>,
  id: string,
): { readonly label: string; readonly concession?: string } {
  const ticket = tickets.find((one) => one.id === id);
  const bought = items
    .filter((item) => item.performance === ticket?.performance)
    .flatMap(({ seats }) => seats)
    .find((seat) => seat.id === ticket?.seat);
  if (!bought) throw new Error(`Ticket ${id} is for a seat that its order does not name`);
  const { label, concession } = bought;
  return { label, ...(concession !== undefined && { concession }) };
}

/** What a scan says of a ticket; undefined for a code unless it was signed by us, exactly so. */
function readScan(key: Pick<SigningKey, 'open'>, { code, found }: Scan, performance: string): TicketCode | undefined {
  // A device that may scan here may read the guest list, and the order says whether the ticket is its own.
  if (found) return { i: found.ticket, p: performance, s: found.seat, o: found.order };
  const said = ticketCode.safeParse(key.open('t1', code ?? ''));
  return said.success ? said.data : undefined;
}
