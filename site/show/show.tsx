import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import type { DatesLeft } from '../../contracts/dates-left.ts';
import { published } from '../../contracts/paths.ts';
import { salesOfShow } from '../../rules/way-in.ts';
import { ask, type Trouble } from '../api.ts';
import {
  asked,
  browser,
  isPublished,
  isVisible,
  keepLanguageOfAddress,
  onReturn,
  readConfig,
  readSeason,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import { followDoors } from '../doors.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { nextLook } from '../next-look.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, type Poll, spread } from '../poll.ts';
import { openWhenWhole } from '../whole-page.tsx';
import type { DateKind } from './dates.ts';
import { ShowPage } from './show-view.tsx';

export interface ShowState {
  readonly show?: ShowFile;
  readonly season?: Season;
  readonly trouble?: Trouble | undefined;
  readonly kind: DateKind;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  readonly passes: readonly KeptPass[];
  /** How full each date is, by on-sale. */
  readonly counts?: readonly DatesLeft[];
}

const id = asked('id') ?? location.pathname.match(/\/shows\/([^/]+)$/)?.[1];

const page = openWhenWhole<ShowState>(
  {
    kind: 'all',
    now: theatreTime(),
    passes: kept.passes(),
    ...(id === undefined && { trouble: { kind: 'missing' } }),
  },
  (state) => <ShowPage state={state} onKind={(kind) => page.turn({ kind })} onRetry={() => poll.wake()} />,
  // What was published of it is there already: only the whole of it is better.
  ({ show, season, trouble }) =>
    isPublished() ? show !== undefined && season !== undefined : show !== undefined || trouble !== undefined,
);
keepLanguageOfAddress();

let live = '';
let counting: Poll | undefined;
let doors: Poll | undefined;

/** Files that the CDN keeps for ten seconds. A count that is not there is no trouble: nothing is said then. */
async function readCounts(show: ShowFile, season: Season): Promise<readonly DatesLeft[]> {
  const open = salesOfShow(show, season.onSales, theatreTime()).filter(({ opensAt }) => opensAt <= theatreTime());
  const answers = await Promise.all(
    open.map((onSale) =>
      ask<DatesLeft>(browser, { url: `${live}${published.datesLeft(onSale.id)}`, tries: 1, timeout: 3000 }),
    ),
  );
  return answers.flatMap((answer) => (answer.ok ? [answer.body] : []));
}

let isFirst = true;
async function followCounts(): Promise<number | undefined> {
  const { show, season } = page.state();
  if (!show || !season) return undefined;
  const now = theatreTime();
  const pause = nextLook(salesOfShow(show, season.onSales, now), now, { countsSeats: true });
  if (!isFirst && isVisible()) {
    const counts = await readCounts(show, season);
    if (counts.length > 0) page.turn({ counts, now: theatreTime() });
  }
  isFirst = false;
  return pause && spread(pause, browser.chance());
}

const poll = keepAsking(timers, async () => {
  if (id === undefined) return undefined;
  const [show, season, config] = await Promise.all([
    ask<ShowFile>(browser, { url: published.show(encodeURIComponent(id)) }),
    readSeason(),
    readConfig(),
  ]);
  if (show.ok) {
    document.title = `${show.body.title} · ${show.body.venue}`;
    live = config.live;
    // One step, so that nothing moves: what is known of the dates as well.
    const counts = season.ok ? await readCounts(show.body, season.body) : [];
    page.turn({
      show: show.body,
      trouble: undefined,
      now: theatreTime(),
      counts,
      ...(season.ok && { season: season.body }),
    });
    if (season.ok) {
      counting ??= keepAsking(timers, followCounts);
      doors ??= followDoors({
        page,
        live: () => live,
        coming: ({ onSales }, now) => salesOfShow(show.body, onSales, now),
        moved: () => counting?.wake(),
      });
    }
    return season.ok ? undefined : spread(8_000, browser.chance());
  }
  page.turn({ trouble: show.trouble });
  return show.trouble.kind === 'unreachable' ? spread(8_000, browser.chance()) : undefined;
});

everySecond(() => page.turn({ now: theatreTime(), passes: kept.passes() }));
onReturn(() => {
  if (page.state().trouble) poll.wake();
  page.turn({ now: theatreTime(), passes: kept.passes() });
  doors?.wake();
  counting?.wake();
});
