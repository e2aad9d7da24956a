import { isByCapacity, type Plan } from '../../../contracts/plan.ts';
import { type Detail, detailAt } from './detail.ts';
import { type Box, overlaps } from './geometry.ts';
import { type Pixels, scaleOf, seenIn } from './lens.ts';
import { type Mark, paintMark, paintRing } from './paint-marks.ts';
import { type AnyCanvas, type Brush, contextOf } from './paint-seats.ts';
import { paintScenery, paintSection } from './paint-section.ts';
import type { Inks } from './plan-inks.ts';
import { modelOf, type PlanModel } from './plan-model.ts';
import { type SectionStates, statesOf } from './seat-states.ts';
import { type NewSheet, SectionPictures } from './section-pictures.ts';

/** The state that stays from one picture to the next. It is sent anew when it changes, once a second perhaps. */
export interface KnownToPainter {
  readonly taken: ReadonlySet<string>;
  /** A price band that stands out from the others. */
  readonly category: string | undefined;
}

/** One picture to be painted. */
export interface Frame {
  readonly view: Box;
  readonly pixels: Pixels;
  /** Pixels of the screen to one of the page. */
  readonly screen: number;
  /** It is seen for a moment only. */
  readonly moving: boolean;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The seat where the keyboard stands, if that is to be seen. */
  readonly ring: string | undefined;
}

/** The content of a picture. */
export interface Painted {
  readonly box: Box;
  /** Pixels of the page a unit of the plan. */
  readonly scale: number;
  readonly detail: Detail;
  /** Some of it could be better: the same frame asked for again. */
  readonly behind: boolean;
}

/**
 * The picture goes beyond what is seen, so that a movement need only move it: by these shares of what is seen, on
 * each side. While something moves it is painted with so many pixels to one of the page, which nobody can tell then.
 */
const beyond = { still: 0.25, moving: 0.5 } as const;
const movingDensity = 1.5;

/** Paints the plan, in a worker or on the page. It is given the sheet to draw on. */
export class PlanPainter {
  readonly #model: PlanModel;
  readonly #pictures: SectionPictures;
  #inks: Inks | undefined;
  #states: readonly SectionStates[] = [];

  constructor(plan: Plan, newSheet: NewSheet) {
    this.#model = modelOf(plan);
    this.#pictures = new SectionPictures(this.#model, newSheet);
  }

  /** In these colours from now on: every picture is made anew for them. */
  dress(inks: Inks): void {
    this.#inks = inks;
  }

  know(known: KnownToPainter): void {
    this.#states = this.#model.sections.map((section, index) =>
      statesOf(section, known.taken, known.category, this.#states[index]),
    );
  }

  /** Makes the sheet as large as it must be, and paints it. Its colours must have been said before. */
  paint(sheet: AnyCanvas, { view, pixels, screen, moving, marks, ring }: Frame): Painted {
    if (!this.#inks) throw new Error('A picture was asked for before its colours were known');
    const { plan, spacing } = this.#model;
    const seen = seenIn(view, pixels);
    const page = scaleOf(view, pixels);
    const dense = moving ? Math.min(screen, movingDensity) : screen;
    const detail = detailAt(spacing * page, plan.seats);
    const far = detail === 'blocks' || detail === 'dots';
    // Whole pixels, or the picture at rest would lie between them and be blurred.
    const margin = (length: number) => Math.round(length * (moving && far ? beyond.moving : beyond.still) * dense);
    const [aside, above] = [margin(pixels.width), margin(pixels.height)];
    // A new size clears it, even if it is the same one.
    sheet.width = Math.round(pixels.width * dense) + 2 * aside;
    sheet.height = Math.round(pixels.height * dense) + 2 * above;
    const scale = page * dense;
    const box = {
      x: seen.x - aside / scale,
      y: seen.y - above / scale,
      width: sheet.width / scale,
      height: sheet.height / scale,
    };
    const canvas = contextOf(sheet);
    canvas.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    const brush: Brush = { canvas, inks: this.#inks, scale };
    paintScenery(brush, this.#model);
    const behind = this.#sections(brush, box, detail, moving);
    for (const [id, mark] of marks) {
      const place = this.#model.placeOf(id);
      if (place && !isByCapacity(place.section.section)) paintMark(brush, this.#model, place.seat, mark);
    }
    const at = ring === undefined ? undefined : this.#model.placeOf(ring);
    if (at) paintRing(brush, this.#model, at.seat);
    return { box, scale: page, detail, behind };
  }

  #sections(brush: Brush, box: Box, detail: Detail, moving: boolean): boolean {
    const wanted = this.#model.sections.flatMap((section, index) => {
      const states = this.#states[index];
      return states && overlaps(section.box, box) ? [{ section, states }] : [];
    });
    if (detail === 'blocks' || detail === 'dots') {
      return this.#pictures.paint(brush, wanted, detail, moving, () => performance.now());
    }
    // So near that few seats are seen: pictures of whole sections would be larger than the screen.
    for (const { section, states } of wanted) paintSection(brush, this.#model, section, states, detail, box);
    return false;
  }
}
