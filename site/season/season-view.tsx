import type { PublishedOnSale, Season, ShowSummary } from '../../contracts/catalogue.ts';
import { addressOfShow } from '../../contracts/pages.ts';
import { seasonDates } from '../../rules/season-dates.ts';
import { seasonWords } from '../../words/en/season.ts';
import { siteWords } from '../../words/en/site.ts';
import { dateRange, longMoment, priceRange, shortMoment, timeUntil } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { PlainLink } from '../elements/foot.tsx';
import { Frame } from '../elements/frame.tsx';
import { Notice, TroubleNotice } from '../elements/notice.tsx';
import { Poster } from '../elements/poster.tsx';
import type { SeasonState } from './season.tsx';

export function SeasonPage({ state, onRetry }: { readonly state: SeasonState; readonly onRetry: () => void }) {
  const { season, trouble, now, passes } = state;
  const pass = passes.find(({ expiresAt }) => expiresAt > now);
  return (
    <Frame timeLeft={pass && pass.expiresAt - now} width="wide" foot={<PlainLink />}>
      {!season && !trouble && <p class="waiting-for-data" aria-busy="true" />}
      {trouble && (
        <TroubleNotice trouble={trouble}>
          <button type="button" class="button" onClick={onRetry}>
            {siteWords.tryAgain}
          </button>
        </TroubleNotice>
      )}
      {season && <Bill season={season} state={state} />}
    </Frame>
  );
}

function Bill({ season, state }: { readonly season: Season; readonly state: SeasonState }) {
  const { now } = state;
  const coming = inOrder(
    season.onSales.filter(({ closesAt }) => closesAt > now),
    state,
  );
  const dates = seasonDates(season);
  return (
    <>
      <div class="bill-head">
        <p class="bill-head-dates">{dates && dateRange(dates.firstAt, dates.lastAt, season.timeZone)}</p>
        <h1 dir="auto">{season.title}</h1>
      </div>
      {coming.length > 0 && (
        <section class="on-sales" aria-label={seasonWords.onSales}>
          {coming.map((onSale) => (
            <OnSale key={onSale.id} onSale={onSale} timeZone={onSale.timeZone ?? season.timeZone} state={state} />
          ))}
        </section>
      )}
      {season.shows.length === 0 ? (
        <Notice title={seasonWords.empty}>
          <p>{seasonWords.emptyDetail}</p>
        </Notice>
      ) : (
        <section aria-labelledby="on-stage">
          <h2 class="unseen" id="on-stage" tabIndex={-1}>
            {seasonWords.shows}
          </h2>
          <ul class="posters">
            {season.shows.map((show) => (
              <ShowCard key={show.id} show={show} season={season} />
            ))}
          </ul>
        </section>
      )}
      <p class="centred">
        <a href="/order">{seasonWords.findOrder}</a>
      </p>
    </>
  );
}

/** A fan's own comes first: that of a running pass, then those in whose lines they have a place; else the next to open. */
function inOrder(onSales: readonly PublishedOnSale[], { now, places, passes }: SeasonState) {
  const rank = ({ id }: PublishedOnSale) =>
    passes.some(({ onSale, expiresAt }) => onSale === id && expiresAt > now) ? 0 : places.has(id) ? 1 : 2;
  return [...onSales].sort((a, b) => rank(a) - rank(b) || a.opensAt - b.opensAt);
}

/** The banner of one opening of doors: when, for whom, and the way in. */
function OnSale(props: { readonly onSale: PublishedOnSale; readonly timeZone: string; readonly state: SeasonState }) {
  const { onSale, timeZone, state } = props;
  const { now, places, passes } = state;
  const before = now < onSale.opensAt;
  const shopping = passes.some((pass) => pass.onSale === onSale.id && pass.expiresAt > now);
  const action = places.has(onSale.id) ? seasonWords.toPlace : before ? seasonWords.joinLobby : seasonWords.joinLine;
  return (
    <article class={before ? 'on-sale' : 'on-sale on-sale-open'}>
      <div class="on-sale-who">
        <h2 dir="auto">{onSale.title}</h2>
        <p>
          {seasonWords.whoFor(isolated(onSale.audienceName))} ·{' '}
          {seasonWords.limit(state.limits?.[onSale.id] ?? onSale.seatsPerFan)}
        </p>
      </div>
      <div class="on-sale-when">
        {before ? (
          <>
            <p>{seasonWords.opensIn}</p>
            <p class="on-sale-count" role="timer">
              {timeUntil(onSale.opensAt - now)}
            </p>
            <p>{longMoment(onSale.opensAt, timeZone)}</p>
          </>
        ) : (
          <>
            <p class="on-sale-count">{seasonWords.doorsOpen}</p>
            <p>{seasonWords.until(shortMoment(onSale.closesAt, timeZone))}</p>
          </>
        )}
      </div>
      {shopping ? (
        <a class="button" href="#on-stage">
          {seasonWords.shopNow}
        </a>
      ) : (
        <a class="button" href={`/line?on-sale=${onSale.id}`}>
          {action}
          <span class="unseen">
            : <bdi>{onSale.title}</bdi>
          </span>
        </a>
      )}
    </article>
  );
}

function ShowCard({ show, season }: { readonly show: ShowSummary; readonly season: Season }) {
  const { timeZone = season.timeZone, currency = season.currency } = show;
  return (
    <li>
      <a class="show-card" href={addressOfShow(show.id)}>
        <Poster id={show.id} title={show.title} byline={show.byline} colours={show.poster} />
        <p class="show-card-dates">{dateRange(show.firstAt, show.lastAt, timeZone)}</p>
        <p class="show-card-price">{priceRange(show.priceFrom, show.priceTo, currency)}</p>
        <p class="show-card-price">
          {show.cancelled ? seasonWords.cancelled : seasonWords.performances(show.performances)}
        </p>
        {show.venue !== season.venue && (
          <p class="show-card-price" dir="auto">
            {show.venue}
          </p>
        )}
      </a>
    </li>
  );
}
