import { isByCapacity } from '../../contracts/plan.ts';
import { type Detail, detailAt } from './detail.ts';
import { type Box, overlaps } from './geometry.ts';
import { type Pixels, scaleOf, seenIn } from './lens.ts';
import { type Mark, paintMark, paintRing } from './paint-marks.ts';
import type { Brush } from './paint-seats.ts';
import { paintScenery, paintSection } from './paint-section.ts';
import { type Inks, inksOf } from './plan-inks.ts';
import type { PlanModel } from './plan-model.ts';
import { type SectionStates, statesOf } from './seat-states.ts';
import { SectionPictures } from './section-pictures.ts';

export interface Scene {
  readonly view: Box;
  readonly taken: ReadonlySet<string>;
  /** A price band that stands out from the others. */
  readonly category: string | undefined;
  readonly marks: ReadonlyMap<string, Mark>;
  /** The seat where the keyboard stands, if that is to be seen. */
  readonly ring: string | undefined;
}

/** A moment after the last movement the picture is made sharp. Milliseconds. */
const rest = 120;

/**
 * The picture goes beyond what is seen, so that a movement need only move it: by these shares of what is seen, on
 * each side. While something moves it is painted with so many pixels to one of the page, which nobody can tell then.
 */
const beyond = { still: 0.25, moving: 0.5 } as const;
const movingDensity = 1.5;
/** How far a painted picture is stretched or shrunk before it is painted anew. */
const stretch = { least: 0.6, most: 1.7 } as const;

interface Painted {
  readonly box: Box;
  /** Pixels of the page a unit of the plan. */
  readonly scale: number;
}

/** The picture of the plan. A movement moves the picture that is there; it is painted anew when something else is to be seen. */
export class PlanCanvas {
  readonly #model: PlanModel;
  readonly #canvas: HTMLCanvasElement;
  readonly #pictures: SectionPictures;
  #states: readonly SectionStates[] = [];
  #inks: Inks;
  #scene: Scene;
  #pixels: Pixels;
  #painted: Painted | undefined;
  #frame = 0;
  #resting = 0;
  #movedAt = Number.NEGATIVE_INFINITY;
  /** Something besides the view is not as it was painted. */
  #changed = false;

  constructor(model: PlanModel, canvas: HTMLCanvasElement, scene: Scene, pixels: Pixels) {
    this.#model = model;
    this.#canvas = canvas;
    this.#pictures = new SectionPictures(model);
    this.#inks = inksOf(getComputedStyle(canvas));
    this.#scene = scene;
    this.#pixels = pixels;
    this.#look(scene);
    this.#paint(false);
  }

  /** Another moment of the plan. What did not change is kept. */
  show(scene: Scene, pixels: Pixels): void {
    const before = this.#scene;
    const moved = scene.view !== before.view || pixels !== this.#pixels;
    const looks = scene.taken !== before.taken || scene.category !== before.category;
    if (looks) this.#look(scene);
    this.#changed ||= looks || scene.marks !== before.marks || scene.ring !== before.ring;
    this.#scene = scene;
    this.#pixels = pixels;
    if (moved) this.#movedAt = performance.now();
    if (moved || this.#changed) this.#soon();
  }

  /** The theme changed: every colour is another. */
  dress(): void {
    this.#inks = inksOf(getComputedStyle(this.#canvas));
    this.#changed = true;
    this.#soon();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    window.clearTimeout(this.#resting);
    this.#pictures.clear();
  }

  #look({ taken, category }: Scene): void {
    this.#states = this.#model.sections.map((section, index) =>
      statesOf(section, taken, category, this.#states[index]),
    );
  }

  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const moving = performance.now() - this.#movedAt < rest;
      if (!moving || this.#changed || !this.#serves()) this.#paint(moving);
      else this.#place();
      if (moving) this.#rest();
    });
  }

  /** Painted once more when nothing has moved for a moment. */
  #rest(): void {
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#soon(), rest + 10);
  }

  /** Whether what was painted shows all that is seen, about as large as it should be. */
  #serves(): boolean {
    if (!this.#painted) return false;
    const seen = seenIn(this.#scene.view, this.#pixels);
    const { box, scale } = this.#painted;
    const by = scaleOf(this.#scene.view, this.#pixels) / scale;
    const covers =
      box.x <= seen.x &&
      box.y <= seen.y &&
      box.x + box.width >= seen.x + seen.width &&
      box.y + box.height >= seen.y + seen.height;
    return covers && by >= stretch.least && by <= stretch.most;
  }

  /** Lays what was painted where it belongs now. */
  #place(): void {
    if (!this.#painted) return;
    const seen = seenIn(this.#scene.view, this.#pixels);
    const scale = scaleOf(this.#scene.view, this.#pixels);
    const { box, scale: made } = this.#painted;
    const [x, y] = [(box.x - seen.x) * scale, (box.y - seen.y) * scale];
    this.#canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale / made})`;
  }

  #paint(moving: boolean): void {
    const { view, marks, ring } = this.#scene;
    const { plan, spacing } = this.#model;
    const canvas = this.#canvas;
    const seen = seenIn(view, this.#pixels);
    const page = scaleOf(view, this.#pixels);
    const screen = window.devicePixelRatio || 1;
    const dense = moving ? Math.min(screen, movingDensity) : screen;
    const detail = detailAt(spacing * page, plan.seats);
    const far = detail === 'blocks' || detail === 'dots';
    const share = moving && far ? beyond.moving : beyond.still;
    // Whole pixels, or the picture at rest would lie between them and be blurred.
    const margin = (pixels: number) => Math.round(pixels * share * dense);
    const [aside, above] = [margin(this.#pixels.width), margin(this.#pixels.height)];
    const width = Math.round(this.#pixels.width * dense) + 2 * aside;
    const height = Math.round(this.#pixels.height * dense) + 2 * above;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / dense}px`;
      canvas.style.height = `${height / dense}px`;
    }
    const scale = page * dense;
    const box = {
      x: seen.x - aside / scale,
      y: seen.y - above / scale,
      width: width / scale,
      height: height / scale,
    };
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    const brush: Brush = { canvas: context, inks: this.#inks, scale };
    paintScenery(brush, this.#model);
    const behind = this.#sections(brush, box, detail, moving);
    for (const [id, mark] of marks) {
      const place = this.#model.placeOf(id);
      if (place && !isByCapacity(place.section.section)) paintMark(brush, this.#model, place.seat, mark);
    }
    const at = ring === undefined ? undefined : this.#model.placeOf(ring);
    if (at) paintRing(brush, this.#model, at.seat);
    this.#painted = { box, scale: page };
    this.#changed = false;
    this.#place();
    if (behind && !moving) {
      this.#changed = true;
      this.#soon();
    }
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
