import type { PublishedOnSale, Season } from '../../contracts/catalogue.ts';
import { asked, onReturn, readSeason, theatreTime } from '../browser.gateway.ts';
import { followPresses } from '../elements/presses.ts';
import { keepBoxOffice } from '../house-name.store.ts';
import { everySecond, openPage } from '../page.tsx';
import { nobodyYet, openSignedIn, type WhoIsIn } from '../sign-in/signed-in.ts';
import { readScopes, type Scopes } from '../staff/scopes.ts';
import { type AnswersState, noAnswersYet } from './answers/answers-state.ts';
import { openAnswers } from './answers/follow-line.ts';
import { ControlRoom } from './control-room-view.tsx';
import { openFans } from './fans/fans.ts';
import { type FansState, nobodyLooked } from './fans/fans-state.ts';
import { type LeversState, tendLevers } from './levers/levers.ts';
import { nextOnSale } from './next-on-sale.ts';
import { type ControlPart, opensTo, partOf } from './parts.ts';
import { followPlatform, type PlatformState } from './picture/follow-platform.ts';
import { followReadings, type PictureState } from './picture/follow-readings.ts';
import { type RunUpState, tendRunUp } from './plan/run-up.ts';
import { keepLooking } from './run-up-look.ts';
import { openSale, type SaleState } from './sale/sale.ts';
import { type SwitchState, switchUnread, tendSwitch } from './switch/switch.ts';

export interface ControlState {
  readonly who: WhoIsIn;
  readonly part: ControlPart;
  /** Of the published season; undefined while it is read. */
  readonly onSales?: readonly PublishedOnSale[] | undefined;
  /** The on-sale that the page is about: that of the address, or the next; undefined for all at once. */
  readonly onSale?: string | undefined;
  readonly season?: Season | undefined;
  /** The names of the season. */
  readonly scopes?: Scopes | undefined;
  /** How it goes now, and the levers of the line. */
  readonly picture?: PictureState | undefined;
  /** How the platform goes, once it was read. */
  readonly platform?: PlatformState | undefined;
  readonly levers?: LeversState | undefined;
  /** While that part is open. */
  readonly sale?: SaleState | undefined;
  readonly fans: FansState;
  /** Of the on-sale that the page is about, once one of its parts is open. */
  readonly runUp?: RunUpState | undefined;
  readonly answers: AnswersState;
  /** While that part is open. */
  readonly switch?: SwitchState | undefined;
}

const page = openPage<ControlState>(
  { who: nobodyYet, part: partOf(location.hash), fans: nobodyLooked, answers: noAnswersYet },
  (state) => (
    <ControlRoom
      state={state}
      onSignIn={() => void house.signIn()}
      onSignOut={() => {
        fans.forget();
        void house.signOut();
      }}
      onAgain={() => void house.look()}
      onChoose={choose}
      leverActs={leverActs}
      sale={sale}
      fans={fans}
      runUpActs={runUpActs}
      onReadAgain={() => lookAtRunUp(true)}
      answers={answers}
      switchActs={switchActs}
    />
  ),
);

const house = openSignedIn({
  page: '/control-room',
  who: () => page.state().who,
  turn: (who) => {
    const { who: before } = page.state();
    // Whoever comes next on this device finds nothing of whoever left.
    page.turn({
      who,
      ...(!who.me && { levers: undefined, picture: undefined, platform: undefined, runUp: undefined, sale: undefined }),
      ...(!who.me && { switch: undefined }),
    });
    if (before.at !== 'in' && who.at === 'in') arrive();
  },
});

/** The on-sale, if somebody who may looks at this part. */
function lookedAt(wanted: ControlPart): string | undefined {
  const { who, part, onSale } = page.state();
  return who.at === 'in' && part === wanted && opensTo(who, wanted) ? onSale : undefined;
}

const lookNow = followReadings({
  ask: house.ask,
  state: () => page.state().picture,
  turn: (picture) => page.turn({ picture }),
  wanted: () => {
    const { who, part, onSales, onSale } = page.state();
    // What a release will do depends on the pace.
    const isShown = part === 'picture' || part === 'sale';
    const isOpen = who.at === 'in' && isShown && opensTo(who, 'picture');
    return isOpen && onSales && onSales.length > 0 ? { onSale } : undefined;
  },
});

