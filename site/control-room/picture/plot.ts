import UPlot from 'uplot';
import type { ChartOf } from './charts-of.ts';

/*
 * Lines over time, drawn by uPlot. It stands in a part of its own that is loaded once there is something to draw. Colours
 * are those of the page, read from its styles, since a canvas knows none.
 */

export interface PlotOf extends Pick<ChartOf, 'at' | 'lines'> {
  readonly timeZone: string;
}

const height = 220;

/** Seconds between two times on the axis: they are written in minutes, and none is written twice. */
const minute = 60;
const hour = 60 * minute;
const apart = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 4, 6, 12, 24, 48, 96, 168].map((n) => n * hour),
];

export function plotInto(box: HTMLElement, of: PlotOf): UPlot {
  const styles = getComputedStyle(box);
  const token = (name: string) => styles.getPropertyValue(name).trim();
  const axis = {
    stroke: () => getComputedStyle(box).getPropertyValue('--ink-soft').trim(),
    grid: { stroke: () => getComputedStyle(box).getPropertyValue('--rule').trim(), width: 1 },
    ticks: { show: false },
    font: `13px ${token('--sans')}`,
  };
  return new UPlot(
    {
      width: box.clientWidth,
      height,
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), of.timeZone),
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (_, __, most) => [0, Math.max(5, most * 1.1)] } },
      axes: [
        { ...axis, values: '{HH}:{mm}' as never, incrs: apart },
        { ...axis, size: 56 },
      ],
      series: [
        {},
        ...of.lines.map(({ label, colour, dash }) => ({
          label,
          stroke: () => getComputedStyle(box).getPropertyValue(colour).trim(),
          width: 2.5,
          ...(dash.length > 0 && { dash: [...dash] }),
          points: { show: false },
        })),
      ],
    },
    dataOf(of),
    box,
  );
}

export const dataOf = ({ at, lines }: PlotOf): UPlot.AlignedData => [
  at.map((one) => one / 1000),
  ...lines.map(({ values }) => [...values]),
];
