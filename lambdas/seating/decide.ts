import type { HoldRefusal, HouseAsk, HouseOutcome } from '../../contracts/house.ts';
import {
  askPatience,
  type Basket,
  basketName,
  claimed,
  claimOf,
  type Entry,
  entryOf,
  isFull,
  withEntry,
} from './basket.ts';
import type { Seating } from './best-available.ts';
import { HouseDraft, isWhole, seatsIn } from './house-draft.ts';
import type { PlanIndex } from './plan-index.ts';
import { seatsByName, seatWish, takenAmong, wishSize } from './seat-wish.ts';
import { type HoldRecord, type SectionState, sold } from './section-codec.ts';

/**
 * Decides the asks of one house in their order, in memory: what its sections and the fans' baskets become
 * and what ordering is told. The section is the truth of who has a seat; the basket says where to look
 * and what was answered. An ask that was answered before changes nothing. Whenever an entry that claims
 * seats is decided anew, every section it names is written again, whether anything in it changed or
 * not: so whoever still means to write the old decision finds the section moved, and decides again too.
 */
export interface Situation {
  readonly plan: PlanIndex;
  /** Of this house's on-sales, by id. */
  readonly rules: ReadonlyMap<string, SaleRules>;
  readonly sections: ReadonlyMap<string, SectionState>;
  /** By `basketName`: of every fan who asks. */
  readonly baskets: ReadonlyMap<string, Basket>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface SaleRules {
  readonly seatsPerFan: number;
  readonly holdMinutes: number;
}

/** What became of an ask; `again` is one that was answered before. */
export type Answer = 'held' | 'sold' | 'lost' | 'released' | 'too-late' | 'again' | HoldRefusal;

export interface Decisions {
  /** One an ask, as far as was decided; the others wait until these are written. */
  readonly answers: readonly Answer[];
  readonly sections: ReadonlyMap<string, SectionState>;
  /** Sections to be written in this state first, before any of `sections`. */
  readonly fences: ReadonlyMap<string, SectionState>;
  /** Changed baskets, as they were and as they become. Versions are the old ones. */
  readonly baskets: readonly { readonly before: Basket; readonly after: Basket }[];
  readonly outcomes: readonly HouseOutcome[];
  /**
   * Some answer holds only if the sections are as they were read: it writes none of them to prove it, or it
   * goes against what the basket says.
   */
  readonly unproven: boolean;
}

type AskOf<Kind extends HouseAsk['ask']> = Extract<HouseAsk, { ask: Kind }>;

export function decide(situation: Situation, asks: readonly HouseAsk[]): Decisions {
  const session = new Session(situation);
  const answers: Answer[] = [];
  for (const ask of asks) {
    // What a fan gave back is theirs to use only once it is written, or two holds could be live at once.
    if (session.gaveBack.has(basketName(ask))) break;
    answers.push(session.answer(ask));
  }
  return {
    answers,
    sections: session.draft.changes(),
    fences: session.draft.fences(),
    baskets: session.changedBaskets(),
    outcomes: session.outcomes,
    unproven: session.unproven,
  };
}

class Session {
  readonly draft: HouseDraft;
  readonly gaveBack = new Set<string>();
  readonly outcomes: HouseOutcome[] = [];
  unproven = false;
  readonly #situation: Situation;
  readonly #baskets: Map<string, Basket>;

  constructor(situation: Situation) {
    this.#situation = situation;
    this.#baskets = new Map(situation.baskets);
    this.draft = new HouseDraft(situation.plan, situation.sections, situation.now);
  }

  answer(ask: HouseAsk): Answer {
    if (ask.ask === 'hold') return this.#hold(ask);
    return ask.ask === 'sell' ? this.#sell(ask) : this.#release(ask);
  }

  changedBaskets() {
    return [...this.#baskets].flatMap(([name, after]) => {
      const before = this.#situation.baskets.get(name);
      return before && before !== after ? [{ before, after }] : [];
    });
  }

