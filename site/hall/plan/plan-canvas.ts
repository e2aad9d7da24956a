import type { Plan } from '../../../contracts/plan.ts';
import type { Box } from './geometry.ts';
import { type Pixels, scaleOf, seenIn } from './lens.ts';
import { type Painter, painterOf } from './painter.gateway.ts';
import { inksOf } from './plan-inks.ts';
import type { Frame, KnownToPainter, Painted } from './plan-painter.ts';

/** The part of the plan that is to be seen at a moment. */
export type Scene = KnownToPainter & Pick<Frame, 'view' | 'marks' | 'ring'>;

/** A moment after the last movement the picture is made sharp. Milliseconds. */
const rest = 120;

/**
 * Another picture is asked for before the edge of this one comes into sight, or before one sees that it is stretched or
 * shrunk. Until the other comes, this one serves. The margin is a share of what is seen.
 */
const ahead = { margin: 0.15, least: 0.75, most: 1.35 } as const;

/** The picture of the plan. A movement only moves what was painted; a better picture is painted elsewhere meanwhile. */
export class PlanCanvas {
  readonly #canvas: HTMLCanvasElement;
  readonly #painter: Painter;
  #scene: Scene;
  #pixels: Pixels;
  #painted: (Painted & { readonly moving: boolean }) | undefined;
  /** The frame that is being painted. */
  #asked: Frame | undefined;
  #frame = 0;
  #resting = 0;
  #movedAt = Number.NEGATIVE_INFINITY;
  /** Something besides the view is not as it was when a picture was last asked for. */
  #changed = true;

  constructor(plan: Plan, canvas: HTMLCanvasElement, scene: Scene, pixels: Pixels) {
    this.#canvas = canvas;
    this.#painter = painterOf(plan, canvas, (painted) => this.#shown(painted));
    this.#painter.dress(inksOf(getComputedStyle(canvas)));
    this.#scene = scene;
    this.#pixels = pixels;
    this.#tell();
    this.#ask(false);
  }

  /** Another moment of the plan. Unchanged parts are kept. */
  show(scene: Scene, pixels: Pixels): void {
    const before = this.#scene;
    const moved = scene.view !== before.view || pixels !== this.#pixels;
    const looks = scene.taken !== before.taken || scene.category !== before.category;
    this.#changed ||= looks || scene.marks !== before.marks || scene.ring !== before.ring;
    this.#scene = scene;
    this.#pixels = pixels;
    if (looks) this.#tell();
    if (moved) this.#movedAt = performance.now();
    if (moved || this.#changed) this.#soon();
  }

  /** The theme changed: every colour is another. */
  dress(): void {
    this.#painter.dress(inksOf(getComputedStyle(this.#canvas)));
    this.#changed = true;
    this.#soon();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    window.clearTimeout(this.#resting);
    this.#painter.stop();
  }

  #tell(): void {
    const { taken, category } = this.#scene;
    this.#painter.know({ taken, category });
  }

  #soon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
      const moving = performance.now() - this.#movedAt < rest;
      if (this.#changed || !this.#serves(moving)) this.#ask(moving);
      if (moving) this.#rest();
    });
  }

  /** Looked at once more when nothing has moved for a moment. */
  #rest(): void {
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#soon(), rest + 10);
  }

  /** One picture at a time: a change meanwhile is asked for when it has come. */
  #ask(moving: boolean): void {
    if (this.#asked) return;
    const { view, marks, ring } = this.#scene;
    this.#changed = false;
    this.#asked = { view, marks, ring, pixels: this.#pixels, screen: window.devicePixelRatio || 1, moving };
    this.#painter.paint(this.#asked);
  }

  #shown(painted: Painted): void {
    const { moving } = this.#asked as Frame;
    this.#asked = undefined;
    this.#painted = { ...painted, moving };
    const { box, scale } = painted;
    this.#canvas.style.width = `${box.width * scale}px`;
    this.#canvas.style.height = `${box.height * scale}px`;
    this.#canvas.dataset.detail = painted.detail;
    this.#place();
    this.#soon();
  }

  /** Whether what was painted is as good as it should be: all that is seen, sharp at rest, about as large while it moves. */
  #serves(moving: boolean): boolean {
    if (!this.#painted) return false;
    const { box, scale, behind, moving: rough } = this.#painted;
    const seen = seenIn(this.#scene.view, this.#pixels);
    const by = scaleOf(this.#scene.view, this.#pixels) / scale;
    if (!moving) return !rough && !behind && by === 1 && covers(box, seen, 0);
    return covers(box, seen, ahead.margin) && by >= ahead.least && by <= ahead.most;
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
}

function covers(box: Box, seen: Box, margin: number): boolean {
  const [aside, above] = [seen.width * margin, seen.height * margin];
  return (
    box.x <= seen.x - aside &&
    box.y <= seen.y - above &&
    box.x + box.width >= seen.x + seen.width + aside &&
    box.y + box.height >= seen.y + seen.height + above
  );
}
