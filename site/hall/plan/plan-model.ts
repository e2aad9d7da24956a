import type { Plan, PlanSeat, PlanSection, Point } from '../../../contracts/plan.ts';
import { type Find, finderOf } from '../seat-finder.ts';
import { type Box, boxAround, middleOf, outlineOf, seatsOf, shapeOf, spacingOf } from './geometry.ts';
import { colorOf } from './plan-reading.ts';

/** A plan made ready to be drawn many times a second: the parts that stay from frame to frame are worked out once. */
export interface PlanModel {
  readonly plan: Plan;
  readonly spacing: number;
  /** All that is drawn. */
  readonly whole: Box;
  readonly sections: readonly SectionModel[];
  /** The place of a seat, by its id. */
  readonly placeOf: (id: string) => PlaceOnPlan | undefined;
  readonly find: Find;
  /** Colours of the price bands, in the plan's order. */
  readonly colors: readonly string[];
}

export interface SectionModel {
  readonly section: PlanSection;
  /** In the order of the section's state. */
  readonly seats: readonly PlanSeat[];
  /** Index of each seat's price band. */
  readonly bands: Uint8Array;
  readonly box: Box;
  readonly outline: readonly Point[];
  /** The outline with plain edges, as it is drawn from afar. */
  readonly shape: readonly Point[];
  readonly middle: Point;
  readonly color: string;
  /** The words that fit on the shape: `112` of `Block 112`. */
  readonly short: string;
}

export interface PlaceOnPlan {
  readonly section: SectionModel;
  readonly index: number;
  readonly seat: PlanSeat;
}

export function modelOf(plan: Plan): PlanModel {
  const spacing = spacingOf(plan);
  const bandOf = new Map(plan.categories.map(({ id }, index) => [id, index]));
  const sections = plan.sections.map((section): SectionModel => {
    const seats = seatsOf(section);
    return {
      section,
      seats,
      bands: Uint8Array.from(seats, ({ category }) => bandOf.get(category) ?? 0),
      box: boxAround(seats, spacing),
      outline: outlineOf(section),
      shape: shapeOf(section, spacing),
      middle: middleOf(section),
      color: colorOf(plan, section),
      short: section.name.replace(/^.*?(\d+)$/, '$1'),
    };
  });
  const scenery = plan.scenery.flatMap((piece) => ('points' in piece ? piece.points.map(([x, y]) => ({ x, y })) : []));
  // A fan who only looks never asks for a seat by its name, and the first picture does not wait for an index.
  let places: Map<string, PlaceOnPlan> | undefined;
  const indexed = () =>
    new Map(sections.flatMap((section) => section.seats.map((seat, index) => [seat.id, { section, index, seat }])));
  let find: Find | undefined;
  return {
    plan,
    spacing,
    whole: boxAround([...sections.flatMap(({ seats }) => seats), ...scenery], spacing * 1.5),
    sections,
    placeOf: (id) => {
      places ??= indexed();
      return places.get(id);
    },
    find: (point, within) => {
      find ??= finderOf(sections, spacing * 2);
      return find(point, within);
    },
    colors: plan.categories.map(({ color }) => color),
  };
}
