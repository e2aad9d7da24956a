import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { shortDate } from '../../../words/en/written.ts';
import { clockWithSeconds } from '../../../words/writing.ts';
import { theatreTime } from '../../browser.gateway.ts';
import { Notice } from '../../elements/notice.tsx';
import { mayNow } from '../../sign-in/signed-in.ts';
import { FanFacts } from './fan-facts.tsx';
import { FanOrders } from './fan-orders.tsx';
import type { OpenFan } from './fans-state.ts';
import type { FindFanProps } from './find-view.tsx';
import { HelpForm } from './help-form.tsx';
import { helpsNow, toldPlace } from './told-place.ts';
import { whatHappened } from './what-happened.ts';

/** The one on the telephone: what to read out, what is known, what can be done, and what happened. */
export function OpenFanView(props: FindFanProps & { readonly open: OpenFan }) {
  const { open, state, acts, timeZone } = props;
  const { unread, readAt, isRead, done } = open;
  return (
    <article class="fan" aria-labelledby="open-fan" aria-busy={!isRead}>
      {(state.matches?.length ?? 0) > 1 && (
        <p>
          <button type="button" class="link" onClick={acts.close}>
            ← {words.back}
          </button>
        </p>
      )}
      <div class="fan-head">
        <h3 id="open-fan" tabIndex={-1}>
          {words.readOut}
        </h3>
        <p class="hint">{readAt !== undefined && clockWithSeconds(readAt, timeZone)}</p>
        <button type="button" class="button button-quiet" onClick={acts.again} aria-disabled={!isRead}>
          {words.refresh}
        </button>
      </div>
      {done !== undefined && <Notice title={done} tone="good" role="status" />}
      {open.code !== undefined && <CodeToRead code={open.code} />}
      {isRead ? <ReadOut {...props} /> : <p class="waiting-for-data" aria-busy="true" />}
      {unread.map((part) => (
        <Notice key={part} title={words[`${part}Unread`]} tone="trouble" role="status" />
      ))}
      {isRead && (
        <>
          {open.found && <FanFacts {...props} found={open.found} />}
          {open.found && mayNow(props.who, 'help-fans') && <Helping {...props} />}
          <FanOrders {...props} />
          <Timeline
            happenings={whatHappened(open, open.news, theatreTime(), open.holds, open.nights)}
            timeZone={timeZone}
          />
        </>
      )}
    </article>
  );
}

function ReadOut({ open, timeZone }: FindFanProps & { readonly open: OpenFan }) {
  const { found, news, orders, unread } = open;
  const place = found && news ? toldPlace(found, news, theatreTime(), timeZone) : [];
  const references = orders.map(({ reference }) => reference);
  const none = unread.includes('orders') ? [] : [words.say.noOrders];
  const said = [...place, ...(references.length > 0 ? [words.say.orders(references)] : none)];
  return (
    <>
      <blockquote class="read-out">
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </blockquote>
      {found?.asks && (
        <p class="fan-asks">
          <b>{words.asking}</b>
        </p>
      )}
      {!found && !unread.includes('line') && <p class="hint">{words.noPlace}</p>}
    </>
  );
}

/** Large, with each letter as it is said on a telephone. */
function CodeToRead({ code }: { readonly code: string }) {
  return (
    <section class="card fan-code" aria-label={words.code}>
      <h3>{words.code}</h3>
      <p class="code-letters">{code}</p>
      <p>{[...code].flatMap((letter) => words.spelt[letter] ?? []).join(', ')}</p>
    </section>
  );
}

function Helping({ open, acts }: FindFanProps & { readonly open: OpenFan }) {
  const ways = open.found ? helpsNow(open.found, open.news, theatreTime()) : [];
  const asked = open.asked?.of === 'place' ? open.asked : undefined;
  return (
    <section class="card staff-acts" aria-label={words.acts}>
      <h3>{words.acts}</h3>
      <p class="staff-ways">
        {ways.map((act) => (
          <button
            key={act}
            type="button"
            class="button button-quiet"
            aria-expanded={asked?.act === act}
            onClick={() => (asked?.act === act ? acts.ask(undefined) : acts.askFor(act))}
          >
            {words.act[act]}
          </button>
        ))}
      </p>
      {asked && <HelpForm open={open} acts={acts} asked={asked} what={words.actWhat[asked.act]} />}
    </section>
  );
}

function Timeline({
  happenings,
  timeZone,
}: {
  readonly happenings: ReturnType<typeof whatHappened>;
  readonly timeZone: string | undefined;
}) {
  if (happenings.length === 0) return null;
  return (
    <section aria-labelledby="happened">
      <h3 id="happened">{words.timeline}</h3>
      <table class="fan-times">
        <thead>
          <tr>
            <th scope="col">{words.times.when}</th>
            <th scope="col">{words.times.what}</th>
          </tr>
        </thead>
        <tbody>
          {happenings.map(({ at, what }, row) => (
            <tr key={`${row} ${at}`}>
              <td>
                <time dateTime={new Date(at).toISOString()}>
                  {shortDate(at, timeZone)}, {clockWithSeconds(at, timeZone)}
                </time>
              </td>
              <td dir="auto">{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
