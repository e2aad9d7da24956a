import { createHash } from 'node:crypto';
import { type OrderBookEntry, type OrderLine, type OrderView, orderRequest } from '../../../contracts/order.ts';
import { header } from '../../../contracts/paths.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';
import type { FakeHouses } from './house.ts';

/** The fake venue's orders: placed at once, confirmed at the second look. */
export class FakeOrders {
  readonly staffKey = 'the-staff-key';
  readonly orders = new Map<string, { view: OrderView; entry: OrderBookEntry; looks: number; body: string }>();
  /** Orders stay `placed` while this is true. */
  slow = false;
  readonly #houses: FakeHouses;

  constructor(houses: FakeHouses) {
    this.#houses = houses;
  }

  place({ headers, body }: FakeRequest): FakeAnswer {
    const pass = headers[header.pass];
    if (!pass) return no('pass-missing', 'Join the line; when your number is called you get a pass.');
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
    const { buyer, payment, slips } = read.data;
    const declined = payment.method === 'sandbox-card' && payment.card === 'declined';
    const lines = slips.map((slip) => this.#lineOf(slip));
    const total = lines.flatMap(({ seats }) => seats).reduce((sum, { price }) => sum + price, 0);
    const view: OrderView = {
      order,
      reference: 'K7M-4QX',
      state: declined ? 'refused' : 'placed',
      ...(declined && { refusal: 'card-declined' }),
      lines,
      currency: 'GBP',
      timeZone: 'Europe/London',
      total,
      payment:
        payment.method === 'box-office'
          ? { method: 'box-office', state: 'promised', deadline: Date.now() + 48 * 3_600_000 }
          : { method: 'sandbox-card', state: declined ? 'declined' : 'authorised' },
      tickets: [],
      placedAt: Date.now(),
    };
    const { tickets: _none, ...rest } = view;
    const entry: OrderBookEntry = {
      ...rest,
      buyer: { name: buyer.name, email: buyer.email, ...(buyer.phone && { phone: buyer.phone }) },
      tickets: lines.flatMap(({ seats }) => seats).length,
    };
    this.orders.set(order, { view, entry, looks: 0, body: text });
    return ok({ ...view, key: `key-${order}` }, 202);
  }

  #lineOf(slip: string): OrderLine {
    const { hold, performance } = JSON.parse(Buffer.from(slip.split('.')[2] ?? '', 'base64url').toString()) as {
      hold: string;
      performance: string;
    };
    const held = this.#houses.holds.get(hold)?.view;
    const file = this.#houses.performances.get(performance);
    if (held?.state !== 'held' || !file) throw new Error(`no such hold: ${hold}`);
    return {
      hold,
      performance,
      title: file.title,
      startsAt: file.startsAt,
      venue: file.venue,
      seats: held.seats.map((seat) => ({ ...seat, price: file.prices[seat.category] ?? 0 })),
      outcome: 'asked',
    };
  }

  show(order: string, { headers }: FakeRequest): FakeAnswer {
    const known = this.orders.get(order);
    if (!known) return no('order-unknown', 'Check the address.');
    if (headers[header.orderKey] !== `key-${order}`) return no('order-key-wrong', 'Open it where you bought it.');
    known.looks += 1;
    if (known.looks > 1 && known.view.state === 'placed' && !this.slow) this.#confirm(known);
    return ok(known.view);
  }

  #confirm(known: { view: OrderView; entry: OrderBookEntry }): void {
    const lines = known.view.lines.map((line) => ({ ...line, outcome: 'sold' as const }));
    const tickets = lines.flatMap((line) =>
      line.seats.map((seat) => ({
        id: createHash('sha256').update(seat.id).digest('base64url').slice(0, 16),
        performance: line.performance,
        seat: seat.id,
        label: seat.label,
        title: line.title,
        startsAt: line.startsAt,
        venue: line.venue,
        code: `t1.${Buffer.from(JSON.stringify({ i: 'ticket', p: line.performance, s: seat.id, o: known.view.order })).toString('base64url')}.${'A'.repeat(86)}`,
      })),
    );
    for (const line of lines) {
      const hold = this.#houses.holds.get(line.hold);
      if (hold?.view.state === 'held') hold.view = { ...hold.view, state: 'sold' };
    }
    known.view = { ...known.view, state: 'confirmed', lines, tickets };
    known.entry = { ...known.entry, state: 'confirmed', lines };
  }

  book({ headers, query }: FakeRequest): FakeAnswer {
    if (headers.authorization !== `Bearer ${this.staffKey}`) return no('staff-key-wrong', 'Ask your administrator.');
    const all = [...this.orders.values()].map(({ entry }) => entry).reverse();
    const from = Number(query.get('from') ?? '0');
    const orders = all.slice(from, from + 50);
    return ok({ orders, ...(from + 50 < all.length && { next: `${from + 50}` }) });
  }
}
