import {
  type HandlerFigures,
  type PlatformReadings,
  unroutedHandlers,
  untimedHandlers,
} from '../../../contracts/platform.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import { Notice } from '../../elements/notice.tsx';
import { Age } from './figure.tsx';
import type { PlatformState } from './follow-platform.ts';
import { isOldQueue } from './platform-needs.ts';

const { platform: says, count } = words;

/** Figures of a minute are renewed each minute, half a minute after its end; two that were missed are a reason to doubt. */
const oldMs = 3.5 * 60_000;

/** How the platform itself goes: its parts, its queues, its mails. */
export function Platform({ platform, now }: { readonly platform: PlatformState | undefined; readonly now: number }) {
  const { figures, trouble } = platform ?? {};
  // The platform serves the whole house: somebody whose role is for a part of it does not see it.
  if (trouble?.kind === 'refused' && trouble.problem.status < 500) return null;
  return (
    <section class="platform">
      <h2>
        {says.title} {figures && <Age at={figures.upTo} now={now} oldMs={oldMs} />}
      </h2>
      {trouble && (
        <Notice title={says.away} tone="trouble" role="alert">
          <p>{says.awayDetail}</p>
        </Notice>
      )}
      {figures ? (
        <Shown figures={figures} now={now} />
      ) : (
        !trouble && (
          <Notice title={says.notAsked}>
            <p>{says.notAskedDetail}</p>
          </Notice>
        )
      )}
    </section>
  );
}

function Shown({ figures, now }: { readonly figures: PlatformReadings; readonly now: number }) {
  const { handlers, queues, routes, throttled, mails } = figures;
  const elsewhere = routes.reduce((sum, { faults }) => sum + faults, 0) - faultsAtRoutes(figures);
  return (
    <>
      <table>
        <caption>{says.handlers}</caption>
        <thead>
          <tr>
            <th scope="col">{says.part}</th>
            <th scope="col">{says.p50}</th>
            <th scope="col">{says.p99}</th>
            <th scope="col">{says.faults}</th>
          </tr>
        </thead>
        <tbody>
          {handlers.map((handler) => (
            <Part key={handler.handler} of={handler} upTo={figures.upTo} now={now} />
          ))}
        </tbody>
      </table>
      {elsewhere > 0 && <p class="platform-bad">{says.elsewhere(count(elsewhere))}</p>}
      <table>
        <caption>{says.queues}</caption>
        <thead>
          <tr>
            <th scope="col">{says.queue}</th>
            <th scope="col">{says.oldest}</th>
            <th scope="col">{says.dead}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.queue}>
              <th scope="row">{says.called[queue.queue]}</th>
              <td class={isOldQueue(queue) ? 'platform-bad' : ''}>{says.waits(queue.oldestSeconds)}</td>
              <td class={queue.dead > 0 ? 'platform-bad' : ''}>{count(queue.dead)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{says.totals}</h3>
      <dl class="platform-totals">
        <Total name={says.functions} value={throttled.functions} isBad={throttled.functions > 0} />
        <Total name={says.api} value={throttled.api} isBad={throttled.api > 0} />
        <Total name={says.tables} value={throttled.tables} isBad={throttled.tables > 0} />
        {mails && (
          <>
            <Total name={says.sent} value={mails.sent} />
            <Total name={says.bounced} value={mails.bounced} isBad={mails.bounced > 0} />
            <Total name={says.complained} value={mails.complained} isBad={mails.complained > 0} />
          </>
        )}
      </dl>
      <p class="soft">{says.asked}</p>
    </>
  );
}

function Part({ of, upTo, now }: { readonly of: HandlerFigures; readonly upTo: number; readonly now: number }) {
  const { handler, faults, lately } = of;
  return (
    <tr>
      <th scope="row">
        {says.called[handler]}
        <small>
          {lately && says.calls(count(lately.calls))} <Age at={lately?.at ?? upTo} now={now} oldMs={oldMs} />
        </small>
      </th>
      {lately ? (
        <>
          <td>{says.milliseconds(lately.p50)}</td>
          <td>{says.milliseconds(lately.p99)}</td>
        </>
      ) : (
        <td class="platform-none" colSpan={2}>
          {isOneOf(untimedHandlers, handler) ? says.always : says.noCall}
        </td>
      )}
      <td class={faults > 0 ? 'platform-bad' : ''}>{count(faults)}</td>
    </tr>
  );
}

function Total({ name, value, isBad }: { readonly name: string; readonly value: number; readonly isBad?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={isBad ? 'platform-bad' : ''}>{count(value)}</dd>
    </div>
  );
}

const isOneOf = (handlers: readonly HandlerFigures['handler'][], handler: HandlerFigures['handler']): boolean =>
  handlers.includes(handler);

/** Of the handlers in the table that have a route. */
function faultsAtRoutes({ handlers }: PlatformReadings): number {
  return handlers
    .filter(({ handler }) => !isOneOf(unroutedHandlers, handler))
    .reduce((sum, { faults }) => sum + faults, 0);
}