  #hold(ask: AskOf<'hold'>): Answer {
    const { now } = this.#situation;
    const known = entryOf(this.#basketOf(ask), ask.id);
    if (known) {
      if (known.state !== 'held' || claimOf(known, now) === 0) return 'again';
      this.unproven = true;
      if (this.#partsOf(known)) return 'again';
      this.draft.withdraw(ask.id, known.sections);
    } else if (now > ask.askedAt + askPatience) {
      this.#put(ask, { state: 'lapsed', hold: ask.id, performance: ask.performance, at: now });
      return 'too-late';
    }
    // A hold claimed before keeps its time, so that whoever writes it, all its records lapse at once.
    return this.#holdAnew(ask, known?.expiresAt);
  }

  #holdAnew(ask: AskOf<'hold'>, claimedUntil: number | undefined): Answer {
    const { now, rules: allRules } = this.#situation;
    const rules = allRules.get(ask.onSale);
    const basket = this.#basketOf(ask);
    const size = wishSize(ask.wish);
    if (!rules) return this.#refuse(ask, 'not-in-this-on-sale');
    if (claimed(basket, now, ask.id) + size > rules.seatsPerFan || isFull(basket))
      return this.#refuse(ask, 'over-limit');
    const wished = seatWish(this.draft, ask.wish);
    if (!wished.ok) return this.#refuse(ask, wished.refusal, wished.taken);
    if (this.#isNameTaken(ask.id, wished.seating)) return this.#refuse(ask, 'not-enough-seats');
    // Whole seconds, since a record keeps no others.
    const minutes = ask.more ? 2 * rules.holdMinutes : rules.holdMinutes;
    const expiresAt = claimedUntil ?? 1000 * Math.ceil(now / 1000 + minutes * 60);
    this.draft.place(ask.id, wished.seating, expiresAt / 1000);
    this.#put(ask, {
      state: 'held',
      hold: ask.id,
      performance: ask.performance,
      at: now,
      seats: size,
      sections: [...wished.seating.keys()].sort(),
      expiresAt,
    });
    return 'held';
  }

  #refuse(ask: AskOf<'hold'>, refusal: HoldRefusal, taken: readonly string[] = []): Answer {
    if (refusal === 'seat-taken' || refusal === 'not-enough-seats') this.unproven = true;
    const { now } = this.#situation;
    this.#put(ask, { state: 'refused', hold: ask.id, performance: ask.performance, at: now, refusal, taken });
    return refusal;
  }

  #release(ask: AskOf<'release'>): Answer {
    const { now } = this.#situation;
    const known = entryOf(this.#basketOf(ask), ask.hold);
    if (known?.state !== 'held' || claimOf(known, now) === 0) return 'again';
    this.#partsOf(known);
    this.draft.withdraw(ask.hold, known.sections);
    this.#put(ask, { state: 'released', hold: ask.hold, performance: ask.performance, at: now });
    return 'released';
  }

  #sell(ask: AskOf<'sell'>): Answer {
    const { now, rules } = this.#situation;
    const basket = this.#basketOf(ask);
    const known = entryOf(basket, ask.hold);
    const own = known?.state === 'held' || known?.state === 'sold' ? known : undefined;
    if (own?.state === 'sold' && own.order !== ask.order) return this.#tell(ask, 'lost', 'again');
    if (known && !own) return this.#lose(ask, known.state === 'lost' ? 'again' : 'lost');
    if (own && claimOf(own, now) > 0) {
      const parts = this.#partsOf(own);
      if (parts && own.state === 'sold' && this.#isSold(ask, parts)) {
        this.unproven = true;
        return this.#tell(ask, 'sold', 'again');
      }
      this.draft.withdraw(ask.hold, own.sections);
    }
    const seating = seatsByName(this.draft, ask.seats);
    const size = seating ? seatsIn(seating) : 0;
    const limit = rules.get(ask.onSale)?.seatsPerFan ?? 0;
    const fits = size > 0 && claimed(basket, now, ask.hold) + size <= limit;
    const free = takenAmong(this.draft, ask.seats).length === 0 && !this.#isNameTaken(ask.hold, seating);
    if (!seating || !fits || !free) {
      this.unproven = true;
      return this.#lose(ask, 'lost');
    }
    this.draft.place(ask.hold, seating, sold);
    this.#put(ask, {
      state: 'sold',
      hold: ask.hold,
      performance: ask.performance,
      at: now,
      order: ask.order,
      seats: size,
      sections: [...seating.keys()].sort(),
      expiresAt: own?.expiresAt ?? now,
    });
    return this.#tell(ask, 'sold', 'sold');
  }

  /** Written before it is told, and never forgotten: the message may come again after days, and nothing else may be said. */
  #lose(ask: AskOf<'sell'>, answer: 'lost' | 'again'): Answer {
    const { now } = this.#situation;
    if (answer === 'lost') this.#put(ask, { state: 'lost', hold: ask.hold, performance: ask.performance, at: now });
    return this.#tell(ask, 'lost', answer);
  }

  /**
   * Whether one of these sections has a hold of that name that this fan's basket does not know, so another
   * fan's. Names are hashes, and two alike are not to be expected; but one must never overwrite the other.
   */
  #isNameTaken(hold: string, seating: Seating | undefined): boolean {
    return this.draft.partsOf(hold, [...(seating?.keys() ?? [])]).size > 0;
  }

  /** The parts of a claimed hold, if the sections have all that the basket says. If not, they are not to be believed unless fresh. */
  #partsOf({ hold, sections, open }: Extract<Entry, { state: 'held' | 'sold' }>) {
    const parts = this.draft.partsOf(hold, sections);
    if (!open && isWhole(parts)) return parts;
    this.unproven = true;
    return undefined;
  }

  /** Whether these parts are sold, and are the seats that the sale names. */
  #isSold(ask: AskOf<'sell'>, parts: ReadonlyMap<string, HoldRecord>): boolean {
    if ([...parts.values()].some(({ until }) => until !== sold)) return false;
    const seating = seatsByName(this.draft, ask.seats);
    return (
      seating !== undefined &&
      [...seating].every(([section, seats]) => parts.get(section)?.seats.join() === seats.join())
    );
  }

  #tell(ask: AskOf<'sell'>, outcome: HouseOutcome['outcome'], answer: Answer): Answer {
    const { order, hold, performance, onSale, fan, seats } = ask;
    this.outcomes.push({ outcome, order, hold, performance, onSale, fan, seats });
    return answer;
  }

  #basketOf(ask: HouseAsk): Basket {
    const basket = this.#baskets.get(basketName(ask));
    if (!basket) throw new Error(`The basket of ask ${ask.id} was not read`);
    return basket;
  }

  #put(ask: HouseAsk, entry: Entry): void {
    const { now } = this.#situation;
    const basket = this.#basketOf(ask);
    if (claimOf(entry, now) < claimOf(entryOf(basket, entry.hold), now)) this.gaveBack.add(basketName(ask));
    this.#baskets.set(basketName(ask), withEntry(basket, entry, now));
  }
}
