import type { ForecastReadings } from '../contracts/levers.ts';
import type { Odds } from '../contracts/line.ts';
import type { Dials } from '../contracts/line-operation.ts';
import { afterEndMs, afterExpiryMs, nameOf } from '../lambdas/waiting-room/line/shoppers-store.ts';
import { stillShopping } from '../lambdas/waiting-room/pace/board.ts';
import { calledSince, callOf } from '../lambdas/waiting-room/pace/calls.ts';
import { type Called, callFurther, outstanding, ratePerMinute } from '../lambdas/waiting-room/pace/how-far-to-call.ts';
import { isRecalled, recalledSince } from '../lambdas/waiting-room/pace/recalls.ts';
import { nothingLearned, windowMs } from '../lambdas/waiting-room/pace/showing.ts';
import { audienceOf, type Fan } from '../rehearsal/fans/audience.ts';
import { chanceOf } from '../rehearsal/fans/chance.ts';
import { chanceAt } from '../rules/chance.ts';
import { oddsOf, paceOf } from '../rules/odds.ts';
import { waitAt } from '../rules/wait.ts';
import { SimpleHouse } from './simple-house.ts';
import { Timetable } from './timetable.ts';

/**
 * Long because it is one on-sale, whose parts all change one another. In virtual time, second by second: the audience of the rehearsals, the pacing and the odds of the real
 * line, and a house of seats that are all alike. Every half minute everyone who waits sees the chance and the wait that
 * the page would show. In the end it is known what became of it. A fan who gave up, or never came when called, is
 * followed all the same: were seats for their party left when they would have asked?
 */
export interface OnSaleSettings {
  readonly seed: number;
  readonly fans: number;
  readonly seats: number;
  readonly dials: Pick<Dials, 'shopping' | 'perMinute' | 'passMinutes' | 'claimMinutes'>;
  readonly holdMinutes: number;
  readonly seatsPerFan: number;
  /** Somebody turns dials in the middle of it. */
  readonly turn?: { readonly atMinute: number; readonly dials: Partial<OnSaleSettings['dials']> };
}

/** The chance that was shown, and whether there were seats. */
export interface ShownChance {
  readonly chance: number;
  readonly seats: boolean;
}

/** The wait that was shown, and how long it was; in minutes. */
export interface ShownWait {
  readonly half: number;
  readonly most: number;
  readonly was: number;
  /** Since the doors. */
  readonly after: number;
}

export interface OnSaleSeen {
  readonly chances: readonly ShownChance[];
  readonly waits: readonly ShownWait[];
  /** Minutes from the doors until the last seat was sold, if it was. */
  readonly soldOutAfter: number | undefined;
  /** Minutes from the doors until no pair of seats was free for the first time: all were sold or in baskets. */
  readonly ranOutAfter: number | undefined;
  /** Just before the dials were turned: what a forecast is made of, and when each of those who waited then was called. */
  readonly turned?:
    | {
        readonly readings: ForecastReadings;
        /** In order of their positions; minutes from then on, undefined if never. */
        readonly calledAfter: readonly (number | undefined)[];
      }
    | undefined;
}

const second = 1000;
const minute = 60 * second;
const lookEvery = 30 * second;
const tickEvery = 2 * second;
/** A line that is still busy then is left to itself. */
const longest = 5 * 60 * minute;
const lobby = 15 * minute;
const tries = 5;
/** With so few unsold it is over: single seats that no party fits into can stay for hours. */
const crumbs = 2;

/** A fan in the line. */
interface WaitingFan {
  readonly fan: Fan;
  readonly party: number;
  position: number;
  calledAt: number | undefined;
  /** Whether seats for the party were left when they asked, or would have. */
  found: boolean | undefined;
}

interface TurnedAt {
  readonly at: number;
  /** Called up to, then. */
  readonly from: number;
  readonly readings: ForecastReadings;
}

export function simulateOnSale(settings: OnSaleSettings): OnSaleSeen {
  return new OnSale(settings).run();
}

class OnSale {
  readonly #settings: OnSaleSettings;
  #dials: Dials;
  #turned: TurnedAt | undefined;
  readonly #house: SimpleHouse;
  readonly #times = new Timetable();
  /** In order of arrival. */
  readonly #coming: readonly WaitingFan[];
  /** In order of position, from 1. */
  readonly #line: WaitingFan[] = [];
  readonly #claimed = new Set<number>();
  /** Names of passes. */
  readonly #inUse = new Set<string>();
  readonly #ended = new Map<string, number>();
  /** Late fans who ask to come in, by the name of the pass that they ask for. */
  readonly #late = new Map<string, WaitingFan>();
  #called: Called = { calledUpTo: 0, calls: [] };
  #now = 0;
  readonly #chances: { readonly place: WaitingFan; readonly chance: number }[] = [];
  readonly #waits: { readonly place: WaitingFan; readonly at: number; readonly half: number; readonly most: number }[] =
    [];

