import type { Plan } from '../../contracts/plan.ts';
import type { FromPainter, ToPainter } from './paint-worker.ts';
import type { Inks } from './plan-inks.ts';
import { type Frame, type Known, type Painted, PlanPainter } from './plan-painter.ts';

/** Who paints the plan onto the page's canvas. */
export interface Painter {
  dress(inks: Inks): void;
  know(known: Known): void;
  paint(frame: Frame): void;
  stop(): void;
}

/** Told of each picture in the moment it is shown, so that it can be laid where it belongs. */
type OnShown = (painted: Painted) => void;

/**
 * Paints in a worker, so that no finger waits for a picture. Browsers from before 2023 lack what that needs, and a
 * worker may not arrive: there the page paints by itself, and a movement may stutter.
 */
export function painterOf(plan: Plan, canvas: HTMLCanvasElement, onShown: OnShown): Painter {
  if (typeof OffscreenCanvas === 'undefined') return pagePainter(plan, canvas, onShown);
  let inks: Inks | undefined;
  let known: Known | undefined;
  let waiting: Frame | undefined;
  const instead = () => {
    painter.stop();
    painter = pagePainter(plan, canvas, onShown);
    if (inks) painter.dress(inks);
    if (known) painter.know(known);
    if (waiting) painter.paint(waiting);
  };
  let painter = workerPainter(plan, canvas, onShown, instead);
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

/** `instead`: called if no picture ever came; after the first one, the canvas is the worker's for good. */
function workerPainter(plan: Plan, canvas: HTMLCanvasElement, onShown: OnShown, instead: () => void): Painter {
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' });
  let screen: ImageBitmapRenderingContext | null = null;
  const tell = (message: ToPainter) => worker.postMessage(message);
  worker.addEventListener('message', ({ data: { image, painted } }: MessageEvent<FromPainter>) => {
    screen ??= canvas.getContext('bitmaprenderer');
    screen?.transferFromImageBitmap(image);
    onShown(painted);
  });
  worker.addEventListener('error', () => {
    if (!screen) instead();
  });
  tell({ plan });
  return {
    dress: (inks) => tell({ inks }),
    know: (known) => tell({ known }),
    paint: (frame) => tell({ frame }),
    stop: () => worker.terminate(),
  };
}

function pagePainter(plan: Plan, canvas: HTMLCanvasElement, onShown: OnShown): Painter {
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
