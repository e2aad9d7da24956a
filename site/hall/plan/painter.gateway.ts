import type { Plan } from '../../../contracts/plan.ts';
import type { ToPainter } from './paint-worker.ts';
import type { Inks } from './plan-inks.ts';
import { type Frame, type KnownToPainter, type Painted, PlanPainter } from './plan-painter.ts';
import { type Picture, PlanSheet } from './plan-sheet.ts';

/** The painter of the plan on the page's canvas. */
export interface Painter {
  dress(inks: Inks): void;
  know(known: KnownToPainter): void;
  paint(frame: Frame): void;
  stop(): void;
}

/** Told of each picture in the moment it is shown, so that it can be laid where it belongs. */
type OnShown = (painted: Painted) => void;

/**
 * Paints in a worker, so that no finger waits for a picture. Browsers from before 2023 lack the parts for that, and a
 * worker may not arrive, or break. There the page paints by itself, and a movement may stutter.
 */
export function painterOf(plan: Plan, canvas: HTMLCanvasElement, onShown: OnShown): Painter {
  const screen = typeof OffscreenCanvas === 'undefined' ? null : canvas.getContext('bitmaprenderer');
  if (!screen) return flatPainter(plan, canvas, onShown);
  let inks: Inks | undefined;
  let known: KnownToPainter | undefined;
  let waiting: Frame | undefined;
  const show = ({ image, painted }: Picture) => {
    waiting = undefined;
    screen.transferFromImageBitmap(image);
    onShown(painted);
  };
  const instead = () => {
    painter.stop();
    painter = pagePainter(plan, show);
    if (inks) painter.dress(inks);
    if (known) painter.know(known);
    if (waiting) painter.paint(waiting);
  };
  let painter = workerPainter(plan, show, instead);
  return {
    dress: (now) => {
      inks = now;
      painter.dress(now);
    },
    know: (now) => {
      known = now;
      painter.know(now);
    },
    paint: (frame) => {
      waiting = frame;
      painter.paint(frame);
    },
    stop: () => painter.stop(),
  };
}

/** `instead`: called when the worker did not come, or broke. */
function workerPainter(plan: Plan, show: (picture: Picture) => void, instead: () => void): Painter {
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: ToPainter) => worker.postMessage(message);
  worker.addEventListener('message', ({ data }: MessageEvent<Picture>) => show(data));
  worker.addEventListener('error', instead, { once: true });
  tell({ plan });
  return {
    dress: (inks) => tell({ inks }),
    know: (known) => tell({ known }),
    paint: (frame) => tell({ frame }),
    stop: () => worker.terminate(),
  };
}

/** A canvas that has shown pictures can be painted on no more: here they are made beside it too. */
function pagePainter(plan: Plan, show: (picture: Picture) => void): Painter {
  const sheet = new PlanSheet(plan);
  return {
    dress: (inks) => sheet.dress(inks),
    know: (known) => sheet.know(known),
    paint: (frame) => show(sheet.paint(frame)),
    stop: () => {},
  };
}

function flatPainter(plan: Plan, canvas: HTMLCanvasElement, onShown: OnShown): Painter {
  const painter = new PlanPainter(plan, (width, height) =>
    Object.assign(document.createElement('canvas'), { width, height }),
  );
  return {
    dress: (inks) => painter.dress(inks),
    know: (known) => painter.know(known),
    paint: (frame) => onShown(painter.paint(canvas, frame)),
    stop: () => {},
  };
}
