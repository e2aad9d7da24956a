import type { ReadingsHistory } from '../../../contracts/readings.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import { type ChartLine, type ChartOf, chartsOf } from './charts-of.ts';
import { draw } from './plot.gateway.ts';

/** What was, as lines over time; behind each chart stand a sentence and a table that say the same. */
export function Charts({ history, timeZone }: { readonly history: ReadingsHistory; readonly timeZone: string }) {
  const clock = (at: number) => words.timeOfDay(at, timeZone);
  const charts = chartsOf(history, clock);
  if (charts.length === 0) return <p class="soft">{words.charts.none}</p>;
  return (
    <div class="charts">
      {charts.map((chart) => (
        <Chart key={chart.title} chart={chart} timeZone={timeZone} clock={clock} />
      ))}
    </div>
  );
}

function Chart(props: { readonly chart: ChartOf; readonly timeZone: string; readonly clock: (at: number) => string }) {
  const { chart, timeZone, clock } = props;
  const { title, summary, at, lines } = chart;
  return (
    <figure class="chart">
      <figcaption>
        <b>{title}</b>
        <ul class="chart-keys">
          {lines.map(({ label, colour, dash }) => (
            <li key={label}>
              <Mark colour={colour} dash={dash} />
              {label}
            </li>
          ))}
        </ul>
        <p>{summary}</p>
      </figcaption>
      <div class="plot" aria-hidden="true" ref={(box) => draw(box, { at, lines, timeZone })} />
      <details>
        <summary>{words.charts.table}</summary>
        <table>
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.charts.at}</th>
              {lines.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rowsOf(at, lines, clock)}</tbody>
        </table>
      </details>
    </figure>
  );
}

/** A piece of the line as the chart draws it. */
function Mark({ colour, dash }: Pick<ChartLine, 'colour' | 'dash'>) {
  return (
    <svg class="chart-mark" viewBox="0 0 32 8" aria-hidden="true">
      <path d="M0 4h32" stroke={`var(${colour})`} stroke-dasharray={dash.join(' ') || undefined} />
    </svg>
  );
}

/** The newest first. */
function rowsOf(at: readonly number[], lines: readonly ChartLine[], clock: (at: number) => string) {
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
