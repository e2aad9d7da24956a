import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import { ask, type Trouble } from '../api.ts';
import {
  asked,
  browser,
  isPublished,
  keepLanguageOfAddress,
  onReturn,
  readConfig,
  readSeason,
  theatreTime,
  timers,
} from '../browser.gateway.ts';
import type { KeptPass } from '../kept.store.ts';
import * as kept from '../kept.store.ts';
import { everySecond } from '../page.tsx';
import { keepAsking, spread } from '../poll.ts';
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

const poll = keepAsking(timers, async () => {
  if (id === undefined) return undefined;
  const [show, season] = await Promise.all([
    ask<ShowFile>(browser, { url: published.show(encodeURIComponent(id)) }),
    readSeason(),
    readConfig(),
  ]);
  if (show.ok) {
    document.title = `${show.body.title} · ${show.body.venue}`;
    page.turn({
      show: show.body,
      trouble: undefined,
      now: theatreTime(),
      ...(season.ok && { season: season.body }),
    });
    return season.ok ? undefined : spread(8_000, browser.chance());
  }
  page.turn({ trouble: show.trouble });
  return show.trouble.kind === 'unreachable' ? spread(8_000, browser.chance()) : undefined;
});

everySecond(() => page.turn({ now: theatreTime(), passes: kept.passes() }));
onReturn(() => {
  if (page.state().trouble) poll.wake();
  page.turn({ now: theatreTime(), passes: kept.passes() });
});
