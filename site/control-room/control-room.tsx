import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import { asked, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { everySecond, openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { readScopes, type Scopes } from '../staff/scopes.ts';
import { ControlRoom } from './control-room-view.tsx';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, opensTo, partOf } from './parts.ts';
import { followReadings, type PictureState } from './picture/follow-readings.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next. */
  readonly onSale?: string | undefined;
  /** The names of the season. */
  readonly scopes?: Scopes | undefined;
  /** How it goes now. */
  readonly picture?: PictureState | undefined;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash) }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => void house.signOut()}
    onAgain={() => void house.look()}
    onChoose={choose}
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

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  lookNow();
  void readScopes().then((scopes) => page.turn({ scopes }));
}

const lookNow = followReadings({
  ask: house.ask,
  state: () => page.state().picture,
  turn: (picture) => page.turn({ picture }),
  wanted: () => {
    const { who, part, onSales, onSale } = page.state();
    const isOpen = who.at === 'in' && part === 'picture' && opensTo(who, 'picture');
    return isOpen && onSales && onSales.length > 0 ? { onSale } : undefined;
  },
});

/** One on-sale, or all at once: an empty name. */
function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale: onSale === '' ? undefined : onSale });
  lookNow();
}

followPresses();
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  const chosen = asked('on-sale') === '' ? undefined : (wanted ?? nextOnSale(onSales, theatreTime()));
  page.turn({ onSales, onSale: chosen?.id });
  lookNow();
});
// Each figure shows its age.
everySecond(() => page.state().picture && page.turn({}));
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  lookNow();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
