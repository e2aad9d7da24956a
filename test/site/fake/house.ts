import { createHash } from 'node:crypto';
import type { PerformanceFile } from '../../../contracts/catalogue.ts';
import {
  type Availability,
  type Basket,
  type HoldRefusal,
  type HoldView,
  holdRequest,
} from '../../../contracts/house.ts';
import { header } from '../../../contracts/paths.ts';
import { type Plan, seatLabel, seatsInOrder } from '../../../contracts/plan.ts';
import { type FakeAnswer, type FakeRequest, no, ok } from './answers.ts';

/** Looks that a hold stays pending for, so that the page has to ask again. */
const pendingLooks = 1;

interface FakeHold {
  view: HoldView;
  looks: number;
  pass: string;
}

/** The fake venue's houses: one seat state a performance, one decision after another. */
export class FakeHouses {
  readonly plan: Plan;
  readonly performances: Map<string, PerformanceFile>;
  readonly holds = new Map<string, FakeHold>();
  /** Taken seats by performance. */
  readonly taken = new Map<string, Set<string>>();
  holdMinutes = 8;
  /** Passes whose holds were given more time. */
  readonly #extended = new Set<string>();

  constructor(plan: Plan, performances: Map<string, PerformanceFile>) {
    this.plan = plan;
    this.performances = performances;
  }

  takenOf(performance: string): Set<string> {
    const known = this.taken.get(performance) ?? new Set<string>();
    this.taken.set(performance, known);
    return known;
  }

