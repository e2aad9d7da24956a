import { createHash } from 'node:crypto';
import { api } from '../../contracts/api.ts';
import type { HoldRequest, HoldView } from '../../contracts/house.ts';
import type { Board, DrawSheet, Place } from '../../contracts/line.ts';
import type { JoinRequest } from '../../contracts/line-requests.ts';
import type { OrderRequest, OrderView } from '../../contracts/order.ts';
import { header } from '../../contracts/paths.ts';
import type { Plan } from '../../contracts/plan.ts';
import { challengeFor, workRefusal } from '../../lambdas/waiting-room/entry/proof-of-work.ts';
import type { Answer, Ask, Clock, Site } from '../../rehearsal/site.ts';
import { positionOf } from '../../rules/draw.ts';

/*
 * The platform's contracts in memory, as small as the driver can be tested against: one line that calls
 * everyone once the doors are open, one house of one row, orders that are confirmed at once.
 */

const seats = 60;
const workKey = 'work';

export const plan: Plan = {
  v: 1,
  id: 'row-000000000000',
  name: 'Row',
  width: 100,
  height: 10,
  focalPoint: { x: 50, y: 0 },
  categories: [{ id: 'a', name: 'A', color: '#000000' }],
  scenery: [],
  seats,
  sections: [
    {
      id: 'row',
      name: 'Row',
      kind: 'seated',
      neighbours: [],
      rows: [
        {
          label: 'A',
          seats: Array.from({ length: seats }, (_, x) => ({ id: `A-${x}`, number: `${x}`, x, y: 1, category: 'a' })),
        },
      ],
    },
  ],
};

interface Hold {
  readonly view: HoldView;
  readonly seats: readonly string[];
}

const ok = (body: unknown, status = 200): Answer => ({ status, body });
const refused = (status: number, problem: string): Answer => ({
  status,
  problem,
  body: { type: `/problems/${problem}` },
});

export class SmallPlatform implements Site {
  readonly onSale = 'friends';
  readonly opensAt: number;
  readonly places = new Map<string, Place>();
  readonly holds = new Map<string, Hold>();
  readonly orders = new Map<string, { readonly body: string; readonly view: OrderView }>();
  readonly taken = new Map<string, string>();
  readonly left = new Set<string>();
  readonly extended = new Set<string>();
  readonly #clock: Clock;

  constructor(clock: Clock, untilDoors: number) {
    this.#clock = clock;
    this.opensAt = clock.now() + untilDoors;
  }

  async ask(ask: Ask): Promise<Answer> {
    return this.answer(ask);
  }

  answer({ method, path, headers = {}, body }: Ask): Answer {
    const [, top, , name = '', kind, id = ''] = path.split('/');
    const parts = path.split('/');
    if (top === 'catalogue') return this.#catalogue(path);
    if (top === 'lines') return this.#line(parts[3] ?? '');
    if (parts[4]?.startsWith('challenge')) return this.#challenge(parts[4]);
    if (parts[2] === 'lines') return this.#visit(parts[4] ?? '', headers, body as JoinRequest);
    if (path === api('POST basket/extend').url) return this.#extend(headers);
    if (path.endsWith('/cancel')) return this.#cancel(`${headers[header.orderKey]}`);
    if (parts[2] === 'basket') return ok({ holds: this.#ofFan(headers), seatsLeft: 4 });
    if (parts[2] === 'performances' && kind === 'availability') return this.#availability(name);
    if (parts[2] === 'performances' && method === 'POST') return this.#hold(headers, body as HoldRequest);
    if (parts[2] === 'performances' && method === 'GET') return ok(this.holds.get(id)?.view);
    if (parts[2] === 'performances') return this.#release(id);
    if (method === 'POST') return this.#order(headers, body as OrderRequest);
    return ok(this.orders.get(`${headers[header.orderKey]}`)?.view);
  }

  #catalogue(path: string): Answer {
    const onSales = [{ id: this.onSale, opensAt: this.opensAt, entry: 'open', seatsPerFan: 4, holdMinutes: 8 }];
    if (path.endsWith('season.json')) return ok({ onSales, shows: [{ id: 'show' }] });
    if (path.includes('/shows/')) return ok({ performances: [{ id: 'night', onSales: [this.onSale] }] });
    return path.includes('/plans/') ? ok(plan) : ok({ id: 'night', plan: plan.id });
  }

  #sheet(): DrawSheet {
    const size = this.places.size;
    const seed = '11'.repeat(32);
    return { v: 1, onSale: this.onSale, round: 0, drawnAt: this.opensAt, counts: [size], size, offset: 0, seed };
  }

  #line(file: string): Answer {
    if (file === 'rounds') return ok(this.#sheet());
    const open = this.#clock.now() >= this.opensAt;
    const drawn = open ? this.places.size : 0;
    const board: Board = {
      v: 1,
      onSale: this.onSale,
      phase: open ? 'open' : 'lobby',
      at: this.#clock.now(),
      opensAt: this.opensAt,
      round: open ? 1 : 0,
      drawn,
      calledUpTo: drawn,
      waiting: 0,
      rate: 0,
      ledger: { n: 1, head: '0'.repeat(64) },
    };
    return ok(board);
  }

