import type { ReadingsHistory } from '../../../contracts/readings.ts';
import { minuteMs } from '../../../rules/minute-history.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import { draw } from './plot.gateway.ts';
import type { PlotLine, PlotOf } from './plot.ts';

/** What was, as lines over time; behind each chart stand a sentence and a table that say the same. */
export function Charts({ history, timeZone }: { readonly history: ReadingsHistory; readonly timeZone: string }) {
  const { line, orders } = history;
  const clock = (at: number) => words.timeOfDay(at, timeZone);
  const charts = [
    line &&
      line.at.length > 0 && {
        title: words.charts.line,
        summary: words.charts.lineSummary(
          words.count(Math.max(...line.waiting)),
          clock(line.at[indexOfMost(line.waiting)] ?? 0),
          words.count(line.waiting.at(-1) ?? 0),
        ),
        at: line.at,
        lines: [
          { label: words.charts.waiting, colour: '--red-text', values: line.waiting },
          { label: words.charts.shopping, colour: '--brass', values: line.shopping },
        ] as const,
      },
    orders &&
      orders.at.length > 0 && {
        title: words.charts.orders,
        summary: words.charts.ordersSummary(
          words.count(Math.round(Math.max(...aMinute(orders.at, orders.tickets)))),
          clock(orders.at[indexOfMost(aMinute(orders.at, orders.tickets))] ?? 0),
          words.count(orders.tickets.reduce((sum, one) => sum + one, 0)),
        ),
        at: orders.at,
        lines: [{ label: words.charts.tickets, colour: '--good', values: aMinute(orders.at, orders.tickets) }] as const,
      },
  ].filter((chart) => typeof chart === 'object');
  if (charts.length === 0) return <p class="soft">{words.charts.none}</p>;
  return (
    <div class="charts">
      {charts.map((chart) => (
        <Chart key={chart.title} {...chart} timeZone={timeZone} />
      ))}
    </div>
  );
}

function Chart({ title, summary, ...of }: PlotOf & { readonly title: string; readonly summary: string }) {
  const clock = (at: number) => words.timeOfDay(at, of.timeZone);
  return (
    <figure class="chart">
      <figcaption>
        <b>{title}</b>
        <ul class="chart-keys">
          {of.lines.map(({ label, colour }) => (
            <li key={label} class={`key${colour}`}>
              {label}
            </li>
          ))}
        </ul>
        <p>{summary}</p>
      </figcaption>
      <div class="plot" aria-hidden="true" ref={(box) => draw(box, of)} />
      <details>
        <summary>{words.charts.table}</summary>
        <table>
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.charts.at}</th>
              {of.lines.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rowsOf(of.at, of.lines, clock)}</tbody>
        </table>
      </details>
    </figure>
  );
}

/** The newest first. */
function rowsOf(at: readonly number[], lines: readonly PlotLine[], clock: (at: number) => string) {
  return at
    .map((moment, index) => (
      <tr key={moment}>
        <th scope="row">{clock(moment)}</th>
        {lines.map(({ label, values }) => (
          <td key={label}>{words.count(Math.round(values[index] ?? 0))}</td>
        ))}
      </tr>
    ))
    .reverse();
}

/** Older points are sums over more than one minute. */
function aMinute(at: readonly number[], sums: readonly number[]): readonly number[] {
  return sums.map((sum, index) => {
    const next = at[index + 1];
    const own = at[index] ?? 0;
    return next === undefined ? sum : sum / Math.max(1, (next - own) / minuteMs);
  });
}

const indexOfMost = (values: readonly number[]): number => values.indexOf(Math.max(...values));