  constructor(settings: OnSaleSettings) {
    this.#settings = settings;
    this.#dials = { ...settings.dials, paused: false };
    this.#house = new SimpleHouse(settings.seats);
    this.#coming = audienceOf({ seed: settings.seed, fans: settings.fans, untilDoors: lobby }).map((fan) => ({
      fan,
      party: Math.min(fan.party, settings.seatsPerFan),
      position: 0,
      calledAt: undefined,
      found: undefined,
    }));
  }

  run(): OnSaleSeen {
    let soldOutAfter: number | undefined;
    let ranOutAfter: number | undefined;
    for (this.#now = 0; this.#now < longest; this.#now += second) {
      this.#times.pass(this.#now / second);
      if (this.#house.free < 2) ranOutAfter ??= this.#now / minute;
      this.#draw();
      if (this.#settings.turn && this.#now === this.#settings.turn.atMinute * minute)
        this.#turn(this.#settings.turn.dials);
      if (this.#now % tickEvery === 0) this.#tick();
      if (this.#now % lookEvery === 0) this.#show();
      if (this.#house.seats - this.#house.sold <= crumbs) {
        soldOutAfter = this.#now / minute;
        break;
      }
      if (
        this.#now > minute &&
        this.#called.calledUpTo === this.#settings.fans &&
        this.#inUse.size === 0 &&
        this.#late.size === 0
      )
        break;
    }
    const turned = this.#turned && { readings: this.#turned.readings, calledAfter: this.#calledAfter(this.#turned) };
    return { chances: this.#judgedChances(), waits: this.#judgedWaits(), soldOutAfter, ranOutAfter, turned };
  }

  #turn(dials: Partial<OnSaleSettings['dials']>): void {
    const { calledUpTo, calls, recalls, showing } = this.#called;
    const readings = this.#readings();
    const kept = outstanding(readings);
    const stands = { inUse: this.#inUse, ended: this.#ended };
    const { seats, free, held, sold } = this.#house;
    const since = this.#now - minute;
    this.#turned = {
      at: this.#now,
      from: calledUpTo,
      readings: {
        at: this.#now,
        since: this.#now / minute,
        waiting: this.#line.length - calledUpTo,
        ...{ calledUpTo, outstanding: kept, inUse: stillShopping(stands), slots: this.#inUse.size + kept },
        claimed: this.#claimed.size,
        lately: ratePerMinute(readings),
        calledThisMinute: calledSince(calls, since) + recalledSince(recalls, since),
        ...(showing && { showing: { called: showing.called, came: showing.came } }),
        windowMinutes: windowMs(showing ?? nothingLearned, this.#dials) / minute,
        stock: { seats, free, held, sold },
        moving: true,
      },
    };
    this.#dials = { ...this.#dials, ...dials };
  }

  #calledAfter({ at, from, readings }: TurnedAt): readonly (number | undefined)[] {
    const waited = this.#line.slice(from, from + readings.waiting);
    return waited.map(({ calledAt }) => (calledAt === undefined ? undefined : (calledAt - at) / minute));
  }

  /** All who have come by now: the lobby in random order, later ones as they come. */
  #draw(): void {
    const from = this.#line.length;
    const come: WaitingFan[] = [];
    for (let next = from; next < this.#coming.length; next += 1) {
      const place = this.#coming[next];
      if (!place || place.fan.arrives > this.#now) break;
      come.push(place);
    }
    const chance = chanceOf(this.#settings.seed, 7, this.#now);
    const order = come.map((place) => ({ place, at: chance.next() })).sort((a, b) => a.at - b.at);
    for (const { place } of order) {
      this.#line.push(place);
      place.position = this.#line.length;
    }
  }

  #tick(): void {
    const before = this.#called.calledUpTo;
    this.#called = callFurther(this.#dials, this.#readings());
    for (const place of this.#line.slice(before, this.#called.calledUpTo)) this.#call(place);
    for (const [name, place] of this.#late) {
      if (!isRecalled(this.#called.recalls, name, this.#now)) continue;
      this.#late.delete(name);
      this.#shop(place);
    }
  }

  #readings() {
    return {
      ...this.#called,
      now: this.#now,
      opensAt: 0,
      closesAt: longest,
      drawn: this.#line.length,
      shoppers: { inUse: this.#inUse, claimed: this.#claimed, ended: this.#ended },
      wishes: new Set(this.#late.keys()),
      stock: this.#house,
    };
  }

  #call(place: WaitingFan): void {
    const { fan, party } = place;
    place.calledAt = this.#now;
    const looked = this.#now + fan.noticing + fan.looking;
    this.#times.plan(looked, () => {
      place.found = this.#house.free >= party;
    });
    const gaveUp = this.#now > Math.max(0, fan.arrives) + fan.patience;
    if (gaveUp || fan.whenCalled === 'never-comes') return;
    const late = (this.#dials.claimMinutes + 1) * minute;
    this.#times.plan(this.#now + (fan.whenCalled === 'comes-late' ? late : fan.noticing), () => this.#claim(place));
  }

  /** On time into the kept slot, else among the next. */
  #claim(place: WaitingFan): void {
    const call = callOf(this.#called.calls, place.position);
    if (call && this.#now <= call.claimBy) this.#shop(place);
    else this.#late.set(nameOf({ position: place.position, number: 1 }), place);
  }

  #shop({ fan, party, position }: WaitingFan): void {
    const { holdMinutes } = this.#settings;
    const passOver = this.#now + this.#dials.passMinutes * minute;
    const name = nameOf({ position, number: 1 });
    this.#inUse.add(name);
    this.#claimed.add(position);
    const giveBack = () => {
      if (this.#ended.has(name) || this.#now >= passOver) return;
      this.#ended.set(name, this.#now);
      this.#times.plan(this.#now + afterEndMs, () => this.#inUse.delete(name));
    };
    this.#times.plan(passOver + afterExpiryMs, () => {
      this.#inUse.delete(name);
      this.#claimed.delete(position);
      this.#ended.delete(name);
    });
    const end = () => {
      if (fan.finishes) giveBack();
    };
    const after = (wait: number, act: () => void) => this.#times.plan(this.#now + wait, act);
    const look = (attempt: number) => {
      if (this.#now >= passOver) return;
      if (!this.#house.hold(party)) {
        if (attempt < tries) after(fan.looking / 4, () => look(attempt + 1));
        else end();
        return;
      }
      let held = true;
      after(holdMinutes * minute, () => {
        if (held) this.#house.giveBack(party);
        held = false;
      });
      after(fan.paying, () => {
        if (fan.withSeats === 'walks-away') return;
        // Seats that lapsed while somebody paid are retaken if they are still free.
        if (this.#now < passOver && (held || this.#house.hold(party))) {
          held = false;
          const buys = fan.withSeats === 'orders' && fan.payment !== 'declined-card';
          if (buys) this.#house.sell(party);
          else this.#house.giveBack(party);
        }
        end();
      });
    };
    after(fan.looking, () => look(1));
  }

  /** The page's message now to everyone who waits. */
  #show(): void {
    const readings = this.#readings();
    const { calledUpTo } = this.#called;
    const since = this.#now / minute;
    const slots = {
      calledUpTo,
      outstanding: outstanding(readings),
      inUse: stillShopping({ inUse: this.#inUse, ended: this.#ended }),
    };
    const rate = paceOf({ ...slots, since, lately: ratePerMinute(readings) });
    const odds: Odds = oddsOf({
      ...slots,
      stock: this.#house,
      claimed: this.#claimed.size,
      showing: this.#called.showing,
      line: { since, waiting: this.#line.length - calledUpTo, rate },
    });
    for (const place of this.#line.slice(calledUpTo)) {
      if (this.#now > Math.max(0, place.fan.arrives) + place.fan.patience) continue;
      const ahead = place.position - calledUpTo - 1;
      this.#chances.push({ place, chance: chanceAt(odds, ahead, place.party) });
      const wait = waitAt({ rate }, ahead + 1);
      if (wait) this.#waits.push({ place, at: this.#now, half: wait[0], most: wait[1] });
    }
  }

  /**
   * A fan who was not called by then finds the seats that are left at the end. If those might be enough, nobody knows.
   */
  #judgedChances(): readonly ShownChance[] {
    return this.#chances.flatMap(({ place, chance }) => {
      const found = place.found ?? (this.#house.free < place.party ? false : undefined);
      return found === undefined ? [] : [{ chance, seats: found }];
    });
  }

  #judgedWaits(): readonly ShownWait[] {
    return this.#waits.flatMap(({ place, at, half, most }) =>
      place.calledAt === undefined ? [] : [{ half, most, was: (place.calledAt - at) / minute, after: at / minute }],
    );
  }
}
