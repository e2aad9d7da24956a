import { createHash } from 'node:crypto';
import { reduced } from '../../../contracts/catalogue.ts';
import {
  exchangeRequest,
  type OrderAct,
  type OrderActor,
  type OrderAudit,
  type OrderBookEntry,
  type OrderItem,
  type OrderRequest,
  type OrderView,
  orderRequest,
  type PaymentState,
  staffAct,
} from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import { seatLabel, seatsInOrder } from '../../../contracts/plan.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';
import type { FakeHouses } from './house.ts';

interface FakeOrder {
  view: OrderView;
  readonly buyer: OrderBookEntry['buyer'];
  looks: number;
  readonly body: string;
  history: OrderAct[];
  /** An exchange that is on its way. */
  exchange?: { hold: string; from: readonly string[]; to: readonly string[]; by: OrderActor } | undefined;
}

/** The fake venue's orders: placed at once, confirmed at the second look; changed at the look after it was asked. */
export class FakeOrders {
  readonly staffKey = 'the-staff-key';
  readonly orders = new Map<string, FakeOrder>();
  /** Orders stay `placed` while this is true. */
  slow = false;
  /** Fans may not give back or exchange. */
  final = false;
  readonly #houses: FakeHouses;

  constructor(houses: FakeHouses) {
    this.#houses = houses;
  }

  place({ headers, body }: FakeRequest): FakeAnswer {
    const pass = headers[header.pass];
    if (!pass) return no('pass-missing', 'Join the item; when your number is called you get a pass.');
    const read = orderRequest.safeParse(body);
    if (!read.success) {
      const errors = read.error.issues.map(({ path, message }) => ({ field: `body.${path.join('.')}`, message }));
      return no('bad-request', 'Correct and send again.', errors);
    }
    const order = createHash('sha256')
      .update(`${pass}|${headers[header.idempotencyKey]}`)
      .digest('base64url')
      .slice(0, 20);
    const text = JSON.stringify(body);
    const known = this.orders.get(order);
    if (known && known.body !== text) return no('idempotency-key-reused', 'Send the same order again.');
    if (known) return ok({ ...known.view, key: `key-${order}` }, 202);
    const { buyer, payment, slips, concessions = [] } = read.data;
    const declined = payment.method === 'sandbox-card' && payment.card === 'declined';
    const pending = payment.method === 'stripe' || (payment.method === 'sandbox-card' && payment.card === 'late');
    const items = slips.map((slip) => this.#itemOf(slip, concessions));
    const view: OrderView = {
      order,
      reference: 'K7M-4QX',
      state: declined ? 'refused' : pending ? 'paying' : 'placed',
      ...(declined && { refusal: 'card-declined' }),
      items,
      currency: 'GBP',
      timeZone: 'Europe/London',
      total: totalOf(items),
      payment: { method: payment.method, ...firstOf(payment, order) },
      tickets: [],
      placedAt: Date.now(),
    };
    const { name, email, phone } = buyer;
    const made: FakeOrder = {
      view,
      buyer: { name, email, ...(phone && { phone }) },
      looks: 0,
      body: text,
      history: [],
    };
    act(made, 'fan', 'placed');
    this.orders.set(order, made);
    return ok({ ...view, key: `key-${order}` }, 202);
  }

  #itemOf(slip: string, concessions: NonNullable<OrderRequest['concessions']>): OrderItem {
    const { hold, performance } = JSON.parse(Buffer.from(slip.split('.')[2] ?? '', 'base64url').toString()) as {
      hold: string;
      performance: string;
    };
    const held = this.#houses.holds.get(hold)?.view;
    const file = this.#houses.performances.get(performance);
    if (held?.state !== 'held' || !file) throw new Error(`no such hold: ${hold}`);
    const { title, startsAt, venue } = file;
    const seats = held.seats.map((seat) => {
      const full = file.prices[seat.category] ?? 0;
      const asked = concessions.find((one) => one.hold === hold && one.seat === seat.id)?.concession;
      const concession = file.concessions?.find(({ id }) => id === asked);
      return concession
        ? { ...seat, price: reduced(full, concession), concession: concession.name }
        : { ...seat, price: full };
    });
    return { hold, performance, title, startsAt, venue, seats, outcome: 'asked' };
  }