const lookAtPlatform = followPlatform({
  ask: house.ask,
  state: () => page.state().platform,
  turn: (platform) => page.turn({ platform }),
  isWanted: () => {
    const { who, part } = page.state();
    return who.at === 'in' && part === 'picture' && opensTo(who, 'picture');
  },
});

const leverActs = tendLevers({
  ask: house.ask,
  state: () => page.state().levers,
  turn: (levers) => page.turn({ levers }),
  timeZone: () => page.state().season?.timeZone ?? 'UTC',
});

const sale = openSale({
  ask: house.ask,
  state: () => page.state().sale,
  turn: (turned) => page.turn({ sale: turned }),
});

const fans = openFans({
  house,
  onSale: () => page.state().onSale,
  state: () => page.state().fans,
  turn: (changed) => page.turn({ fans: changed }),
});

const runUpActs = tendRunUp({
  ask: house.ask,
  state: () => page.state().runUp,
  turn: (runUp) => page.turn({ runUp }),
});
const lookAtRunUp = keepLooking({ state: page.state, acts: runUpActs, draw: () => page.turn({}) });

const switchActs = tendSwitch({
  ask: house.ask,
  state: () => page.state().switch,
  turn: (turned) => page.turn({ switch: turned }),
});

const answers = openAnswers({
  onSale: () => lookedAt('answers'),
  state: () => page.state().answers,
  turn: (changed) => page.turn({ answers: changed }),
});

/** Each part reads what it shows while somebody looks at it, and no longer. */
function follow(): void {
  lookNow();
  lookAtPlatform();
  const ofLevers = lookedAt('picture');
  if (ofLevers !== undefined && page.state().levers?.onSale !== ofLevers) {
    page.turn({ levers: { onSale: ofLevers, busy: false, wrong: {}, note: '' } });
    leverActs.read();
  }
  const ofSale = lookedAt('sale');
  if (ofSale !== undefined) sale.open(ofSale);
  else if (page.state().sale) sale.close();
  followSwitch();
  lookAtRunUp();
  answers.follow();
}

/** It is about no on-sale. */
function followSwitch(): void {
  const { who, part, switch: turned } = page.state();
  const isWanted = who.at === 'in' && part === 'switch' && opensTo(who, 'switch');
  if (isWanted === (turned !== undefined)) return;
  page.turn({ switch: isWanted ? switchUnread : undefined });
  if (isWanted) switchActs.read();
}

/** `#fans=K7M-4QX`: the fan of that order, from the order book. A reference says nothing of a person. */
function followFan(): void {
  const reference = /^#fans=([A-Z0-9]{3}-[A-Z0-9]{3})$/.exec(location.hash)?.[1];
  if (reference !== undefined && lookedAt('fans') !== undefined) void fans.lookFor(reference);
}

function arrive(): void {
  // From the address again: a sign-in may have led back to a part.
  page.turn({ part: partOf(location.hash) });
  follow();
  followFan();
  void readScopes().then((scopes) => page.turn({ scopes }));
}

/** One on-sale, or all at once: an empty name. */
function choose(onSale: string): void {
  history.replaceState(null, '', `?on-sale=${encodeURIComponent(onSale)}${location.hash}`);
  page.turn({ onSale: onSale === '' ? undefined : onSale, ...(onSale === '' && { levers: undefined }) });
  fans.forget();
  follow();
}

followPresses();
onReturn(() => sale.look());
void house.look();
void readSeason().then((season) => {
  const onSales = season.ok ? season.body.onSales : [];
  const wanted = onSales.find(({ id }) => id === asked('on-sale'));
  const chosen = asked('on-sale') === '' ? undefined : (wanted ?? nextOnSale(onSales, theatreTime()));
  if (season.ok) keepBoxOffice(season.body.boxOffice);
  page.turn({ onSales, season: season.ok ? season.body : undefined, onSale: chosen?.id });
  follow();
  followFan();
});
// Each figure shows its age.
everySecond(() => page.state().picture && page.turn({}));
window.addEventListener('hashchange', () => {
  page.turn({ part: partOf(location.hash) });
  follow();
  followFan();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
});
