import type { LineLevers } from '../../../contracts/levers.ts';
import { forecastOf, type Spread } from '../../../rules/forecast.ts';
import { leverWords as words } from '../../../words/en/control-room-levers.ts';
import { count, timeOfDay } from '../../../words/en/written.ts';

/** What turned dials would do, beside what stands: computed here, from the readings of this moment. */
export function Effect(props: {
  readonly levers: LineLevers;
  readonly shopping: number;
  readonly perMinute: number;
  readonly timeZone: string;
}) {
  const { levers, shopping, perMinute, timeZone } = props;
  const { readings, dials } = levers;
  const { passMinutes } = dials;
  const before = { shopping: dials.shopping, perMinute: dials.perMinute, passMinutes, paused: false };
  const now = forecastOf(readings, before);
  const then = forecastOf(readings, { ...before, shopping, perMinute }, before);
  const at = (spread: Spread | undefined) =>
    spread
      ? words.effectAt(timeOfDay(readings.at + spread.minutes * 60_000, timeZone), Math.round(spread.off))
      : readings.stock
        ? words.lasts
        : words.unknown;
  const wait = (spread: Spread | undefined) =>
    spread
      ? words.effectWait(Math.round(spread.minutes), Math.ceil(spread.off))
      : readings.waiting === 0
        ? words.nobodyWaits
        : words.never;
  const rows = [
    [words.effectRows.wait, wait(now.wait), wait(then.wait)],
    [words.effectRows.runOut, at(now.runOut), at(then.runOut)],
    [words.effectRows.rate, count(Math.round(now.rate)), count(Math.round(then.rate))],
  ] as const;
  return (
    <div class="lever-effect">
      <p role="status">
        <b>{saidOf(now.wait, then.wait)}</b>
      </p>
      <table>
        <caption>{words.effect}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.effectOld}</th>
            <th scope="col">{words.effectNew}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, old, next]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{old}</td>
              <td>{next}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{words.effectFrom}</p>
    </div>
  );
}

function saidOf(now: Spread | undefined, then: Spread | undefined): string | undefined {
  if (!now || !then) return undefined;
  const [from, to] = [Math.round(now.minutes), Math.round(then.minutes)];
  return words.effectSaid(from === to ? 'stays' : to < from ? 'falls' : 'rises', count(from), count(to));
}
