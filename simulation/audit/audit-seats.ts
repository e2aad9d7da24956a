import type { AllocationsFile } from '../../contracts/catalogue.ts';
import { askTimes, type HoldView, type HouseAsk, type HouseOutcome } from '../../contracts/house.ts';
import { type Plan, seatsInOrder } from '../../contracts/plan.ts';
import type { Written } from '../../lambdas/foundation/write-outcome.ts';
import type { BasketEntry, BasketRecord } from '../../lambdas/seating/house/basket-record.ts';
import type { SectionRecord } from '../../lambdas/seating/house/house-store.ts';
import type { SaleLevers } from '../../lambdas/seating/house/sale-levers.ts';
import { decodeSection, type HoldRecord, type SectionState, sold } from '../../lambdas/seating/house/section-codec.ts';
import { bankEndsAt } from '../../rules/bank-time.ts';
import type { Effect } from '../stage/cloud.ts';
import { LeverAudit } from './audit-levers.ts';
import { SetAsideAudit } from './audit-set-aside.ts';
import { Breach } from './breach.ts';

/**
 * The invariants of the seats, checked at every effect. A section's bytes are decoded again. They are compared with the
 * asks, with the holds that fans saw, and with the answers that ordering got. A fan's word counts. A fan sees a hold,
 * and from then on its seats are theirs, until it lapses or somebody asks for it to be given back. Long because every
 * check looks at the same picture of the seats.
 */
export interface SeatAuditOf {
  readonly plan: Plan;
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
  named(fan: string): string;
  readonly isCancelled: (performance: string) => boolean;
  /** Whose seats are set aside. @default - none are */
  readonly setAside?: readonly AllocationsFile[];
}

const clocksDifferMs = 1000;

interface HeldByFan {
  readonly fan: string;
  readonly performance: string;
  /** Its records, by section. */
  readonly parts: Map<string, HoldRecord>;
}

interface Promised {
  readonly fan: string;
  readonly performance: string;
  readonly seats: readonly string[];
  /** Milliseconds since the epoch; infinite once sold. */
  lapsesAt: number;
}

export class SeatAudit {
  readonly #of: SeatAuditOf;
  readonly #seatIds: ReadonlyMap<string, readonly string[]>;
  readonly #placeOf: ReadonlyMap<string, { readonly section: string; readonly index: number }>;
  readonly #sections = new Map<string, SectionState>();
  readonly #holds = new Map<string, HeldByFan>();
  readonly #holdsOf = new Map<string, Set<string>>();
  readonly #asks = new Map<string, Extract<HouseAsk, { ask: 'hold' }>>();
  /** Holds that somebody asked to give back, or to change once sold. */
  readonly #givenUp = new Set<string>();
  /** By hold: the last change that its order asked for. */
  readonly #moves = new Map<string, Pick<Extract<HouseAsk, { ask: 'change' }>, 'change' | 'from' | 'to'>>();
  readonly #ends = new Map<string, Set<number>>();
  readonly #promised = new Map<string, Promised>();
  readonly #told = new Map<string, HouseOutcome['outcome']>();
  /** The last answer on the seats of each sold hold. */
  readonly #soldSeats = new Map<string, { readonly order: string; readonly seats: readonly string[] }>();
  /** The holds that a fan was refused, and why. */
  readonly #refused = new Map<string, string>();
  /** When each seat was last seen taken, by seat: milliseconds since the epoch. */
  readonly #takenAt = new Map<string, number>();
  readonly #entries = new Map<string, ReadonlyMap<string, BasketEntry>>();
  /**
   * By hold: since when its basket counts its seats without a break. That write is the decision: the sections follow, also
   * by a process that was long given up.
   */
  readonly #countedSince = new Map<string, number>();
  readonly #levers: LeverAudit;
  readonly setAside: SetAsideAudit;
  /** Fans who have seats for those of a performance that was cancelled: they were promised before any limit was turned. */
  readonly #anew = new Set<string>();

  constructor(of: SeatAuditOf) {
    this.#of = of;
    this.#levers = new LeverAudit(of.seatsPerFan);
    const listed = of.plan.sections.map((section) => [section.id, seatsInOrder(section).map(({ id }) => id)] as const);
    this.#seatIds = new Map(listed);
    this.setAside = new SetAsideAudit(of.setAside ?? [], this.#seatIds, of.isCancelled);
    this.#placeOf = new Map(
      listed.flatMap(([section, seats]) => seats.map((seat, index) => [seat, { section, index }] as const)),
    );
  }