  availability(performance: string): FakeAnswer {
    if (!this.performances.has(performance)) return no('performance-unknown', 'See the season for what is on.');
    const taken = this.takenOf(performance);
    const sections: Record<string, { free: number; taken: string }> = {};
    for (const section of this.plan.sections) {
      const seats = seatsInOrder(section);
      const bits = Buffer.alloc(Math.ceil(seats.length / 8));
      seats.forEach((seat, index) => {
        if (taken.has(seat.id)) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7));
      });
      sections[section.id] = {
        free: seats.filter((seat) => !taken.has(seat.id)).length,
        taken: bits.toString('base64'),
      };
    }
    const body: Availability = { v: 1, performance, plan: this.plan.id, at: Date.now(), sections };
    return { ...ok(body), cacheControl: 'public, max-age=1' };
  }

  hold(performance: string, { headers, body }: FakeRequest): FakeAnswer {
    const pass = headers[header.pass];
    if (!pass) return no('pass-missing', 'Join the line; when your number is called you get a pass.');
    const key = headers[header.idempotencyKey];
    if (!key) return no('idempotency-key-missing', 'Send one.');
    const wish = holdRequest.safeParse(body);
    if (!wish.success) return no('bad-request', 'Correct and send again.');
    const id = createHash('sha256').update(`${pass}|${performance}|${key}`).digest('base64url').slice(0, 12);
    if (!this.holds.has(id)) {
      const refusedAs = (refusal: HoldRefusal, detail: string, taken: readonly string[] = []): HoldView => ({
        state: 'refused',
        hold: id,
        performance,
        refusal,
        taken,
        detail,
      });
      this.holds.set(id, { view: this.#decide(id, performance, pass, wish.data, refusedAs), looks: 0, pass });
    }
    return ok({ state: 'pending', hold: id, performance } satisfies HoldView, 202);
  }

  #decide(
    id: string,
    performance: string,
    pass: string,
    wish: ReturnType<typeof holdRequest.parse>,
    refused: (refusal: HoldRefusal, detail: string, taken?: readonly string[]) => HoldView,
  ): HoldView {
    const taken = this.takenOf(performance);
    const all = this.plan.sections.flatMap((section) =>
      seatsInOrder(section).map((seat) => ({ seat, section, label: seatLabel(section, seat.row, seat) })),
    );
    const count = 'seats' in wish ? wish.seats.length : wish.best.count;
    if (count > this.seatsLeft(pass)) return refused('over-limit', `You may have ${this.seatsLeft(pass)} more seats.`);
    let chosen: typeof all;
    if ('seats' in wish) {
      const gone = wish.seats.filter((seat) => taken.has(seat));
      if (gone.length > 0) return refused('seat-taken', 'Somebody was quicker. Choose others.', gone);
      chosen = all.filter(({ seat }) => wish.seats.includes(seat.id));
    } else {
      const { category, bands = [category], section, access } = wish.best;
      chosen = [];
      for (const band of bands) {
        const fits = all.filter(
          (one) =>
            !taken.has(one.seat.id) &&
            (band === undefined || one.seat.category === band) &&
            (section === undefined || one.section.id === section) &&
            (access === 'wheelchair' ? one.seat.access !== undefined : one.seat.access === undefined),
        );
        const start = fits.findIndex((one, index) =>
          fits
            .slice(index, index + count)
            .every((next) => next.seat.row === one.seat.row && next.section === one.section),
        );
        if (chosen.length === 0 && start >= 0) chosen = fits.slice(start, start + count);
      }
      if (chosen.length < count) return refused('not-enough-seats', `There are no ${count} seats like that left.`);
    }
    for (const { seat } of chosen) taken.add(seat.id);
    return {
      state: 'held',
      hold: id,
      performance,
      seats: chosen.map(({ seat, label }) => ({ id: seat.id, category: seat.category, label })),
      expiresAt: Date.now() + this.holdMinutes * 60_000,
      slip: `s1.a.${Buffer.from(JSON.stringify({ hold: id, performance })).toString('base64url')}.${'A'.repeat(43)}`,
    };
  }

  seatsLeft(pass: string): number {
    const mine = [...this.holds.values()].filter((hold) => hold.pass === pass);
    const seats = mine.flatMap(({ view }) => (view.state === 'held' || view.state === 'sold' ? view.seats : []));
    return 6 - seats.length;
  }

  show(id: string, { headers }: FakeRequest): FakeAnswer {
    const hold = this.holds.get(id);
    if (!hold || hold.pass !== headers[header.pass]) return no('hold-unknown', 'Hold seats again.');
    hold.looks += 1;
    if (hold.looks <= pendingLooks) return ok({ state: 'pending', hold: id, performance: hold.view.performance });
    return ok(hold.view);
  }

  release(id: string): FakeAnswer {
    const hold = this.holds.get(id);
    if (!hold) return no('hold-unknown', 'Hold seats again.');
    if (hold.view.state === 'held') {
      const taken = this.takenOf(hold.view.performance);
      for (const seat of hold.view.seats) taken.delete(seat.id);
      hold.view = { state: 'released', hold: id, performance: hold.view.performance };
    }
    return { status: 204 };
  }

  /** More time, once, for all that is held. */
  extend(request: FakeRequest): FakeAnswer {
    const pass = request.headers[header.pass];
    if (!pass) return no('pass-missing', 'Join the line; when your number is called you get a pass.');
    const timer = this.#timer(pass);
    if (!timer) return no('nothing-held', 'Choose seats first.');
    if (!timer.extendable) return no('timer-extended', 'Buy what you hold.');
    this.#extended.add(pass);
    const until = timer.until + this.holdMinutes * 60_000;
    for (const hold of this.holds.values())
      if (hold.pass === pass && hold.view.state === 'held') hold.view = { ...hold.view, expiresAt: until };
    return { ...this.basket(request), status: 202 };
  }

  #timer(pass: string): Basket['timer'] {
    const held = [...this.holds.values()].flatMap(({ view, pass: whose }) =>
      whose === pass && view.state === 'held' && view.expiresAt > Date.now() ? [view.expiresAt] : [],
    );
    return held.length === 0 ? undefined : { until: Math.max(...held), extendable: !this.#extended.has(pass) };
  }

  basket({ headers }: FakeRequest): FakeAnswer {
    const pass = headers[header.pass];
    if (!pass) return no('pass-missing', 'Join the line; when your number is called you get a pass.');
    const holds = [...this.holds.values()].filter((hold) => hold.pass === pass).map(({ view }) => view);
    const timer = this.#timer(pass);
    return ok({ holds, seatsLeft: this.seatsLeft(pass), ...(timer && { timer }) } satisfies Basket);
  }
}
