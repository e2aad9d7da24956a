import { type Detail, serves } from './detail.ts';
import { type AnyCanvas, type Brush, contextOf } from './paint-seats.ts';
import { paintSection } from './paint-section.ts';
import type { Inks } from './plan-inks.ts';
import type { PlanModel, SectionModel } from './plan-model.ts';
import type { SectionStates } from './seat-states.ts';

/**
 * A picture of each section, so that a frame of a pan or a zoom copies a few dozen pictures and draws no seat. A
 * picture that is out of date, or made for quite another scale, goes on serving until a frame has the time for a new
 * one. So the view may be soft for a moment and never stutters.
 */
interface SectionPicture {
  readonly image: AnyCanvas;
  readonly detail: Detail;
  readonly version: number;
  /** Pixels of the picture a unit of the plan. */
  readonly scale: number;
  readonly inks: Inks;
}

/** Milliseconds that are spent on new pictures before the whole is shown with what there is. */
const budget = { moving: 6, still: 30 } as const;

/** Pixels that all pictures may have together: 48 MB, as much as six screens of a phone. */
const mostPixels = 12_000_000;
/** A single picture larger than this is made coarser. */
const mostOfOne = 4_000_000;

export interface WantedPicture {
  readonly section: SectionModel;
  readonly states: SectionStates;
}

export type NewSheet = (width: number, height: number) => AnyCanvas;

export class SectionPictures {
  readonly #model: PlanModel;
  readonly #newSheet: NewSheet;
  /** In the order of their last use. */
  readonly #pictures = new Map<string, SectionPicture>();

  constructor(model: PlanModel, newSheet: NewSheet) {
    this.#model = model;
    this.#newSheet = newSheet;
  }

  /** Copies the sections onto the canvas, whose transform is the plan's. Answers whether some picture is not as good as it can be. */
  paint(brush: Brush, wanted: readonly WantedPicture[], detail: Detail, moving: boolean, now: () => number): boolean {
    const until = now() + (moving ? budget.moving : budget.still);
    let made = 0;
    let behind = false;
    for (const one of wanted) {
      let picture = this.#pictures.get(one.section.section.id);
      const fresh = picture?.detail === detail && picture.version === one.states.version && picture.inks === brush.inks;
      const sharp = fresh && picture && Math.abs(picture.scale - this.#scaleFor(one.section, brush.scale)) < 1e-9;
      if (!(sharp || (fresh && moving && picture && serves(picture.scale, brush.scale)))) {
        // The first picture of a frame is always made, or a slow machine would never have any.
        if (made === 0 || now() < until) {
          picture = this.#make(brush, one, detail);
          made += 1;
        } else behind = true;
      } else if (!sharp) behind = true;
      if (picture) this.#copy(brush, one.section, picture);
    }
    this.#forget();
    return behind;
  }

  #scaleFor({ box }: SectionModel, scale: number): number {
    return Math.min(scale, Math.sqrt(mostOfOne / (box.width * box.height)));
  }

  #make({ inks, scale }: Brush, { section, states }: WantedPicture, detail: Detail): SectionPicture {
    const { box } = section;
    const own = this.#scaleFor(section, scale);
    const id = section.section.id;
    const width = Math.max(1, Math.ceil(box.width * own));
    const height = Math.max(1, Math.ceil(box.height * own));
    const image = Object.assign(this.#pictures.get(id)?.image ?? this.#newSheet(width, height), { width, height });
    const canvas = contextOf(image);
    canvas.setTransform(own, 0, 0, own, -box.x * own, -box.y * own);
    paintSection({ canvas, inks, scale: own }, this.#model, section, states, detail);
    const picture = { image, detail, version: states.version, scale: own, inks };
    this.#pictures.set(id, picture);
    return picture;
  }

  /** On whole pixels if the scale is the picture's own, so that nothing is blurred without need. */
  #copy({ canvas, scale }: Brush, { box, section }: SectionModel, picture: SectionPicture): void {
    const { e, f } = canvas.getTransform();
    const own = Math.abs(picture.scale - scale) < 1e-9;
    const x = box.x * scale + e;
    const y = box.y * scale + f;
    const by = scale / picture.scale;
    canvas.save();
    canvas.setTransform(1, 0, 0, 1, 0, 0);
    if (own) canvas.drawImage(picture.image, Math.round(x), Math.round(y));
    else canvas.drawImage(picture.image, x, y, picture.image.width * by, picture.image.height * by);
    canvas.restore();
    this.#pictures.delete(section.id);
    this.#pictures.set(section.id, picture);
  }

  #forget(): void {
    let pixels = 0;
    for (const { image } of this.#pictures.values()) pixels += image.width * image.height;
    for (const [id, { image }] of this.#pictures) {
      if (pixels <= mostPixels) return;
      pixels -= image.width * image.height;
      this.#pictures.delete(id);
    }
  }
}
