import UPlot from 'uplot';

/*
 * Lines over time, drawn by uPlot. It stands in a part of its own that is loaded once there is something to draw. Colours
 * are those of the page, read from its styles, since a canvas knows none.
 */

export interface PlotLine {
  readonly label: string;
  /** A token of design/tokens.css. */
  readonly colour: `--${string}`;
  readonly values: readonly number[];
}

export interface PlotOf {
  /** Milliseconds since the epoch. */
  readonly at: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly timeZone: string;
}

const height = 220;

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
        { ...axis, values: '{HH}:{mm}' as never },
        { ...axis, size: 56 },
      ],
      series: [
        {},
        ...of.lines.map(({ label, colour }) => ({
          label,
          stroke: () => getComputedStyle(box).getPropertyValue(colour).trim(),
          width: 2.5,
          points: { show: of.at.length < 2 },
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
