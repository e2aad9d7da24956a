import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import { asked, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { openPage } from '../page.tsx';
import { mayNow, nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { ControlRoom } from './control-room-view.tsx';
import { type LeversState, tendLevers } from './levers/levers.ts';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, partOf } from './parts.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next. */
  readonly onSale?: string | undefined;
  /** Of the season. */
  readonly timeZone?: string | undefined;
  readonly levers?: LeversState | undefined;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash) }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => void house.signOut()}
    onAgain={() => void house.look()}
    onChoose={choose}
    leverActs={leverActs}
  />
));

const house = openSignedIn({
  page: '/control-room',
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    page.turn({ who });
    if (!who.me) page.turn({ levers: undefined });
    if (before.at !== 'in' && who.at === 'in') arrive();
  },
});

const leverActs = tendLevers({
  ask: house.ask,
  state: () => page.state().levers,
  turn: (levers) => page.turn({ levers }),
  timeZone: () => page.state().timeZone ?? 'UTC',
});

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  about();
}

/** Reads what the chosen part is about, once somebody is in and an on-sale is chosen. */
function about(): void {
  const { who, part, onSale, levers } = page.state();
  if (part !== 'picture' || onSale === undefined || levers?.onSale === onSale || !mayNow(who, 'see-readings')) return;
  page.turn({ levers: { onSale, busy: false, wrong: {}, note: '' } });
  leverActs.read();
}

function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale });
  about();
}

followPresses();
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  page.turn({
    onSales,
    onSale: (wanted ?? nextOnSale(onSales, theatreTime()))?.id,
    timeZone: season.ok ? season.body.timeZone : undefined,
  });
  about();
});
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  about();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
