import type { PerformanceFile, PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Availability, Basket, HoldRequest, HoldView } from '../../contracts/house.ts';
import type { Plan, PlanSeat, PlanSection } from '../../contracts/plan.ts';
import { seatLabel } from '../../contracts/plan.ts';
import type { Trouble } from '../api.ts';
import type { KeptPass } from '../kept.store.ts';
import { money, priceRange } from '../money.ts';
import { seatInWords } from '../seat-name.ts';
import { hallWords } from '../words/en/hall.ts';
import { seatsOf } from './geometry.ts';

export type Refused = Extract<HoldView, { readonly state: 'refused' }>;
export type Held = Extract<HoldView, { readonly state: 'held' | 'sold' }>;

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

  /** A hold on its way. */
  readonly asking?: { readonly wish: HoldRequest; readonly slow: boolean } | undefined;
  /** The last hold that was refused, and for what. */
  readonly refused?: { readonly answer: Refused; readonly wish: HoldRequest } | undefined;
  readonly holdTrouble?: Trouble | undefined;
  readonly unheard?: boolean;
  readonly releasing: ReadonlySet<string>;
  /** Said aloud. */
  readonly announcement?: string;
}

/** Holds that still stand, those of this performance first. */
export function standingHolds(state: HallState): readonly Held[] {
  const holds = (state.basket?.holds ?? []).filter(
    (hold): hold is Held => hold.state === 'held' && hold.expiresAt > state.now && !state.releasing.has(hold.hold),
  );
  const here = (hold: Held) => (hold.performance === state.performance?.id ? 0 : 1);
  return holds.toSorted((a, b) => here(a) - here(b));
}

/** How many seats the fan may still have; what the on-sale allows while the basket is not known. */
export function seatsLeft(state: HallState): number {
  if (state.basket) return state.basket.seatsLeft;
  const limits = state.performance?.onSales ?? [];
  const own = limits.find(({ id }) => id === state.pass?.onSale) ?? limits[0];
  return own?.seatsPerFan ?? 0;
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

/** `Stalls, row C, seat 14; Stalls, row C, seat 15` */
export function labelsOf(plan: Plan, ids: readonly string[]): string {
  return ids
    .flatMap((id) => {
      const found = locate(plan, id);
      return found ? [seatInWords(seatLabel(found.section, found.row, found.seat))] : [];
    })
    .join('; ');
}

/** What is said of a seat on the plan and in the list. */
export function describeSeat(
  state: HallState,
  mine: ReadonlySet<string>,
): (section: PlanSection, row: string, seat: PlanSeat) => string {
  const { performance, taken, picks } = state;
  return (section, row, seat) => {
    const price = performance ? priceOf(performance, seat.category) : '';
    const states = [
      seat.access && hallWords[seat.access],
      mine.has(seat.id)
        ? hallWords.mine
        : taken.has(seat.id)
          ? hallWords.taken
          : picks.includes(seat.id) && hallWords.picked,
    ];
    return hallWords.seat(seatInWords(seatLabel(section, row, seat)), price, states.filter(Boolean).join(', '));
  };
}

export function freeIn(state: HallState, section: string): number {
  const known = state.availability?.sections[section]?.free;
  if (known !== undefined) return known;
  const planned = state.plan?.sections.find(({ id }) => id === section);
  return planned ? seatsOf(planned).length : 0;
}

export function describeSection(state: HallState, section: PlanSection): string {
  const { performance } = state;
  const prices = [...new Set(seatsOf(section).map(({ category }) => performance?.prices[category] ?? 0))];
  const price = performance ? priceRange(Math.min(...prices), Math.max(...prices), performance.currency) : '';
  return hallWords.sectionFree(section.name, freeIn(state, section.id), price);
}