  #challenge(asked: string): Answer {
    const visitor = new URLSearchParams(asked.replace(/^[^?]*/, '')).get('visitor') ?? '';
    const chance = { effort: 20, salt: '0'.repeat(24), fraction: 0.5 };
    return ok(challengeFor(workKey, { onSale: this.onSale, visitor }, chance, this.#clock.now()));
  }

  #visit(verb: string, headers: Readonly<Record<string, string>>, body: JoinRequest): Answer {
    const receipt = headers[header.receipt] ?? '';
    if (verb === 'leave') {
      this.left.add(receipt);
      return { status: 204, body: undefined };
    }
    if (verb === 'claim') {
      const place = [...this.places.values()].find(({ fan }) => `r1.${fan}` === receipt);
      if (!place) return refused(401, 'receipt-forged');
      const position = positionOf(this.#sheet(), place);
      return ok({ pass: `p1.${place.fan}`, position, expiresAt: this.#clock.now() + 900_000 });
    }
    return this.join(body);
  }

  join(body: JoinRequest): Answer {
    if (body.entry === 'email') return refused(400, 'entry-wrong');
    if (body.entry === 'open') {
      const { visitor, work } = body;
      const wrong = workRefusal(workKey, { onSale: this.onSale, visitor }, work, this.#clock.now());
      if (wrong) return refused(403, wrong.refusal);
    }
    const identity = body.entry === 'open' ? body.visitor : body.member;
    const fan = createHash('sha256').update(identity).digest('base64url');
    const index = this.places.size;
    const joinedAt = this.#clock.now();
    const known = this.places.get(fan);
    // The small line has one round only: whoever comes later stands outside.
    if (!known && joinedAt >= this.opensAt) return refused(409, 'line-closed');
    const place = known ?? { v: 1, onSale: this.onSale, fan, round: 0, shard: 0, index, joinedAt };
    this.places.set(fan, place);
    return ok({ receipt: `r1.${fan}`, place }, known ? 200 : 201);
  }

  #availability(performance: string): Answer {
    const bits = Buffer.alloc(Math.ceil(seats / 8));
    for (let seat = 0; seat < seats; seat += 1) {
      if (this.taken.has(`A-${seat}`)) bits.writeUInt8(bits.readUInt8(seat >> 3) | (0x80 >> (seat & 7)), seat >> 3);
    }
    const free = seats - this.taken.size;
    return ok({
      v: 1,
      performance,
      plan: plan.id,
      at: this.#clock.now(),
      sections: { row: { free, taken: bits.toString('base64') } },
    });
  }

  #hold(headers: Readonly<Record<string, string>>, wish: HoldRequest): Answer {
    const hold = createHash('sha256')
      .update(`${headers[header.pass]} ${headers[header.idempotencyKey]}`)
      .digest('base64url')
      .slice(0, 12);
    if (!this.holds.has(hold)) this.holds.set(hold, this.decide(hold, wish));
    return ok({ state: 'pending', hold, performance: 'night' }, 202);
  }

  decide(hold: string, wish: HoldRequest): Hold {
    const no = (refusal: 'seat-taken' | 'not-enough-seats' | 'over-limit', taken: readonly string[] = []): Hold => ({
      view: { state: 'refused', hold, performance: 'night', refusal, taken, detail: refusal },
      seats: [],
    });
    const free = plan.sections[0]?.rows[0]?.seats.map(({ id }) => id).filter((id) => !this.taken.has(id)) ?? [];
    const wanted = 'seats' in wish ? wish.seats : free.slice(0, wish.best.count);
    if (wanted.length > 4 || ('best' in wish && wish.best.count > 4)) return no('over-limit');
    if ('best' in wish && wanted.length < wish.best.count) return no('not-enough-seats');
    const taken = wanted.filter((id) => this.taken.has(id));
    if (taken.length > 0) return no('seat-taken', taken);
    for (const id of wanted) this.taken.set(id, hold);
    const held = wanted.map((id) => ({ id, category: 'a', label: id }));
    const expiresAt = this.#clock.now() + 480_000;
    return { view: { state: 'held', hold, performance: 'night', seats: held, expiresAt, slip: hold }, seats: wanted };
  }

  #ofFan(_headers: Readonly<Record<string, string>>): readonly HoldView[] {
    return [...this.holds.values()].map(({ view }) => view);
  }

  #extend(headers: Readonly<Record<string, string>>): Answer {
    const pass = `${headers[header.pass]}`;
    if (this.extended.has(pass)) return refused(409, 'timer-extended');
    this.extended.add(pass);
    return ok({ holds: [], seatsLeft: 0, timer: { until: this.#clock.now() + 960_000, extendable: false } }, 202);
  }

  #cancel(key: string): Answer {
    const order = this.orders.get(key);
    if (!order) return refused(403, 'order-key-wrong');
    const view: OrderView = { ...order.view, state: 'cancelled', payment: { ...order.view.payment, state: 'voided' } };
    this.orders.set(key, { ...order, view });
    return ok(view, 202);
  }

  #release(id: string): Answer {
    for (const seat of this.holds.get(id)?.seats ?? []) this.taken.delete(seat);
    return { status: 204, body: undefined };
  }

  #order(headers: Readonly<Record<string, string>>, request: OrderRequest): Answer {
    const key = `${headers[header.idempotencyKey]}`;
    const body = JSON.stringify(request);
    const known = this.orders.get(key);
    if (known && known.body !== body) return refused(422, 'idempotency-key-reused');
    if (known) return ok(known.view);
    const declined = request.payment.method === 'sandbox-card' && request.payment.card === 'declined';
    const view: OrderView = {
      order: createHash('sha256').update(key).digest('base64url').slice(0, 20),
      key,
      reference: 'K7M-4QX',
      state: declined ? 'refused' : 'confirmed',
      ...(declined && { refusal: 'card-declined' }),
      items: [],
      currency: 'GBP',
      timeZone: 'Europe/London',
      total: 0,
      payment: { method: request.payment.method, state: declined ? 'declined' : 'promised' },
      tickets: [],
      may: { cancel: !declined, exchange: false },
      placedAt: this.#clock.now(),
    };
    this.orders.set(key, { body, view });
    return ok(view, 202);
  }
}
