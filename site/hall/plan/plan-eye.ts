import { isByCapacity, type Point } from '../../../contracts/plan.ts';
import { comfortable, hit } from './detail.ts';
import type { Box } from './geometry.ts';
import { enter, frame, type Limits, middle, type Pixels, pan, reveal, scaleOf, seenIn, zoom } from './lens.ts';
import type { PlanModel, SectionModel } from './plan-model.ts';

/** How much larger than what a pointer needs seats are in a block that was entered: a finger also sees numbers. */
const roomy = 1.35;
/** Pixels of a seat that a mouse is brought to at least. */
const clear = 16;
/** Pixels of a seat from which one is in a block, and no longer before it. */
const near = 9;

/**
 * The part of a plan that is looked at, in a picture of so many pixels: what fingers, mouse, buttons and keys move.
 * Each movement ends in `onTurn`, a glide in many.
 */
export class PlanEye {
  readonly limits: Limits;
  readonly #model: PlanModel;
  readonly #motion: Motion;
  readonly #onTurn: () => void;
  #view: Box;
  #pixels: Pixels = { width: 360, height: 360 };

  constructor(model: PlanModel, motion: Motion, onTurn: () => void) {
    this.#model = model;
    this.#motion = motion;
    this.#onTurn = onTurn;
    this.limits = { whole: model.whole, least: model.spacing * 8 };
    this.#view = this.limits.whole;
  }

  get view(): Box {
    return this.#view;
  }

  get pixels(): Pixels {
    return this.#pixels;
  }

  get isWhole(): boolean {
    return this.#view.width >= this.limits.whole.width - 0.001;
  }

  /** How large a seat is now. */
  get seatPixels(): number {
    return this.#model.spacing * this.#scale;
  }

  get #scale(): number {
    return scaleOf(this.#view, this.#pixels);
  }

  /** How a layer that is drawn in the plan's own measure is laid over the picture. */
  get transform(): string {
    const seen = seenIn(this.#view, this.#pixels);
    const scale = this.#scale;
    return `translate(${-seen.x * scale}px, ${-seen.y * scale}px) scale(${scale})`;
  }

  fit(pixels: Pixels): void {
    this.#pixels = pixels;
    this.#turn(this.#view);
  }

  panBy(by: Point): void {
    this.#motion.halt();
    const scale = this.#scale;
    this.#turn(pan(this.#view, { x: by.x / scale, y: by.y / scale }, this.limits));
  }

  /** At once, around a pixel, as fingers and wheels do. */
  zoomAt(factor: number, around: Point): void {
    this.#motion.halt();
    this.#turn(zoom(this.#view, factor, this.pointAt(around), this.limits));
  }

  /** In a glide, around a point of the plan. */
  zoomBy(factor: number, around = middle(this.#view)): void {
    this.#glideTo(zoom(this.#view, factor, around, this.limits));
  }

  glideToWhole(): void {
    this.#glideTo(this.limits.whole);
  }

  glideToBox(box: Box): void {
    this.#glideTo(frame(box, this.limits));
  }

  /** Into a block, until its seats have so many pixels at least: all of it where that is enough. */
  glideToBlock(block: SectionModel, around: Point, least: number): void {
    const { spacing } = this.#model;
    const scales = { least: Math.max(least * roomy, clear) / spacing, most: comfortable / spacing };
    this.#glideTo(enter(block.box, around, scales, this.#pixels, this.limits));
  }

  /** The block that fills the middle of the picture; undefined while blocks are seen from afar. */
  sectionInSight(): SectionModel | undefined {
    if (this.seatPixels < near) return undefined;
    const { width, height } = this.#pixels;
    const at = { x: width / 2, y: height / 2 };
    const place = this.placeAt(at, this.seatPixels * 4);
    if (place) return place.section;
    const point = this.pointAt(at);
    return this.#model.sections.find(
      ({ box }) =>
        point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height,
    );
  }

  /** To a seat, so near that a finger can press it. */
  glideToSeat(seat: Point): void {
    const pixels = this.seatPixels;
    const near = pixels < hit.finger ? zoom(this.#view, hit.finger / pixels, seat, this.limits) : this.#view;
    this.#glideTo(reveal(near, seat, this.limits));
  }

  reveal(point: Point): void {
    this.#turn(reveal(this.#view, point, this.limits));
  }

  /** The point of the plan under a pixel. */
  pointAt({ x, y }: Point): Point {
    const seen = seenIn(this.#view, this.#pixels);
    const scale = this.#scale;
    return { x: seen.x + x / scale, y: seen.y + y / scale };
  }

  /** The place a pointer means: the nearest, within half a seat or what a fingertip covers. */
  placeAt(at: Point, within: number): PlaceMeant | undefined {
    const { spacing, sections, find } = this.#model;
    const reach = Math.max(spacing * 0.75, within / 2 / this.#scale);
    const found = find(this.pointAt(at), reach);
    const section = found && sections[found.section];
    const seat = found && section?.seats[found.index];
    return section && seat ? { section, seat } : undefined;
  }

  /** What is meant by a tap of a pointer that needs seats of so many pixels. */
  tapAt(at: Point, within: number): TapMeant {
    const place = this.placeAt(at, Math.max(within, hit.finger));
    if (!place) return { kind: 'nothing' };
    if (isByCapacity(place.section.section)) return { kind: 'standing', ...place };
    return { kind: this.seatPixels >= within ? 'seat' : 'block', ...place };
  }

  #glideTo(to: Box): void {
    this.#motion.glide(this.#view, to, (view) => this.#turn(view));
  }

  #turn(view: Box): void {
    this.#view = view;
    this.#onTurn();
  }
}

/** As plan-glide.ts has it. */
export interface Motion {
  readonly glide: (from: Box, to: Box, show: (view: Box) => void) => void;
  readonly halt: () => void;
}

/** From afar a seat stands for its block. In the white beside all of them nothing is meant. */
export type TapMeant = { readonly kind: 'nothing' } | ({ readonly kind: 'standing' | 'seat' | 'block' } & PlaceMeant);

export interface PlaceMeant {
  readonly section: SectionModel;
  readonly seat: SectionModel['seats'][number];
}