  /** The provider's word for an order that is being paid. */
  decide(order: string, approved: boolean): void {
    const known = this.orders.get(order);
    if (known?.view.state !== 'paying') return;
    const { clientSecret: _, ...payment } = known.view.payment;
    act(known, 'payment', 'payment-decided');
    known.view = approved
      ? { ...known.view, state: 'placed', payment: { ...payment, state: 'authorised' } }
      : { ...known.view, state: 'refused', refusal: 'not-paid', payment: { ...payment, state: 'voided' } };
  }

  show(order: string, { headers }: FakeRequest): FakeAnswer {
    const known = this.orders.get(order);
    if (!known) return no('order-unknown', 'Check the address.');
    if (headers[header.orderKey] !== `key-${order}`) return no('order-key-wrong', 'Open it where you bought it.');
    this.#look(known);
    const { view } = known;
    const may = view.state === 'confirmed' && !view.changing && !this.final;
    return ok({ ...view, may: { cancel: may, exchange: may } } satisfies OrderView);
  }

  /** Its PDF, as far as a page looks into it. */
  tickets(order: string, request: FakeRequest): FakeAnswer {
    const shown = this.show(order, request);
    return shown.status === 200 ? { status: 200, text: `%PDF of ${order}`, type: 'application/pdf' } : shown;
  }

