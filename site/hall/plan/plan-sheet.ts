import type { Plan } from '../../../contracts/plan.ts';
import type { Inks } from './plan-inks.ts';
import { type Frame, type KnownToPainter, type Painted, PlanPainter } from './plan-painter.ts';

/** A picture that can be handed over. */
export interface Picture {
  readonly image: ImageBitmap;
  readonly painted: Painted;
}

/** Paints the plan on a sheet of its own. */
export class PlanSheet {
  readonly #sheet = new OffscreenCanvas(1, 1);
  readonly #painter: PlanPainter;

  constructor(plan: Plan) {
    this.#painter = new PlanPainter(plan, (width, height) => new OffscreenCanvas(width, height));
  }

  dress(inks: Inks): void {
    this.#painter.dress(inks);
  }

  know(known: KnownToPainter): void {
    this.#painter.know(known);
  }

  paint(frame: Frame): Picture {
    const painted = this.#painter.paint(this.#sheet, frame);
    return { image: this.#sheet.transferToImageBitmap(), painted };
  }
}
