import { timers } from '../../browser.gateway.ts';
import type { PlotOf } from './plot.ts';

/** Draws into a box of the page, once the drawing part has come; a box that is drawn already gets the new values. */

type Plot = ReturnType<typeof import('./plot.ts')['plotInto']>;

const plots = new Map<HTMLElement, { drawn: PlotOf; plot?: Plot }>();
let part: Promise<typeof import('./plot.ts')> | undefined;

export function draw(box: HTMLElement | null, of: PlotOf): void {
  if (!box) return;
  for (const [other, { plot }] of plots)
    if (!other.isConnected) {
      plot?.destroy();
      plots.delete(other);
    }
  const known = plots.get(box);
  if (known) {
    if (known.drawn.at === of.at) return;
    known.drawn = of;
    if (known.plot) void begin().then(({ dataOf }) => known.plot?.setData(dataOf(of)));
    return;
  }
  const entry: { drawn: PlotOf; plot?: Plot } = { drawn: of };
  plots.set(box, entry);
  // Without it the table below says the same.
  begin().then(
    ({ plotInto }) => {
      if (!box.isConnected) return;
      entry.plot = plotInto(box, entry.drawn);
      new ResizeObserver(() => entry.plot?.setSize({ width: box.clientWidth, height: entry.plot.height })).observe(box);
      // Paper is white, whatever the screen is.
      for (const look of ['(prefers-color-scheme: dark)', 'print'])
        matchMedia(look).addEventListener('change', () => entry.plot?.redraw(false, true));
    },
    (fault: unknown) => {
      part = undefined;
      plots.delete(box);
      timers.report(fault);
    },
  );
}

function begin(): Promise<typeof import('./plot.ts')> {
  part ??= import('./plot.ts');
  return part;
}
