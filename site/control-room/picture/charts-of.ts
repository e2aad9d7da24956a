import type { ReadingsHistory } from '../../../contracts/readings.ts';
import { minuteMs } from '../../../rules/minute-history.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';

/**
 * The charts of what was, each with the sentence that says the same. A line needs two moments: of the first minute there is
 * no chart.
 */
export interface ChartOf {
  readonly title: string;
  readonly summary: string;
  /** Milliseconds since the epoch. */
  readonly at: readonly number[];
  readonly lines: readonly ChartLine[];
}

/** Lines differ in colour and in dash, so that they can be told apart on grey paper and by every eye. */
export interface ChartLine {
  readonly label: string;
  /** A colour of `.charts`, in design/control-room.css. */
  readonly colour: `--${string}`;
  /** Pixels drawn and left out, in turn; none for a whole line. */
  readonly dash: readonly number[];
  readonly values: readonly number[];
}

const whole = { colour: '--chart-first', dash: [] } as const;
const dashed = { colour: '--chart-second', dash: [3, 5] } as const;
const alone = { colour: '--chart-alone', dash: [] } as const;

export function chartsOf({ line, orders }: ReadingsHistory, clock: (at: number) => string): readonly ChartOf[] {
  const charts: ChartOf[] = [];
  if (line && line.at.length > 1) {
    const { at, waiting, shopping } = line;
    const [most, when] = theMost(waiting, at);
    charts.push({
      title: words.charts.line,
      summary: words.charts.lineSummary(words.count(most), clock(when), words.count(waiting.at(-1) ?? 0)),
      at,
      lines: [
        { label: words.charts.waiting, ...whole, values: waiting },
        { label: words.charts.shopping, ...dashed, values: shopping },
      ],
    });
  }
  if (orders && orders.at.length > 1) {
    const { at, tickets } = orders;
    const values = aMinute(at, tickets);
    const [most, when] = theMost(values, at);
    const all = tickets.reduce((sum, one) => sum + one, 0);
    charts.push({
      title: words.charts.orders,
      summary: words.charts.ordersSummary(words.count(Math.round(most)), clock(when), words.count(all)),
      at,
      lines: [{ label: words.charts.tickets, ...alone, values }],
    });
  }
  return charts;
}

/** Older points are sums over more than one minute. */
function aMinute(at: readonly number[], sums: readonly number[]): readonly number[] {
  return sums.map((sum, index) => {
    const next = at[index + 1];
    const own = at[index] ?? 0;
    return next === undefined ? sum : sum / Math.max(1, (next - own) / minuteMs);
  });
}

/** The highest value, and when it was. */
function theMost(values: readonly number[], at: readonly number[]): readonly [number, number] {
  const most = Math.max(...values);
  return [most, at[values.indexOf(most)] ?? 0];
}
