import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import type { DateLeft } from '../../contracts/dates-left.ts';
import { byMonth } from '../../rules/by-month.ts';
import { lettering } from '../../rules/poster-colour.ts';
import { leftOf } from '../../rules/seats-left.ts';
import { salesOfShow, wayIn } from '../../rules/way-in.ts';
import { showWords } from '../../words/en/show.ts';
import { siteWords } from '../../words/en/site.ts';
import { money, monthOf, shortDate, shortMoment, timeOfDay } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { PlainLink } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { Motif } from '../elements/poster.tsx';
import { type DateKind, isOfKind } from './dates.ts';
import type { ShowState } from './show.tsx';

const kinds: readonly DateKind[] = ['all', 'matinee', 'evening', 'weekend'];

export function ShowPage(props: {
  readonly state: ShowState;
  readonly onKind: (kind: DateKind) => void;
  readonly onRetry: () => void;
}) {
  const { state, onKind, onRetry } = props;
  const { show, trouble, passes, now, season } = state;
  const pass = passes.find(({ expiresAt }) => expiresAt > now);
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} width="full" foot={<PlainLink />}>
      {!show && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {trouble && (
        <div class="show-body">
          <TroubleNotice trouble={trouble}>
            <p>
              <a href="/">{siteWords.toSeason}</a>
            </p>
            {trouble.kind === 'unreachable' && (
              <button type="button" class="button" onClick={onRetry}>
                {siteWords.tryAgain}
              </button>
            )}
          </TroubleNotice>
        </div>
      )}
      {show && (
        <>
          <Hoarding show={show} />
          <div class="show-body">
            <div class="show-about">
              <p class="lead" dir="auto">
                {show.description}
              </p>
              <OnSales show={show} season={season} now={now} />
            </div>
            <Dates state={state} show={show} season={season} onKind={onKind} />
          </div>
        </>
      )}
    </Frame>
  );
}

/** The poster, as wide as the page. */
function Hoarding({ show }: { readonly show: ShowFile }) {
  return (
    <div class="hoarding" style={{ backgroundColor: show.poster.paper, color: lettering(show.poster) }}>
      <div class="hoarding-words">
        <h1 dir="auto">{show.title}</h1>
        <p class="hoarding-byline" dir="auto">
          {show.byline}
        </p>
        <p dir="auto">{show.venue}</p>
      </div>
      <Motif id={show.id} colours={show.poster} reversed />
    </div>
  );
}

/** For whom the show is sold, and from when. */
function OnSales(props: { readonly show: ShowFile; readonly season: Season | undefined; readonly now: number }) {
  const { show, season, now } = props;
  const coming = season ? salesOfShow(show, season.onSales, now) : [];
  return (
    <dl class="show-sales">
      {coming.map((onSale) => (
        <div key={onSale.id}>
          <dt>{showWords.saleFor(isolated(onSale.audienceName))}</dt>
          <dd>
            {onSale.opensAt > now ? showWords.opens(shortMoment(onSale.opensAt, show.timeZone)) : showWords.openNow}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Dates(props: {
  readonly state: ShowState;
  readonly show: ShowFile;
  readonly season: Season | undefined;
  readonly onKind: (kind: DateKind) => void;
}) {
  const { state, show, season, onKind } = props;
  const { kind, now } = state;
  const coming = show.performances.filter(({ startsAt }) => startsAt > now);
  const shown = coming.filter(({ startsAt }) => isOfKind(startsAt, show.timeZone, kind));
  return (
    <section class="dates">
      <h2>{showWords.chooseDate}</h2>
      <fieldset class="chips">
        <legend class="unseen">{showWords.filter}</legend>
        {kinds.map((one) => (
          <label key={one} class="chip">
            <input type="radio" name="kind" checked={kind === one} onChange={() => onKind(one)} />
            <span>{showWords[one]}</span>
          </label>
        ))}
      </fieldset>
      <p class="unseen" role="status">
        {showWords.found(shown.length)}
      </p>
      <Counted state={state} />
      {shown.length === 0 && (
        <Notice title={showWords.none}>
          <p>{showWords.noneDetail}</p>
        </Notice>
      )}
      {byMonth(shown, (at) => monthOf(at, show.timeZone)).map(({ month, dates }) => (
        <section key={month} class="month">
          <h3>{month}</h3>
          <ul>
            {dates.map((date) => (
              <Performance key={date.id} date={date} show={show} season={season} state={state} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** When the seats of all dates were counted. Its place is kept before the doors too, so that nothing moves then. */
function Counted({ state: { show, season, counts, now } }: { readonly state: ShowState }) {
  const sold = show && season ? salesOfShow(show, season.onSales, now) : [];
  if (!show || sold.length === 0) return null;
  const known = show.performances.flatMap(({ id }) => leftOf(id, counts ?? [], now) ?? []);
  const countedAt = Math.max(...known.map((one) => one.countedAt));
  return (
    <p class="dates-counted">
      {sold.every(({ opensAt }) => opensAt > now)
        ? showWords.leftLater
        : known.length > 0
          ? showWords.leftAt(timeOfDay(countedAt, show.timeZone))
          : showWords.leftUnknown}
    </p>
  );
}

function Performance(props: {
  readonly date: ShowFile['performances'][number];
  readonly show: ShowFile;
  readonly season: Season | undefined;
  readonly state: ShowState;
}) {
  const { date, show, season, state } = props;
  const way = wayIn(date.onSales, season?.onSales ?? [], state.passes, state.now);
  const left = leftOf(date.id, state.counts ?? [], state.now);
  const when = shortMoment(date.startsAt, show.timeZone);
  const hall = `/hall?performance=${date.id}`;
  const href =
    way.way === 'hall'
      ? hall
      : way.way === 'none'
        ? undefined
        : `/line?on-sale=${way.onSale.id}&performance=${date.id}`;
  return (
    <li class="date">
      <p class="date-day">
        {shortDate(date.startsAt, show.timeZone)} <b>{timeOfDay(date.startsAt, show.timeZone)}</b>
        {date.note && (
          <span class="date-note" dir="auto">
            {date.note}
          </span>
        )}
        {date.moved && (
          <span class="date-note">{showWords.movedFrom(shortMoment(date.moved.from.startsAt, show.timeZone))}</span>
        )}
        {date.venue && (
          <span class="date-note" dir="auto">
            {date.venue}
          </span>
        )}
      </p>
      <p class="date-price">
        {showWords.from(money(left?.from ?? date.priceFrom, show.currency))}{' '}
        {way.way !== 'hall' && !date.cancelled && (
          <a href={hall}>
            {showWords.look}
            <span class="unseen">, {when}</span>
          </a>
        )}
      </p>
      {!date.cancelled && way.way !== 'none' && (
        <p class={`date-left${left && !left.stopped ? ` date-left-${left.left}` : ''}`}>{left && leftInWords(left)}</p>
      )}
      {date.cancelled ? (
        <p class="date-closed" title={date.cancelled.reason}>
          {showWords.cancelled}
        </p>
      ) : href ? (
        <a class="button button-quiet" href={href}>
          {way.way === 'hall' ? showWords.seats : showWords[way.way as 'line' | 'lobby']}
          <span class="unseen">, {when}</span>
        </a>
      ) : (
        <p class="date-closed">{season && showWords.closed}</p>
      )}
    </li>
  );
}

/** A date whose sale was stopped is not sold out, and nobody knows when it goes on. */
function leftInWords({ left, access, stopped }: DateLeft): string {
  if (stopped && left !== 'none') return showWords.stopped;
  return access ? showWords.accessLeft : showWords.left[left];
}
