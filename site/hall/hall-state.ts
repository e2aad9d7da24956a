import { type AskLimits, usualAskLimits } from '../../contracts/ask-limits.ts';
import type { PerformanceFile, PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Availability, Basket, Held, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { OrderItem, OrderView } from '../../contracts/order.ts';
import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { seatLabel } from '../../contracts/plan.ts';
import type { AccessChoice } from '../../rules/access-pair.ts';
import { usualWheelchairPerFan } from '../../rules/access-seats.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money, priceRange } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import type { Trouble } from '../api.ts';
import { standing } from '../basket/known-basket.ts';
import type { KeptPass } from '../kept.store.ts';
import { seatInWords, seatsInWords } from '../seat-name.ts';
import { seatsOf } from './plan/geometry.ts';

export type Refused = Extract<HoldView, { readonly state: 'refused' }>;

/** All that the hall knows. */
export interface HallState {
  readonly performance?: PerformanceFile;
  readonly plan?: Plan;
  readonly onSales: readonly PublishedOnSale[];
  readonly trouble?: Trouble | undefined;
  readonly pass?: KeptPass | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly availability?: Availability;
  readonly taken: ReadonlySet<string>;
  /** Looks at the availability in a row that nothing answered. */
  readonly unanswered: number;
  readonly basket?: Basket;
  /** The basket was asked for, or there is no need of one. */
  readonly filled: boolean;
  /** Files of the performances in the basket, by id. */
  readonly files: ReadonlyMap<string, PerformanceFile>;

  readonly party: number;
  readonly category: string | undefined;
  /** Only in this section; undefined: anywhere. */
  readonly section: string | undefined;
  readonly access: boolean;
  readonly shown: 'plan' | 'list';
  readonly picks: readonly string[];
  readonly pickNote?: string | undefined;
  /** A wheelchair place, with its companion's seat or without: one choice, held by itself. */
  readonly choice?: AccessChoice | undefined;
  /** Picks of which some went to somebody else before they were held: all of them, and those. */
  readonly lost?: Lost | undefined;
  /** Picks that the fan keeps though they leave a single seat. */
  readonly kept?: readonly string[];
  /** The fan came to exchange seats of an order. */
  readonly exchange?: Exchange | undefined;

  /** A hold on its way. */
  readonly asking?: { readonly wish: HoldRequest; readonly slow: boolean; readonly crowded?: boolean } | undefined;
  /** The last hold that was refused, and for what. */
  readonly refused?: { readonly answer: Refused; readonly wish: HoldRequest } | undefined;
  readonly holdTrouble?: Trouble | undefined;
  readonly unheard?: boolean;
  readonly releasing: ReadonlySet<string>;
  /** More time is being asked for. */
  readonly extending: boolean;
  readonly extendTrouble?: Trouble | undefined;
  /** Said aloud. */
  readonly announcement?: string;
}

export interface Lost {
  readonly wished: readonly string[];
  readonly gone: readonly string[];
}

export interface Exchange {
  readonly order: string;
  readonly hold: string;
  /** Undefined in a browser that does not know the order. */
  readonly key: string | undefined;
  readonly view?: OrderView;
  /** Seats to be given back. */
  readonly from: readonly string[];
  readonly asking: boolean;
  readonly trouble?: Trouble | undefined;
}

/** The line of the order whose seats are exchanged. */
export function exchangedLine({ exchange, performance }: HallState): OrderItem | undefined {
  return exchange?.view?.items.find(
    (line) => line.hold === exchange.hold && line.performance === performance?.id && line.outcome === 'sold',
  );
}

/** Holds that still stand, those of this performance first. */
export function standingHolds(state: HallState): readonly Held[] {
  const holds = standing(state.basket, state.now).filter(({ hold }) => !state.releasing.has(hold));
  const here = (hold: Held) => (hold.performance === state.performance?.id ? 0 : 1);
  return holds.toSorted((a, b) => here(a) - here(b) || a.performance.localeCompare(b.performance));
}

/** How many seats the fan may still have; the limit of the on-sale while the basket is not known. */
export function seatsLeft(state: HallState): number {
  if (state.exchange) return state.exchange.from.length;
  if (state.basket) return state.basket.seatsLeft;
  const limits = state.performance?.onSales ?? [];
  const own = limits.find(({ id }) => id === state.pass?.onSale) ?? limits[0];
  const turned = own && state.availability?.turned?.[own.id];
  return turned?.seatsPerFan ?? own?.seatsPerFan ?? 0;
}

/** Whether staff stopped the sale of this performance for now, in the on-sale that the fan shops in, or in all of them. */
export function isStopped({ availability, performance, pass }: HallState): boolean {
  const turned = availability?.turned ?? {};
  const own = (performance?.onSales ?? []).filter(({ id }) => pass === undefined || id === pass.onSale);
  return own.length > 0 && own.every(({ id }) => turned[id]?.stopped);
}

/** What one fan may do in the on-sale that they shop in, or in the first that sells this performance. */
export function limitsOf({ performance, pass }: Pick<HallState, 'performance' | 'pass'>): {
  readonly asks: AskLimits;
  readonly wheelchair: number;
} {
  const sales = performance?.onSales ?? [];
  const own = sales.find(({ id }) => id === pass?.onSale) ?? sales[0];
  return { asks: own?.asks ?? usualAskLimits, wheelchair: own?.wheelchairPerFan ?? usualWheelchairPerFan };
}

export function passIsOver(state: HallState): boolean {
  return state.pass !== undefined && state.pass.expiresAt <= state.now;
}

export function priceOf(performance: PerformanceFile, category: string): string {
  return money(performance.prices[category] ?? 0, performance.currency);
}

export interface Located {
  readonly section: PlanSection;
  readonly row: string;
  readonly seat: PlanSeat;
}

export function locate(plan: Plan, id: string): Located | undefined {
  for (const section of plan.sections) {
    for (const row of section.rows) {
      const seat = row.seats.find((one) => one.id === id);
      if (seat) return { section, row: row.label, seat };
    }
  }
  return undefined;
}

/** `Stalls, row C, seats 14 and 15`: seats of one row are named together. */
export function labelsOf(plan: Plan, ids: readonly string[]): string {
  return seatsInWords(
    ids.flatMap((id) => {
      const found = locate(plan, id);
      return found ? { label: seatLabel(found.section, found.row, found.seat) } : [];
    }),
  );
}

/** The words for a seat on the plan and in the list. */
export function describeSeat(
  state: HallState,
  mine: ReadonlySet<string>,
): (section: PlanSection, row: string, seat: PlanSeat) => string {
  const { performance, taken, picks, choice } = state;
  // Writing money is slow, and there are a thousand seats of five prices.
  const prices = new Map<string, string>();
  const priced = (category: string) => {
    const price = prices.get(category) ?? (performance ? priceOf(performance, category) : '');
    prices.set(category, price);
    return price;
  };
  const chosen = new Set([...picks, ...(choice?.seats ?? [])]);
  return (section, row, seat) => {
    const states = [
      seat.access && hallWords[seat.access],
      seat.view && hallWords.view(isolated(seat.view)),
      mine.has(seat.id)
        ? hallWords.mine
        : taken.has(seat.id)
          ? hallWords.taken
          : chosen.has(seat.id) && hallWords.picked,
    ];
    const label = seatInWords(seatLabel(section, row, seat));
    return hallWords.seat(label, priced(seat.category), states.filter(Boolean).join(', '));
  };
}

export function freeIn(state: HallState, section: string): number {
  const known = state.availability?.sections[section]?.free;
  if (known !== undefined) return known;
  const planned = state.plan?.sections.find(({ id }) => id === section);
  return planned ? seatsOf(planned).length : 0;
}

/** The cheapest and the dearest seat of a section. */
const ranges = new WeakMap<PerformanceFile, Map<PlanSection, string>>();

export function describeSection(state: HallState, section: PlanSection): string {
  const { performance } = state;
  return hallWords.sectionFree(
    isolated(section.name),
    freeIn(state, section.id),
    performance ? rangeOf(performance, section) : '',
  );
}

function rangeOf(performance: PerformanceFile, section: PlanSection): string {
  const known = ranges.get(performance) ?? new Map<PlanSection, string>();
  ranges.set(performance, known);
  let range = known.get(section);
  if (range === undefined) {
    const prices = [...new Set(seatsOf(section).map(({ category }) => performance.prices[category] ?? 0))];
    range = priceRange(Math.min(...prices), Math.max(...prices), performance.currency);
    known.set(section, range);
  }
  return range;
}
