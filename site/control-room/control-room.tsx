import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import { asked, onReturn, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { ControlRoom } from './control-room-view.tsx';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, partOf, partsFor } from './parts.ts';
import { openSale, type SaleState } from './sale/sale.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next. */
  readonly onSale?: string | undefined;
  /** While that part is open. */
  readonly sale?: SaleState | undefined;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash) }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => void house.signOut()}
    onAgain={() => void house.look()}
    onChoose={choose}
    sale={sale}
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

const sale = openSale({
  ask: (question) => house.ask(question),
  state: () => page.state().sale,
  turn: (turned) => page.turn({ sale: turned }),
});

/** Each part reads what it shows while it is open, and no longer. */
function openPart(): void {
  const { part, onSale, who } = page.state();
  const isOpen = who.me !== undefined && partsFor(who).includes(part);
  if (isOpen && part === 'sale' && onSale !== undefined) sale.open(onSale);
  else if (page.state().sale) sale.close();
}

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  openPart();
}

function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale });
  openPart();
}

followPresses();
onReturn(() => sale.look());
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  page.turn({ onSales, onSale: (wanted ?? nextOnSale(onSales, theatreTime()))?.id });
  openPart();
});
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  openPart();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
