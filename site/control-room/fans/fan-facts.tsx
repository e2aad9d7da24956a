import type { ComponentChildren } from 'preact';
import type { FoundFan } from '../../../contracts/find-fan.ts';
import { windowOf } from '../../../rules/windows.ts';
import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { count, timeOfDay } from '../../../words/en/written.ts';
import { theatreTime } from '../../browser.gateway.ts';
import type { OpenFan } from './fans-state.ts';
import type { FindFanProps } from './find-view.tsx';
import { drawnNumber } from './told-place.ts';

/** What the waiting room and seating know of a fan. */
export function FanFacts(props: FindFanProps & { readonly open: OpenFan; readonly found: FoundFan }) {
  const { open, found, timeZone } = props;
  const { news, holds = [], nights } = open;
  const { slowerLane, readmissions, needs, devices, devicesEnded, appeal } = found;
  const position = news && drawnNumber(found, news);
  const { fact } = words;
  return (
    <section class="card" aria-labelledby="fan-facts">
      <h3 id="fan-facts">{words.facts}</h3>
      <dl class="fan-facts">
        <Fact name={fact.number}>{position === undefined ? words.notDrawn : count(position)}</Fact>
        {news?.line.tiers && found.place && (
          <Fact name={fact.window}>
            <bdi>{windowOf(news.line, found.place.round).name}</bdi>
          </Fact>
        )}
        <Fact name={fact.pass}>{passInWords(found, timeZone)}</Fact>
        <Fact name={fact.readmissions}>{words.readmissions(readmissions.used, readmissions.most)}</Fact>
        {slowerLane && (
          <Fact name={fact.lane}>
            {words.lanes[slowerLane.state]}: {words.why[slowerLane.why]}
            {slowerLane.appealedAt !== undefined && `; ${words.appealed(timeOfDay(slowerLane.appealedAt, timeZone))}`}
          </Fact>
        )}
        {appeal !== undefined && (
          <Fact name={fact.appeal}>
            <q dir="auto">{appeal}</q>
          </Fact>
        )}
        {needs && <Fact name={fact.needs}>{needs.map((need) => words.needsWords[need]).join(', ')}</Fact>}
        <Fact name={fact.devices}>
          <ul>
            {devices.map(({ kind, joinedAt, first, behind }) => (
              <li key={`${joinedAt} ${kind.browser}`}>
                {words.device(kind.browser, kind.system, timeOfDay(joinedAt, timeZone))}
                {first && ` (${words.deviceFirst})`}
                {behind && ` (${words.deviceBehind})`}
              </li>
            ))}
            {devicesEnded > 0 && <li>{words.devicesEnded(devicesEnded)}</li>}
          </ul>
        </Fact>
        {found.handover && <Fact name={fact.handover}>{codeInWords(found.handover, timeZone)}</Fact>}
        {holds.length > 0 && (
          <Fact name={fact.holds}>
            <ul>
              {holds.map(({ hold, performance, state, seats, expiresAt }) => (
                <li key={hold} dir="auto">
                  {words.hold(
                    seats,
                    nights?.get(performance) ?? performance,
                    state === 'held' && expiresAt !== undefined
                      ? words.heldUntil(timeOfDay(expiresAt, timeZone))
                      : words.holds[state],
                  )}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function codeInWords({ until, usedAt }: NonNullable<FoundFan['handover']>, timeZone: string | undefined): string {
  if (usedAt !== undefined) return words.codeUsed(timeOfDay(usedAt, timeZone));
  const at = timeOfDay(until, timeZone);
  return theatreTime() < until ? words.codeGood(at) : words.codeOver(at);
}

function passInWords({ pass }: FoundFan, timeZone: string | undefined): string {
  if (!pass) return words.passNone;
  const { number, expiresAt, endedAt, extended } = pass;
  const also = extended > 0 ? `, ${words.extended(extended)}` : '';
  if (endedAt !== undefined) return words.passEnded(number, timeOfDay(endedAt, timeZone)) + also;
  const at = timeOfDay(expiresAt, timeZone);
  return (theatreTime() < expiresAt ? words.passUsed(number, at) : words.passOver(number, at)) + also;
}
