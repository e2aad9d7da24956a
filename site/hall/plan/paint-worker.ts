import type { Plan } from '../../../contracts/plan.ts';
import type { Inks } from './plan-inks.ts';
import type { Frame, KnownToPainter } from './plan-painter.ts';
import { type Picture, PlanSheet } from './plan-sheet.ts';

/*
 * The plan's painter away from the page: a picture may take as long as it takes, and no finger waits for it. It gets
 * the plan first, then its colours and the state of the seats, and answers every frame with one picture.
 */

export type ToPainter =
  | { readonly plan: Plan }
  | { readonly inks: Inks }
  | { readonly known: KnownToPainter }
  | { readonly frame: Frame };

let sheet: PlanSheet | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToPainter>) => {
  if ('plan' in data) sheet = new PlanSheet(data.plan);
  else if ('inks' in data) sheet?.dress(data.inks);
  else if ('known' in data) sheet?.know(data.known);
  else {
    if (!sheet) throw new Error('A picture was asked for before the plan was known');
    const picture: Picture = sheet.paint(data.frame);
    self.postMessage(picture, { transfer: [picture.image] });
  }
});
