import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import { asked, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { ControlRoom } from './control-room-view.tsx';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, partOf } from './parts.ts';
import { type RunUpState, tendRunUp } from './plan/run-up.ts';
import { keepLooking } from './run-up-look.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next. */
  readonly onSale?: string | undefined;
  /** Of the published season. */
  readonly timeZone?: string | undefined;
  readonly currency?: string | undefined;
  /** Of the on-sale that the page is about, once one of its parts is open. */
  readonly runUp?: RunUpState | undefined;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash) }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => void house.signOut()}
    onAgain={() => void house.look()}
    onChoose={choose}
    runUpActs={runUpActs}
    onReadAgain={() => lookAtRunUp(true)}
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

const runUpActs = tendRunUp({
  ask: house.ask,
  state: () => page.state().runUp,
  turn: (runUp) => page.turn({ runUp }),
});
const lookAtRunUp = keepLooking({ state: page.state, acts: runUpActs, draw: () => page.turn({}) });

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  lookAtRunUp();
}

function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale });
  lookAtRunUp();
}

followPresses();
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  page.turn({
    onSales,
    onSale: (wanted ?? nextOnSale(onSales, theatreTime()))?.id,
    ...(season.ok && { timeZone: season.body.timeZone, currency: season.body.currency }),
  });
  lookAtRunUp();
});
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  lookAtRunUp();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
