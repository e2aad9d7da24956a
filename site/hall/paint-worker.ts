import type { Plan } from '../../contracts/plan.ts';
import type { Inks } from './plan-inks.ts';
import { type Frame, type Known, type Painted, PlanPainter } from './plan-painter.ts';

/*
 * The plan's painter away from the page: a picture may take as long as it takes, and no finger waits for it. It is
 * told the plan first, then its colours and what is known of the seats, and answers every frame with one picture.
 */

export type ToPainter =
  | { readonly plan: Plan }
  | { readonly inks: Inks }
  | { readonly known: Known }
  | { readonly frame: Frame };

export interface FromPainter {
  readonly image: ImageBitmap;
  readonly painted: Painted;
}

const sheet = new OffscreenCanvas(1, 1);
let painter: PlanPainter | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToPainter>) => {
  if ('plan' in data) painter = new PlanPainter(data.plan, (width, height) => new OffscreenCanvas(width, height));
  else if ('inks' in data) painter?.dress(data.inks);
  else if ('known' in data) painter?.know(data.known);
  else {
    if (!painter) throw new Error('A picture was asked for before the plan was known');
    const painted = painter.paint(sheet, data.frame);
    const image = sheet.transferToImageBitmap();
    self.postMessage({ image, painted } satisfies FromPainter, { transfer: [image] });
  }
});
