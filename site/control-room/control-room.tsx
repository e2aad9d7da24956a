import type { PublishedOnSale, Season } from '../../contracts/catalogue.ts';
import { asked, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { keepBoxOffice } from '../house-name.store.ts';
import { openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { type AnswersState, noAnswersYet } from './answers/answers-state.ts';
import { openAnswers } from './answers/follow-line.ts';
import { ControlRoom } from './control-room-view.tsx';
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
  readonly answers: AnswersState;
}

const page = openPage<ControlState>({ who: nobodyYet, part: partOf(location.hash), answers: noAnswersYet }, (state) => (
  <ControlRoom
    state={state}
    onSignIn={() => void house.signIn()}
    onSignOut={() => void house.signOut()}
    onAgain={() => void house.look()}
    onChoose={choose}
    answers={answers}
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

const answers = openAnswers({
  onSale: () => {
    const { who, part, onSale } = page.state();
    return who.at === 'in' && part === 'answers' ? onSale : undefined;
  },
  state: () => page.state().answers,
  turn: (changed) => page.turn({ answers: changed }),
});

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  answers.follow();
}

function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale });
  answers.follow();
}

followPresses();
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  if (season.ok) keepBoxOffice(season.body.boxOffice);
  page.turn({ onSales, season: season.ok ? season.body : undefined });
  page.turn({ onSale: (wanted ?? nextOnSale(onSales, theatreTime()))?.id });
  answers.follow();
});
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  answers.follow();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
