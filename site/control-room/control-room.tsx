import type { PublishedOnSale, Season } from '../../contracts/catalogue.ts';
import { asked, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { ControlRoom } from './control-room-view.tsx';
import { openFans } from './fans/fans.ts';
import { type FansState, nobodyLooked } from './fans/fans-state.ts';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, partOf } from './parts.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next. */
  readonly onSale?: string | undefined;
  readonly season?: Season | undefined;
  readonly fans: FansState;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash), fans: nobodyLooked }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => {
      fans.forget();
      void house.signOut();
    }}
    onAgain={() => void house.look()}
    onChoose={choose}
    fans={fans}
  />
));

const house = openSignedIn({
  page: '/control-room',
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    page.turn({ who });
    if (before.at !== 'in' && who.at === 'in') arrive();
  },
});

const fans = openFans({
  house,
  onSale: () => page.state().onSale,
  state: () => page.state().fans,
  turn: (changed) => page.turn({ fans: changed }),
});

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  followFan();
}

/** `#fans=K7M-4QX`: the fan of that order, from the order book. A reference says nothing of a person. */
function followFan(): void {
  const reference = /^#fans=([A-Z0-9]{3}-[A-Z0-9]{3})$/.exec(location.hash)?.[1];
  const { who, onSale } = page.state();
  if (reference !== undefined && who.at === 'in' && onSale !== undefined) void fans.lookFor(reference);
}

function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale });
  fans.forget();
}

followPresses();
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  page.turn({ onSales, season: season.ok ? season.body : undefined });
  page.turn({ onSale: (wanted ?? nextOnSale(onSales, theatreTime()))?.id });
  followFan();
});
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  followFan();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
