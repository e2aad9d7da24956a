import { type SignedIn, staffPage } from '../../contracts/sign-in.ts';
import type { SiteConfig } from '../../contracts/site-config.ts';
import type { StaffPermission } from '../../contracts/staff.ts';
import { type Answer, ask, codeOf, type Trouble } from '../api.ts';
import { browser, go, learnTime, theatreTime } from '../browser.gateway.ts';
import { bringToNews } from '../elements/news.ts';
import { issuerAt } from './issuer.gateway.ts';
import type { SignInTrouble } from './issuer.ts';
import { readMe, signInOver } from './me-api.ts';
import { openSession, type StaffSession } from './session.ts';
import { signInStore } from './sign-in.store.ts';

/*
 * A page on which people of the house sign in: the staff's own, the order book, the door.
 *
 *     looking ─┬▶ out ──signIn──▶ going: to the issuer, and by way of /staff back to this very address
 *              └▶ in ──the sign-in ends──▶ out, and `me` stays: so does all that is on the page
 *
 * Whatever the page asks of the API it asks through `ask`, which renews a token that is over, once, and says nothing.
 */

export interface WhoIsIn {
  /** `unset`: this site has no sign-in. `going`: to the issuer, or back from it. */
  readonly at: 'looking' | 'unset' | 'out' | 'going' | 'in';
  readonly going?: 'in' | 'out' | undefined;
  /** Who is in, or was until their sign-in ended. */
  readonly me?: SignedIn | undefined;
  /** Signed out a moment ago. */
  readonly wasOut?: boolean;
  readonly signInTrouble?: SignInTrouble | undefined;
  /** Why it cannot be known who is in. */
  readonly trouble?: Trouble | undefined;
}

export const nobodyYet: WhoIsIn = { at: 'looking' };

export const mayNow = ({ me }: WhoIsIn, permission: StaffPermission): boolean =>
  me?.permissions.includes(permission) ?? false;

export interface SignedInPage {
  /** Finds out who is in. */
  readonly look: () => Promise<void>;
  readonly signIn: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly ask: <Body>(question: (access: string) => Promise<Answer<Body>>) => Promise<Answer<Body>>;
}

export interface SignedInDeps {
  /** Path of the page: only this spelling of it may speak to the issuer (contracts/answer-headers.ts). */
  readonly page: string;
  readonly who: () => WhoIsIn;
  readonly turn: (who: WhoIsIn) => void;
  /** Just before the tab goes to the issuer: what the page would lose may be kept. */
  readonly onLeaving?: () => void;
}

export function openSignedIn({ page, who, turn, onLeaving }: SignedInDeps): SignedInPage {
  let session: StaffSession | undefined;
  const change = (changed: Partial<WhoIsIn>) => turn({ ...who(), ...changed });

  /** What is needed for a sign-in, from the site's configuration; undefined once the page has said why there is none. */
  async function opened(): Promise<StaffSession | undefined> {
    if (session) return session;
    const config = await ask<Partial<SiteConfig>>(browser, { url: '/config.json', cache: 'no-store', tries: 2 });
    if (!config.ok) {
      change({ at: 'out', trouble: config.trouble });
      return undefined;
    }
    learnTime(config.seen);
    if (!config.body.signIn) {
      change({ at: 'unset' });
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

  function out(signInTrouble: SignInTrouble): void {
    change({ at: 'out', going: undefined, signInTrouble });
    bringToNews();
  }

  /** What became of a sign-in that this page was sent back from. True if all is said or done. */
  async function finished(open: StaffSession): Promise<boolean> {
    const returned = location.pathname === staffPage && (await open.finish(new URLSearchParams(location.search)));
    if (!returned) return false;
    // Neither the code nor what went wrong stays in the address or in the history.
    const backTo = returned.ok ? returned.backTo : staffPage;
    if (new URL(backTo, location.origin).pathname !== staffPage) {
      location.replace(backTo);
      return true;
    }
    history.replaceState(null, '', backTo);
    if (!returned.ok) out(returned.trouble);
    return !returned.ok;
  }

  async function look(): Promise<void> {
    if (location.pathname !== page) return location.replace(page + location.search + location.hash);
    change({ trouble: undefined, signInTrouble: undefined });
    const open = await opened();
    if (!open) return bringToNews();
    if (await finished(open)) return;
    if (!open.isSignedIn()) return change({ at: 'out', wasOut: signInStore.takeSignedOut() });
    const me = await asked((access) => readMe(browser, access));
    if (me.ok) {
      learnTime(me.seen);
      return change({ at: 'in', me: me.body });
    }
    if (me.trouble === signInOver) return;
    if (codeOf(me.trouble) === 'sign-in-busy') return out('away');
    change({ at: 'out', trouble: me.trouble });
    bringToNews();
  }

  async function asked<Body>(question: (access: string) => Promise<Answer<Body>>): Promise<Answer<Body>> {
    const open = await opened();
    if (!open) return { ok: false, trouble: signInOver };
    let refused: string | undefined;
    for (;;) {
      const token = await open.token(refused);
      if (!token.ok) {
        out(token.trouble);
        return { ok: false, trouble: signInOver };
      }
      if (who().at === 'out' && who().me) change({ at: 'in', signInTrouble: undefined, trouble: undefined });
      const answer = await question(token.access);
      if (answer.ok || !isOver(answer.trouble)) return answer;
      if (refused !== undefined) {
        open.forget();
        out('over');
        return { ok: false, trouble: signInOver };
      }
      refused = token.access;
    }
  }

  async function signIn(): Promise<void> {
    const open = await opened();
    if (!open) return bringToNews();
    change({ at: 'going', going: 'in', signInTrouble: undefined, trouble: undefined });
    const begun = await open.signIn(page + location.search + location.hash);
    if (!begun.ok) return out(begun.trouble);
    onLeaving?.();
    go(begun.address);
  }

  async function signOut(): Promise<void> {
    turn({ at: 'going', going: 'out' });
    const address = await session?.signOut();
    if (address !== undefined) return go(address);
    turn({ at: 'out', wasOut: signInStore.takeSignedOut() });
    bringToNews();
  }

  // Back from the issuer by the browser's button: the page as it was left waits for nothing.
  window.addEventListener('pageshow', ({ persisted }) => persisted && who().at === 'going' && location.reload());
  return { look, signIn, signOut, ask: asked };
}

const isOver = (trouble: Trouble): boolean => /^sign-in-(?:over|missing)$/.test(codeOf(trouble) ?? '');
