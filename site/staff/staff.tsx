import { type SignedIn, staffPage } from '../../contracts/sign-in.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import { ask, codeOf, type Trouble } from '../api.ts';
import { browser, go, learnTime, readSeason, theatreTime } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { followPresses } from '../elements/presses.ts';
import { issuerAt } from '../sign-in/issuer.gateway.ts';
import type { SignInTrouble } from '../sign-in/issuer.ts';
import { openSession, type StaffSession } from '../sign-in/session.ts';
import { signInStore } from '../sign-in/sign-in.store.ts';
import { openWhenWhole } from '../whole-page.tsx';
import { readMe } from './staff-api.ts';
import { StaffPage } from './staff-view.tsx';

export interface StaffState {
  /** `unset`: this site has no sign-in. `going`: to the issuer, or back from it. */
  readonly at: 'looking' | 'unset' | 'out' | 'going' | 'in';
  readonly going?: 'in' | 'out' | undefined;
  readonly me?: SignedIn | undefined;
  /** Signed out a moment ago. */
  readonly wasOut?: boolean;
  readonly signInTrouble?: SignInTrouble | undefined;
  readonly trouble?: Trouble | undefined;
}

const page = openWhenWhole<StaffState>(
  { at: 'looking' },
  (state) => (
    <StaffPage
      state={state}
      onSignIn={() => void signIn()}
      onSignOut={() => void signOut()}
      onAgain={() => void look()}
    />
  ),
  ({ at }) => at !== 'looking',
);
let session: StaffSession | undefined;

/** What is needed for a sign-in, from the site's configuration; undefined once the page has said why there is none. */
async function opened(): Promise<StaffSession | undefined> {
  if (session) return session;
  const config = await ask<Partial<SiteConfig>>(browser, { url: '/config.json', cache: 'no-store', tries: 2 });
  if (!config.ok) {
    page.turn({ at: 'out', trouble: config.trouble });
    return undefined;
  }
  learnTime(config.seen);
  if (!config.body.signIn) {
    page.turn({ at: 'unset' });
    return undefined;
  }
  session = openSession({
    issuer: issuerAt(config.body.signIn, () => theatreTime() - browser.now()),
    store: signInStore,
    now: browser.now,
    redirect: location.origin + staffPage,
  });
  return session;
}

async function look(): Promise<void> {
  page.turn({ trouble: undefined, signInTrouble: undefined });
  const open = await opened();
  if (!open) return bringToNews();
  const finished = await open.finish(new URLSearchParams(location.search));
  // Neither the code nor what went wrong stays in the address or in the history.
  if (finished) history.replaceState(null, '', staffPage);
  if (finished?.ok === false) return out(finished.trouble);
  if (finished?.ok && finished.backTo !== staffPage) return location.replace(finished.backTo);
  if (!open.isSignedIn()) return page.turn({ at: 'out', wasOut: signInStore.takeSignedOut() });
  const token = await open.token();
  if (!token.ok) return out(token.trouble);
  const me = await readMe(browser, token.access);
  if (me.ok) {
    learnTime(me.seen);
    return page.turn({ at: 'in', me: me.body });
  }
  const code = codeOf(me.trouble);
  if (code === 'sign-in-over' || code === 'sign-in-missing') {
    open.forget();
    return out('over');
  }
  if (code === 'sign-in-busy') return out('away');
  page.turn({ at: 'out', trouble: me.trouble });
  bringToNews();
}

function out(signInTrouble: SignInTrouble): void {
  page.turn({ at: 'out', going: undefined, me: undefined, signInTrouble });
  bringToNews();
}

async function signIn(): Promise<void> {
  const open = await opened();
  if (!open) return;
  page.turn({ at: 'going', going: 'in', signInTrouble: undefined, trouble: undefined });
  const begun = await open.signIn(staffPage);
  if (begun.ok) go(begun.address);
  else out(begun.trouble);
}

async function signOut(): Promise<void> {
  page.turn({ at: 'going', going: 'out' });
  const address = await session?.signOut();
  if (address !== undefined) return go(address);
  page.turn({ at: 'out', me: undefined, wasOut: signInStore.takeSignedOut() });
  bringToNews();
}

// Only this spelling of the address may speak to the issuer (contracts/answer-headers.ts).
if (location.pathname === staffPage) {
  followPresses();
  void look();
  // The name of the house over the door.
  void readSeason().then(() => page.turn({}));
  // Back from the issuer by the browser's button: the page as it was left waits for nothing.
  window.addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
} else location.replace(staffPage + location.search);
