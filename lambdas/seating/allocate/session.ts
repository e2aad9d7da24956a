import type { HouseAsk, HouseOutcome } from '../../../contracts/house.ts';
import { basketName, entryOf, withEntry } from '../house/basket.ts';
import type { BasketEntry, BasketRecord } from '../house/basket-record.ts';
import { isWhole } from '../house/hold-lapses.ts';
import { countedSeats } from '../house/limit-per-fan.ts';
import { type HoldRecord, sold } from '../house/section-codec.ts';
import type { Seating } from '../plan/best-available.ts';
import { HouseDraft, seatsIn, wheelchairIn } from './house-draft.ts';
import { seatsByName } from './seat-wish.ts';
import type { Situation } from './situation.ts';

export type AskOf<Kind extends HouseAsk['ask']> = Extract<HouseAsk, { ask: Kind }>;

/** Entries that name sections in which their seats lie. */
export type CountedEntry = Extract<BasketEntry, { state: 'held' | 'sold' }>;

/**
 * The outcome so far of the decisions of one batch: the draft of the house, the baskets, and the messages for ordering.
 */
export class Session {
  readonly situation: Situation;
  readonly draft: HouseDraft;
  /** Names of the baskets that count less than they did. */
  readonly gaveBack = new Set<string>();
  readonly outcomes: HouseOutcome[] = [];
  /** See `Decided`. */
  unproven = false;
  broken: string | undefined;
  readonly #baskets: Map<string, BasketRecord>;

  constructor(situation: Situation) {
    this.situation = situation;
    this.#baskets = new Map(situation.baskets);
    this.draft = new HouseDraft(situation.plan, situation.sections, situation.now);
  }

  changedBaskets(): readonly { readonly before: BasketRecord; readonly after: BasketRecord }[] {
    return [...this.#baskets].flatMap(([name, after]) => {
      const before = this.situation.baskets.get(name);
      return before && before !== after ? [{ before, after }] : [];
    });
  }

  basketOf(ask: HouseAsk): BasketRecord {
    const basket = this.#baskets.get(basketName(ask));
    if (!basket) throw new Error(`The basket of ask ${ask.id} was not read`);
    return basket;
  }

  put(ask: HouseAsk, entry: BasketEntry): void {
    const { now } = this.situation;
    const basket = this.basketOf(ask);
    if (countedSeats(entry, now) < countedSeats(entryOf(basket, entry.hold), now)) this.gaveBack.add(basketName(ask));
    this.#baskets.set(basketName(ask), withEntry(basket, entry, now));
  }

  /** Sells a seating under the ask's hold, in house and basket. `more`: what differs between kinds of sales. */
  sell(
    ask: AskOf<'sell'> | AskOf<'seat-anew'>,
    seating: Seating,
    more: Pick<Extract<BasketEntry, { state: 'sold' }>, 'expiresAt' | 'change'>,
  ): void {
    const wheelchair = wheelchairIn(this.draft.plan, seating);
    this.draft.place(ask.hold, seating, sold);
    this.put(ask, {
      state: 'sold',
      hold: ask.hold,
      performance: ask.performance,
      decidedAt: this.situation.now,
      order: ask.order,
      seats: seatsIn(seating),
      ...(wheelchair > 0 && { wheelchair }),
      sections: [...seating.keys()].sort(),
      ...more,
    });
  }

  /**
   * The parts of a counted hold, if the sections have all that the basket says. If not, they are believed only if they
   * are fresh.
   */
  partsOf({ hold, sections, open }: CountedEntry): ReadonlyMap<string, HoldRecord> | undefined {
    const parts = this.draft.partsOf(hold, sections);
    if (!open && isWhole(parts)) return parts;
    this.unproven = true;
    return undefined;
  }

  /** Whether these parts are sold, and are the named seats and no others. */
  isSold(parts: ReadonlyMap<string, HoldRecord>, names: readonly string[]): boolean {
    if ([...parts.values()].some(({ lapsesAt }) => lapsesAt !== sold)) return false;
    const seating = seatsByName(this.draft, names);
    return (
      seating?.size === parts.size &&
      [...seating].every(([section, seats]) => parts.get(section)?.seats.join() === seats.join())
    );
  }

  /**
   * Whether one of these sections has a hold of that name that this fan's basket does not know, so another
   * fan's. Names are hashes, and two alike are not to be expected; but one must never overwrite the other.
   */
  isNameTaken(hold: string, seating: Seating | undefined): boolean {
    return this.draft.partsOf(hold, [...(seating?.keys() ?? [])]).size > 0;
  }

  tell(
    { order, hold, performance, onSale, fan }: AskOf<'sell'> | AskOf<'change'> | AskOf<'seat-anew'>,
    outcome: HouseOutcome['outcome'],
    seats: readonly string[],
    more: Pick<HouseOutcome, 'change' | 'why' | 'named'> = {},
  ): void {
    this.outcomes.push({ outcome, order, hold, performance, onSale, fan, seats: [...seats], ...more });
  }
}
