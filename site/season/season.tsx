import type { Season } from '../../contracts/catalogue.ts';
import type { Trouble } from '../api.ts';
import {
  browser,
  isPublished,
  keepLanguageOfAddress,
  onReturn,
  readConfig,
  readSeason,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { followDoors } from '../doors.ts';
import { keepBoxOffice } from '../house-name.store.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, type Poll, spread } from '../poll.ts';
import { readTurned } from '../sale-turned.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { SeasonPage } from './season-view.tsx';

export interface SeasonState {
  readonly season?: Season;
  readonly trouble?: Trouble | undefined;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly passes: readonly KeptPass[];
  /** Seats a fan, by on-sale, where staff turned the limit while it sells. */
  readonly limits?: Readonly<Record<string, number>>;
  /** On-sales in whose line this browser has a place. */
  readonly places: ReadonlySet<string>;
}

const page = openWhenWhole<SeasonState>(
  { now: theatreTime(), passes: kept.passes(), places: new Set() },
  (state) => <SeasonPage state={state} onRetry={() => poll.wake()} />,
  // What was published of it is there already, and better than that the season cannot be read just now.
  ({ season, trouble }) => season !== undefined || (trouble !== undefined && !isPublished()),
);
keepLanguageOfAddress();

let live = '';
let doors: Poll | undefined;

/** The season changes rarely; while it cannot be read we keep asking. */
const poll = keepAsking(timers, async () => {
  const [answer, config] = await Promise.all([readSeason(), readConfig()]);
  if (!answer.ok) {
    page.turn({ trouble: answer.trouble, now: theatreTime() });
    return spread(8_000, browser.chance());
  }
  const season = answer.body;
  keepBoxOffice(season.boxOffice);
  document.title = `${season.title} · ${season.venue}`;
  page.turn({ season, trouble: undefined, now: theatreTime(), places: placesIn(season) });
  live = config.live;
  doors ??= followDoors({
    page,
    live: () => live,
    coming: ({ onSales }, now) => onSales.filter(({ closesAt }) => closesAt > now),
  });
  void readLimits(season);
  return undefined;
});

async function readLimits({ onSales }: Season): Promise<void> {
  const open = onSales.filter(({ closesAt }) => closesAt > theatreTime());
  const turned = await Promise.all(open.map(({ id }) => readTurned(live, id)));
  const limits = turned.flatMap((one) => (one?.seatsPerFan ? [[one.onSale, one.seatsPerFan] as const] : []));
  if (limits.length > 0) page.turn({ limits: Object.fromEntries(limits) });
}

function placesIn(season: Season): ReadonlySet<string> {
  return new Set(season.onSales.map(({ id }) => id).filter((id) => kept.receipt(id)));
}

everySecond(() => page.turn({ now: theatreTime(), passes: kept.passes() }));
onReturn(() => {
  const { season, trouble } = page.state();
  if (trouble) poll.wake();
  doors?.wake();
  page.turn({ now: theatreTime(), passes: kept.passes(), ...(season && { places: placesIn(season) }) });
});