  #look(known: FakeOrder): void {
    known.looks += 1;
    if (known.view.changing === 'cancel') this.#cancelled(known);
    else if (known.view.changing === 'exchange') this.#exchanged(known);
    else if (known.looks > 1 && known.view.state === 'placed' && !this.slow) this.#confirm(known);
  }

  #confirm(known: FakeOrder): void {
    const items = known.view.items.map((item) => ({ ...item, outcome: 'sold' as const }));
    for (const item of items) {
      const hold = this.#houses.holds.get(item.hold);
      if (hold?.view.state === 'held') hold.view = { ...hold.view, state: 'sold' };
    }
    const { payment } = known.view;
    const paid = payment.state === 'authorised' ? { ...payment, state: 'captured' as const } : payment;
    known.view = { ...known.view, state: 'confirmed', items, payment: paid };
    known.view = { ...known.view, tickets: ticketsOf(known.view) };
    act(known, 'house', 'confirmed');
  }

  /** All is given back: under way at once, done at the next look. */
  cancel(order: string, { headers }: FakeRequest): FakeAnswer {
    const known = this.orders.get(order);
    if (!known || headers[header.orderKey] !== `key-${order}`)
      return no('order-key-wrong', 'Open it where you bought it.');
    return this.#askCancel(known, 'fan') ?? ok(known.view, 202);
  }

  #askCancel(known: FakeOrder, by: OrderActor, note?: string): FakeAnswer | undefined {
    const { view } = known;
    if (view.state === 'cancelled' || view.changing === 'cancel') return undefined;
    if (view.state !== 'confirmed' || view.changing) return no('order-not-changeable', 'Ask the box office.');
    known.view = { ...view, changing: 'cancel' };
    act(known, by, 'cancel-asked', note);
    return undefined;
  }

  #cancelled(known: FakeOrder): void {
    const { changing: _, ...view } = known.view;
    const items = view.items.map((item) => ({ ...item, outcome: 'returned' as const }));
    for (const item of items) {
      const taken = this.#houses.takenOf(item.performance);
      for (const { id } of item.seats) taken.delete(id);
    }
    const { deadline: _deadline, ...paid } = view.payment;
    const payment =
      paid.state === 'captured'
        ? { ...paid, state: 'refunded' as const, refunded: view.total }
        : { ...paid, state: 'voided' as const };
    known.view = { ...view, state: 'cancelled', items, payment, tickets: [] };
    act(known, 'house', 'cancelled');
  }

  /** Seat for seat: under way at once; at the next look it is made, or kept if a seat was taken. */
  exchange(order: string, { headers, body }: FakeRequest): FakeAnswer {
    const known = this.orders.get(order);
    if (!known || headers[header.orderKey] !== `key-${order}`)
      return no('order-key-wrong', 'Open it where you bought it.');
    return this.#askExchange(known, 'fan', body) ?? ok(known.view, 202);
  }

  #askExchange(known: FakeOrder, by: OrderActor, body: unknown): FakeAnswer | undefined {
    const read = exchangeRequest.safeParse(body);
    if (!read.success) return no('bad-request', 'Correct and send again.');
    const { unchanged: _, ...view } = known.view;
    if (view.state !== 'confirmed' || view.changing) return no('order-not-changeable', 'Ask the box office.');
    const { hold, from, to } = read.data;
    if (from.length !== to.length) return no('seats-not-exchangeable', 'Choose as many seats as you give up.');
    const dearer = this.#seats(known, hold, to).reduce((sum, { price }) => sum + price, 0);
    const before = view.items.flatMap(({ seats }) => seats).filter(({ id }) => from.includes(id));
    if (by === 'fan' && view.payment.state === 'captured' && dearer > before.reduce((sum, { price }) => sum + price, 0))
      return no('seats-not-exchangeable', 'They cost more than yours. The box office can exchange them.');
    known.exchange = { hold, from, to, by };
    known.view = { ...view, changing: 'exchange' };
    act(known, by, 'exchange-asked', `${from.join(', ')} → ${to.join(', ')}`);
    return undefined;
  }

  #seats(known: FakeOrder, hold: string, ids: readonly string[]): OrderItem['seats'] {
    const item = known.view.items.find((one) => one.hold === hold);
    const file = this.#houses.performances.get(item?.performance ?? '');
    const all = this.#houses.plan.sections.flatMap((section) =>
      seatsInOrder(section).map((seat) => ({ seat, label: seatLabel(section, seat.row, seat) })),
    );
    return ids.flatMap((id) => {
      const found = all.find(({ seat }) => seat.id === id);
      if (!found) return [];
      const { category } = found.seat;
      return [{ id, label: found.label, category, price: file?.prices[category] ?? 0 }];
    });
  }

  #exchanged(known: FakeOrder): void {
    const { exchange } = known;
    const { changing: _, ...view } = known.view;
    known.exchange = undefined;
    if (!exchange) return;
    const { hold, from, to } = exchange;
    const item = view.items.find((one) => one.hold === hold);
    const taken = this.#houses.takenOf(item?.performance ?? '');
    if (!item || to.some((id) => taken.has(id))) {
      known.view = { ...view, unchanged: { change: 'exchange', why: 'seats-taken' } };
      act(known, 'house', 'exchange-kept');
      return;
    }
    for (const id of from) taken.delete(id);
    for (const id of to) taken.add(id);
    const others = this.#seats(known, hold, to);
    const seats = item.seats.map((seat) => others[from.indexOf(seat.id)] ?? seat);
    const items = view.items.map((one) => (one.hold === hold ? { ...one, seats } : one));
    const total = totalOf(items);
    const back = view.total - total;
    const { payment } = view;
    known.view = {
      ...view,
      items,
      total,
      payment:
        payment.state === 'captured' && back !== 0
          ? back > 0
            ? { ...payment, refunded: (payment.refunded ?? 0) + back }
            : { ...payment, due: -back }
          : payment,
    };
    known.view = { ...known.view, tickets: ticketsOf(known.view) };
    act(known, 'house', 'exchanged');
  }

  #isStaff({ headers }: FakeRequest): boolean {
    return headers.authorization === `Bearer ${this.staffKey}`;
  }

  book(request: FakeRequest): FakeAnswer {
    if (!this.#isStaff(request)) return no('staff-key-wrong', 'Ask your administrator.');
    const all = [...this.orders.values()].map(entryOf).reverse();
    const from = Number(request.query.get('from') ?? '0');
    const orders = all.slice(from, from + 50);
    return ok({ orders, ...(from + 50 < all.length && { next: `${from + 50}` }) });
  }

  audit(order: string, request: FakeRequest): FakeAnswer {
    if (!this.#isStaff(request)) return no('staff-key-wrong', 'Ask your administrator.');
    const known = this.orders.get(order);
    if (!known) return no('order-unknown', 'Look it up in the order book.');
    this.#look(known);
    return ok(auditOf(known));
  }

  change(order: string, request: FakeRequest): FakeAnswer {
    if (!this.#isStaff(request)) return no('staff-key-wrong', 'Ask your administrator.');
    const known = this.orders.get(order);
    if (!known) return no('order-unknown', 'Look it up in the order book.');
    const read = staffAct.safeParse(request.body);
    if (!read.success) {
      const errors = read.error.issues.map(({ path, message }) => ({ field: `body.${path.join('.')}`, message }));
      return no('bad-request', 'Correct and send again.', errors);
    }
    const refused =
      read.data.act === 'cancel'
        ? this.#askCancel(known, 'staff', read.data.reason)
        : read.data.act === 'exchange'
          ? this.#askExchange(known, 'staff', read.data)
          : takePayment(known);
    return refused ?? ok(auditOf(known), 202);
  }
}

function firstOf(
  payment: OrderRequest['payment'],
  order: string,
): { readonly state: PaymentState; readonly deadline?: number; readonly clientSecret?: string } {
  if (payment.method === 'box-office') return { state: 'promised', deadline: Date.now() + 48 * 3_600_000 };
  if (payment.method === 'stripe') return { state: 'pending', clientSecret: `pi_${order}_secret_x` };
  if (payment.card === 'late') return { state: 'pending' };
  return { state: payment.card === 'declined' ? 'declined' : 'authorised' };
}

function takePayment(known: FakeOrder): undefined {
  const { deadline: _, due: _due, ...payment } = known.view.payment;
  known.view = { ...known.view, payment: { ...payment, state: 'captured' } };
  act(known, 'staff', 'payment-taken');
}

function act(known: FakeOrder, by: OrderActor, what: OrderAct['act'], note?: string): void {
  known.history.push({ at: Date.now(), by, act: what, ...(note !== undefined && { note }) });
}

function totalOf(items: readonly OrderItem[]): number {
  return items.flatMap(({ seats }) => seats).reduce((sum, { price }) => sum + price, 0);
}

function ticketsOf(view: OrderView): OrderView['tickets'] {
  return view.items.flatMap((item) =>
    item.seats.map((seat) => ({
      id: createHash('sha256').update(seat.id).digest('base64url').slice(0, 16),
      performance: item.performance,
      seat: seat.id,
      label: seat.label,
      title: item.title,
      startsAt: item.startsAt,
      venue: item.venue,
      ...(seat.concession !== undefined && { concession: seat.concession }),
      code: `t1.${Buffer.from(JSON.stringify({ i: 'ticket', p: item.performance, s: seat.id, o: view.order })).toString('base64url')}.${'A'.repeat(86)}`,
    })),
  );
}

function entryOf({ view, buyer }: FakeOrder): OrderBookEntry {
  const { tickets, key: _key, voucher: _voucher, ...rest } = view;
  return { ...rest, buyer, tickets: tickets.length };
}

function auditOf(known: FakeOrder): OrderAudit {
  return { ...entryOf(known), history: known.history };
}