  saw(effect: Effect, now: number): void {
    const { call, of, answer, failed } = effect;
    if (failed) return;
    if (call === 'seats.writeSection') this.#freed(of[0] as SectionRecord, now);
    this.setAside.saw(effect);
    if (call === 'seats.writeSection' && (answer as Written).ok) this.#wrote(of[0] as SectionRecord, now);
    else if (call === 'seats.writeLevers' && (answer as Written).ok) this.#levers.turned(of[0] as SaleLevers, now);
    else if (call === 'seats.writeBasket' && (answer as Written).ok) this.#basket(of[0] as BasketRecord, now);
    else if (call === 'asks.send') this.#asked(of[0] as HouseAsk);
    else if (call === 'outcomes.send') for (const outcome of of[0] as readonly HouseOutcome[]) this.#wasTold(outcome);
  }

  /** Seats that were set aside until this write. */
  #freed({ performance, section, data }: SectionRecord, now: number): void {
    const { blocked } = decodeSection(data);
    for (const seat of this.setAside.of(performance, section))
      if (!blocked.includes(seat)) this.#takenAt.set(this.#seatName(performance, section, seat), now);
  }

  #asked(ask: HouseAsk): void {
    if (ask.ask === 'hold') this.#asks.set(ask.hold, this.#asks.get(ask.hold) ?? ask);
    else if (ask.ask === 'seat-anew') {
      this.#asks.set(ask.hold, this.#asks.get(ask.hold) ?? asHold(ask));
      this.#anew.add(ask.fan);
    } else if (ask.ask === 'release') this.#givenUp.add(ask.hold);
    else if (ask.ask === 'change') {
      this.#givenUp.add(ask.hold);
      // An earlier one may be asked again late.
      if (ask.change >= (this.#moves.get(ask.hold)?.change ?? 0)) this.#moves.set(ask.hold, ask);
    } else if (ask.ask === 'extend') {
      const ends = this.#ends.get(ask.fan) ?? new Set();
      this.#ends.set(ask.fan, ends.add(ask.lapsesAt));
    } else if (ask.ask === 'await-bank') {
      const ends = this.#ends.get(ask.fan) ?? new Set();
      this.#ends.set(ask.fan, ends.add(bankEndsAt(ask.askedAt)));
    }
  }

  #wrote({ performance, section, data }: SectionRecord, now: number): void {
    const name = `${performance} ${section}`;
    const before = this.#sections.get(name);
    const state = decodeSection(data);
    const ids = this.#seatIds.get(section);
    if (!ids || state.seats !== ids.length)
      throw new Breach('S6', `${name} is written with ${state.seats} seats of ${ids?.length ?? 0}`, [name]);
    this.#sections.set(name, state);
    const records = new Map(state.records.map((record) => [record.hold, record]));
    for (const record of before?.records ?? []) {
      const { hold, seats, lapsesAt } = record;
      if (isSame(record, records.get(hold))) continue;
      if (!records.has(hold)) this.#holds.get(hold)?.parts.delete(section);
      const end = lapsesAt === sold ? now : Math.min(now, lapsesAt);
      for (const seat of seats) this.#takenAt.set(this.#seatName(performance, section, seat), end);
    }
    this.#checkTaken(performance, section, state, now);
    /** When it was decided that they have more. */
    const fans = new Map<string, number>();
    const last = new Map(before?.records.map((record) => [record.hold, record]));
    for (const record of state.records)
      if (!isSame(record, last.get(record.hold))) {
        const before = last.get(record.hold);
        const fan = this.#keep(performance, section, record, before, now);
        const decidedAt = this.#countedSince.get(record.hold) ?? now;
        if (this.#grew(record, before, now)) fans.set(fan, Math.max(decidedAt, fans.get(fan) ?? 0));
        this.#checkPromise(record.hold, now);
      }
    for (const hold of last.keys()) if (!records.has(hold)) this.#checkPromise(hold, now);
    for (const hold of new Set([...last.keys(), ...records.keys()])) this.#checkMove(performance, hold);
    for (const [fan, decidedAt] of fans) this.#checkLimit(fan, decidedAt, now);
  }

  /** Whether the fan has more than before. What is sold and moves is in both places for a while, and no more for that. */
  #grew(record: HoldRecord, before: HoldRecord | undefined, now: number): boolean {
    if (record.lapsesAt === sold && this.#moves.has(record.hold)) return false;
    return !before || !isLive(before, now) || record.seats.length > before.seats.length;
  }

  /** S1: within a section no two live records name a seat. */
  #checkTaken(performance: string, section: string, { seats, records }: SectionState, now: number): void {
    const owner = new Map<number, string>();
    for (const record of records) {
      if (!isLive(record, now)) continue;
      for (const seat of record.seats) {
        const other = owner.get(seat);
        owner.set(seat, record.hold);
        if (seat < seats && other === undefined) continue;
        const name = this.#seatName(performance, section, seat);
        if (other === undefined) throw new Breach('S6', `${name} is not in the plan`, [name]);
        throw new Breach('S1', `${name} is with ${other} and with ${record.hold}`, [name, other, record.hold]);
      }
    }
  }

  /** Keeps a record, and says whose it is. */
  #keep(performance: string, section: string, record: HoldRecord, last: HoldRecord | undefined, now: number): string {
    const { hold } = record;
    const ask = this.#asks.get(hold);
    if (!ask) throw new Breach('S5', `${hold} is held, and nobody asked for it`, [hold]);
    const refused = this.#refused.get(hold);
    if (refused !== undefined)
      throw new Breach('S5', `${hold} is held, and its fan was told that it is refused (${refused})`, [hold]);
    // What was held before goes on: it is sold, waits for a bank, or is written again.
    const decidedAt = this.#countedSince.get(hold) ?? now;
    if (!this.#holds.has(hold) && record.lapsesAt !== sold && this.#levers.isStopped(performance, decidedAt))
      throw new Breach('S7', `${hold} is held of ${performance}, whose sale was stopped`, [hold, performance]);
    const held = this.#holds.get(hold) ?? { fan: ask.fan, performance, parts: new Map() };
    this.#holds.set(hold, held);
    const mine = this.#holdsOf.get(ask.fan) ?? new Set();
    this.#holdsOf.set(ask.fan, mine.add(hold));
    held.parts.set(section, record);
    this.#checkSize(ask, held, now);
    if (last && isLive(last, now) && last.lapsesAt !== record.lapsesAt) this.#checkUntil(ask, last, record);
    return ask.fan;
  }

  /** O1: an order keeps its sold seats all the while that it is exchanged: the old seats or the new ones, whole. */
  #checkMove(performance: string, hold: string): void {
    const move = this.#moves.get(hold);
    const told = this.#soldSeats.get(hold);
    if (!move || !told || move.to.length === 0) return;
    if ([told.seats, move.from, move.to].some((seats) => this.isSold(performance, hold, seats))) return;
    throw new Breach('O1', `Order ${told.order} has neither the seats of ${hold} nor those it asked for`, [
      told.order,
      hold,
      ...[...move.from, ...move.to].map((seat) => `${performance} ${seat}`),
    ]);
  }

  /** S2: a hold never has more seats than it asked for; but what is sold and moves has the old and the new ones. */
  #checkSize({ hold, wish, fan }: Extract<HouseAsk, { ask: 'hold' }>, { parts }: HeldByFan, now: number): void {
    const wished = 'best' in wish ? wish.best.count : wish.seats.length;
    const live = [...parts.values()].filter((record) => isLive(record, now));
    const found = live.reduce((sum, { seats }) => sum + seats.length, 0);
    const { from = [], to = [] } = this.#moves.get(hold) ?? {};
    const moving = live.every(({ lapsesAt }) => lapsesAt === sold) && found <= new Set([...from, ...to]).size;
    if (found > wished && !moving)
      throw new Breach('S2', `${this.#of.named(fan)} asked for ${wished} seats with ${hold} and has ${found}`, [hold]);
  }

  /** S5: the time of a live hold changes only when it is sold, or by an extension that was asked for. */
  #checkUntil({ fan, hold }: Extract<HouseAsk, { ask: 'hold' }>, last: HoldRecord, record: HoldRecord): void {
    if (record.lapsesAt === sold) return;
    if (last.lapsesAt === sold) throw new Breach('S1', `${hold} was sold and is held again`, [hold]);
    if (this.#ends.get(fan)?.has(record.lapsesAt)) return;
    // A hold that was counted and never shown may be decided anew.
    if (!this.#promised.has(hold)) return;
    throw new Breach('S5', `${hold} lasts until ${record.lapsesAt} instead of ${last.lapsesAt}, and nobody asked`, [
      hold,
    ]);
  }

  /** S4: over all houses, whenever a fan is given something. A limit that is turned down takes nothing away. */
  #checkLimit(fan: string, decidedAt: number, now: number): void {
    let seats = 0;
    const holds = [...(this.#holdsOf.get(fan) ?? [])];
    for (const hold of holds) {
      const live = this.#liveParts(hold, now);
      const found = live.reduce((sum, record) => sum + record.seats.length, 0);
      // A move across sections lies in the old and the new ones until it is done; it counts once.
      const moving = live.every(({ lapsesAt }) => lapsesAt === sold)
        ? Math.max(0, ...live.map(({ total }) => total))
        : found;
      seats += Math.min(found, moving);
    }
    const turned = this.#levers.limit(decidedAt);
    const limit = this.#anew.has(fan) ? Math.max(turned, this.#of.seatsPerFan) : turned;
    if (seats > limit)
      throw new Breach('S4', `${this.#of.named(fan)} has ${seats} seats of ${limit} allowed`, [
        this.#of.named(fan),
        ...holds,
      ]);
  }

  /** An ask that a fan knows was taken this long ago must have its answer by now. */
  waitsSince(askedAt: number, { hold, state }: HoldView, fan: string, now: number): void {
    if (state !== 'pending' || now < askedAt + askTimes.answerMs) return;
    throw new Breach('answered', `${hold} has no answer after ${(now - askedAt) / 1000} s`, [
      hold,
      this.#of.named(fan),
    ]);
  }

  /** A fan is shown a hold. The view must be true from now on. */
  shown(view: HoldView, fan: string, now: number): void {
    const { hold, performance } = view;
    const about = [hold, this.#of.named(fan)];
    const ask = this.#asks.get(hold);
    const refused = this.#refused.get(hold);
    const said = view.state === 'refused' ? view.refusal : view.state;
    if (refused !== undefined && said !== refused)
      throw new Breach('S5', `${hold} was refused (${refused}), and is ${said}`, about);
    if (view.state === 'refused') this.#refused.set(hold, view.refusal);
    if (view.state === 'refused' && view.refusal === 'seat-taken') {
      if (view.taken.length === 0) throw new Breach('S2', `${hold} was refused, and nothing named as taken`, about);
      const wished = ask && 'seats' in ask.wish ? ask.wish.seats : [];
      for (const seat of view.taken) {
        const name = `${performance} ${seat}`;
        if (!wished.includes(seat)) throw new Breach('S2', `${hold} was refused ${seat}, which it did not name`, about);
        if ((this.#takenUntil(name, performance, seat) ?? 0) < (ask?.askedAt ?? 0))
          throw new Breach('S3', `${hold} was refused ${name}, which was free since it was asked for`, [
            ...about,
            name,
          ]);
      }
    }
    if (view.state !== 'held' && view.state !== 'sold') return;
    const seats = view.seats.map(({ id }) => id);
    const wished = ask && ('best' in ask.wish ? ask.wish.best.count : ask.wish.seats.length);
    if (view.state === 'held' && seats.length !== wished)
      throw new Breach('S2', `${hold} asked for ${wished} seats and is shown ${seats.length}`, about);
    if (view.state === 'sold' || this.#givenUp.has(hold)) return;
    const before = this.#promised.get(hold);
    const lapsesAt = Math.max(view.expiresAt, before?.lapsesAt ?? 0);
    this.#promised.set(hold, { fan, performance, seats, lapsesAt });
    this.#checkPromise(hold, now);
  }

  /** When a seat was taken last; now, if it is. */
  #takenUntil(name: string, performance: string, seat: string): number | undefined {
    const { section = '', index = -1 } = this.#placeOf.get(seat) ?? {};
    if (this.setAside.of(performance, section).includes(index)) return Number.POSITIVE_INFINITY;
    const state = this.#sections.get(`${performance} ${section}`);
    const ends = (state?.records ?? []).filter(({ seats }) => seats.includes(index)).map(({ lapsesAt }) => lapsesAt);
    return Math.max(this.#takenAt.get(name) ?? 0, ...ends);
  }

  /** S3: a hold that a fan saw stays theirs until its time is over; S1: a sold seat stays sold. */
  #checkPromise(hold: string, now: number): void {
    const promised = this.#promised.get(hold);
    if (!promised || this.#givenUp.has(hold) || now >= promised.lapsesAt) return;
    const { performance, seats, fan } = promised;
    // What does not take place is nobody's any more.
    if (this.#of.isCancelled(performance)) return;
    for (const seat of seats) {
      if (this.ownerOf(performance, seat, now)?.hold === hold) continue;
      const name = `${performance} ${seat}`;
      const now_ = this.ownerOf(performance, seat, now)?.hold ?? 'nobody';
      throw new Breach('S3', `${name} is held for ${this.#of.named(fan)} (${hold}), and is with ${now_}`, [
        name,
        hold,
        now_,
      ]);
    }
  }

  /** The live record that has a seat. */
  ownerOf(performance: string, seat: string, now: number): HoldRecord | undefined {
    const { section = '', index = -1 } = this.#placeOf.get(seat) ?? {};
    return this.#sections
      .get(`${performance} ${section}`)
      ?.records.find((record) => isLive(record, now) && record.seats.includes(index));
  }

  /** Whether these are sold with this hold, and this order has heard so. */
  isSoldTo(order: string, performance: string, hold: string, seats: readonly string[]): boolean {
    return this.#soldSeats.get(hold)?.order === order && this.isSold(performance, hold, seats);
  }

  /** Whether these are sold with this hold. */
  isSold(performance: string, hold: string, seats: readonly string[]): boolean {
    return seats.every((seat) => {
      const owner = this.ownerOf(performance, seat, 0);
      return owner?.hold === hold && owner.lapsesAt === sold;
    });
  }

  /** S5: a sale or change gets one answer, however often; and the answer is true. */
  #wasTold({ outcome, order, hold, performance, seats, change }: HouseOutcome): void {
    const name = `${order} ${hold} ${change ?? 'sale'}`;
    const before = this.#told.get(name);
    if (before !== undefined && before !== outcome)
      throw new Breach('S5', `Order ${order} was told ${before} of ${hold}, and then ${outcome}`, [order, hold]);
    if (before !== undefined) return;
    this.#told.set(name, outcome);
    if (outcome === 'lost') return;
    const other = this.#soldSeats.get(hold);
    if (other && other.order !== order)
      throw new Breach('S1', `${hold} is sold to ${other.order} and to ${order}`, [order, hold, other.order]);
    // A change that came to nothing leaves what there is.
    if (outcome === 'kept') return;
    if (!this.isSold(performance, hold, seats))
      throw new Breach('S1', `Order ${order} was told ${outcome} of ${hold}, and its seats are not`, [
        order,
        hold,
        ...seats.map((seat) => `${performance} ${seat}`),
      ]);
    this.#soldSeats.set(hold, { order, seats });
  }

  /** S5: an answer stays. S2: once a hold is nobody's, no part of it is left. */
  #basket({ onSale, fan, entries }: BasketRecord, now: number): void {
    const name = `${onSale} ${fan}`;
    const before = this.#entries.get(name);
    const after = new Map(entries.map((entry) => [entry.hold, entry]));
    if (after.size !== entries.length)
      throw new Breach('S5', `A hold is twice in the basket of ${this.#of.named(fan)}`, [this.#of.named(fan)]);
    for (const [hold, entry] of after) {
      const last = before?.get(hold);
      if (isCounted(entry) && !(isCounted(last, now) && entry.seats <= last.seats)) this.#countedSince.set(hold, now);
      if (last !== entry && !('sections' in entry)) this.#checkGone(hold, entry.state, now);
      if (!last || last.state === 'held' || last.state === entry.state) continue;
      // A sale is counted before it is written, and may be decided anew until it is. The answers are checked above.
      if (entry.state !== 'held' && entry.state !== 'sold') continue;
      throw new Breach('S5', `${hold} was ${last.state}, and is ${entry.state}`, [hold, this.#of.named(fan)]);
    }
    this.#entries.set(name, after);
  }

  #liveParts(hold: string, now: number): readonly HoldRecord[] {
    return [...(this.#holds.get(hold)?.parts.values() ?? [])].filter((record) => isLive(record, now));
  }

  #checkGone(hold: string, state: string, now: number): void {
    const left = this.#liveParts(hold, now);
    if (left.length > 0)
      throw new Breach('S2', `${hold} is ${state}, and ${left.length} of its parts still have seats`, [hold]);
  }

  /** Seats that are nobody's, by performance: `free + held + sold = seats in the plan` follows from S1. */
  atEnd(performances: readonly string[], now: number): void {
    this.setAside.atEnd();
    for (const performance of performances)
      for (const [section, ids] of this.#seatIds) {
        const state = this.#sections.get(`${performance} ${section}`);
        const live = (state?.records ?? []).filter((record) => isLive(record, now));
        const taken = live.flatMap(({ seats }) => seats);
        for (const { hold, seats, total } of live)
          if (seats.length > total)
            throw new Breach('S2', `${hold} is of ${total} seats and has ${seats.length}`, [hold]);
        if (new Set(taken).size !== taken.length || taken.some((seat) => seat >= ids.length))
          throw new Breach('S6', `The seats of ${performance} ${section} do not add up`, [`${performance} ${section}`]);
      }
    for (const [hold, { fan, parts }] of this.#holds) {
      const live = [...parts.values()].filter((record) => isLive(record, now));
      const found = live.reduce((sum, { seats }) => sum + seats.length, 0);
      const [first] = live;
      if (first && (first.total !== found || live.some(({ lapsesAt }) => lapsesAt !== first.lapsesAt)))
        throw new Breach('S2', `${hold} of ${this.#of.named(fan)} has ${found} of ${first.total} seats`, [hold]);
    }
    for (const [hold, { order, seats }] of this.#soldSeats) {
      const performance = this.#holds.get(hold)?.performance ?? '';
      if (!this.isSold(performance, hold, seats))
        throw new Breach('S1', `${hold} was sold to order ${order}, and is not`, [hold, order]);
    }
  }

  /** Seats that are free only because the hold that names them is past its time. */
  lapsed(performance: string, now: number): readonly string[] {
    return [...this.#seatIds].flatMap(([section, ids]) =>
      (this.#sections.get(`${performance} ${section}`)?.records ?? [])
        .filter((record) => !isLive(record, now))
        .flatMap(({ seats }) => seats.map((seat) => ids[seat] ?? ''))
        .filter((seat) => this.isFree(performance, seat, now)),
    );
  }

  /** Seats of these performances. A hold whose time is over is free. */
  countOf(
    performances: Iterable<string>,
    now: number,
  ): { readonly free: number; readonly held: number; readonly sold: number } {
    const count = { free: 0, held: 0, sold: 0 };
    for (const performance of performances)
      for (const [section, { length }] of this.#seatIds) {
        count.free += length - this.setAside.of(performance, section).length;
        for (const record of this.#sections.get(`${performance} ${section}`)?.records ?? []) {
          if (!isLive(record, now)) continue;
          count.free -= record.seats.length;
          count[record.lapsesAt === sold ? 'sold' : 'held'] += record.seats.length;
        }
      }
    return count;
  }

  /** Of the last section written: for a fan who looks for seats. */
  isFree(performance: string, seat: string, now: number): boolean {
    const { section = '', index = -1 } = this.#placeOf.get(seat) ?? {};
    if (this.setAside.of(performance, section).includes(index)) return false;
    return this.ownerOf(performance, seat, now) === undefined;
  }

  #seatName(performance: string, section: string, seat: number): string {
    return `${performance} ${this.#seatIds.get(section)?.[seat] ?? `${section}#${seat}`}`;
  }
}

/** Seats for an order are held by nobody first, and are as many as its parties. */
function asHold(ask: Extract<HouseAsk, { ask: 'seat-anew' }>): Extract<HouseAsk, { ask: 'hold' }> {
  const { id, performance, onSale, fan, hold, parties, askedAt } = ask;
  const count = parties.reduce((sum, party) => sum + party.count, 0);
  return { ask: 'hold', id, performance, onSale, fan, hold, wish: { best: { count } }, askedAt };
}

const isSame = (one: HoldRecord, other: HoldRecord | undefined): boolean =>
  other !== undefined &&
  one.lapsesAt === other.lapsesAt &&
  one.total === other.total &&
  one.seats.join() === other.seats.join();

/** Whether it counts its seats. Those who decide have clocks that are a second off at the most. */
function isCounted(entry: BasketEntry | undefined, now = 0): entry is Extract<BasketEntry, { seats: number }> {
  return entry?.state === 'sold' || (entry?.state === 'held' && now < entry.expiresAt + clocksDifferMs);
}

function isLive({ lapsesAt }: Pick<HoldRecord, 'lapsesAt'>, now: number): boolean {
  return now < lapsesAt;
}
