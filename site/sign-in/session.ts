import { type Issuer, type NoTokens, noTokens, type Tokens } from './issuer.ts';
import type { KeptTokens, SignInStore } from './sign-in.store.ts';

/*
 * Somebody's session at this site, in this tab:
 *
 *     nobody ──signIn──▶ at the issuer ──finish──▶ signed in ──token, again and again──▶ signed in
 *       ▲                     │ refused, mismatch      │ signOut, or the issuer ends it
 *       └─────────────────────┴────────────────────────┘
 *
 * An access token is renewed shortly before it ends. Two who ask at once renew it once: a refresh token may serve once.
 */

export interface SessionDeps {
  readonly issuer: Issuer;
  readonly store: Omit<SignInStore, 'takeSignedOut'>;
  /** Milliseconds since the epoch, by this device. */
  readonly now: () => number;
  /** The page that the issuer sends people back to, whole. */
  readonly redirect: string;
}

export interface StaffSession {
  /** The address to go to, to be signed in. @param backTo Path, query and fragment of where the person is. */
  readonly signIn: (backTo: string) => Promise<{ readonly ok: true; readonly address: string } | NoTokens>;
  /** What became of a sign-in, by the address that the issuer sent the person to; undefined if it did not. */
  readonly finish: (
    returned: URLSearchParams,
  ) => Promise<{ readonly ok: true; readonly backTo: string } | NoTokens | undefined>;
  readonly isSignedIn: () => boolean;
  /** A good access token. @param refused One that the API did not take: it is not given again. */
  readonly token: (refused?: string) => Promise<{ readonly ok: true; readonly access: string } | NoTokens>;
  /** This tab forgets who it was. */
  readonly forget: () => void;
  /** Ends it here and at the issuer. The address to go to; undefined if all is done. */
  readonly signOut: () => Promise<string | undefined>;
}

/** So long before its end a token is renewed: a request that is slow still arrives with a good one. */
export const renewedBeforeMs = 60_000;

export function openSession({ issuer, store, now, redirect }: SessionDeps): StaffSession {
  let renewing: Promise<Tokens | NoTokens> | undefined;

  const keep = ({ access, refresh, id, lastsMs }: Tokens): KeptTokens => {
    const before = store.tokens();
    const idToken = id ?? before?.id;
    const kept = {
      access,
      ...(refresh !== undefined && { refresh }),
      ...(idToken !== undefined && { id: idToken }),
      until: now() + lastsMs,
    };
    store.keepTokens(kept);
    return kept;
  };

  async function renewed({ access, refresh, until }: KeptTokens, refused?: string): ReturnType<StaffSession['token']> {
    const isGood = now() < until && access !== refused;
    if (refresh === undefined) return isGood ? { ok: true, access } : ended();
    renewing ??= issuer.renew(refresh).finally(() => {
      renewing = undefined;
    });
    const tokens = await renewing;
    // Somebody signed out meanwhile.
    if (store.tokens() === undefined) return noTokens('over');
    if (tokens.ok) return { ok: true, access: keep(tokens).access };
    if (tokens.trouble === 'over' || tokens.trouble === 'refused') return ended();
    // The token that is there is still good while the issuer is away.
    return isGood ? { ok: true, access } : tokens;
  }

  const ended = (): NoTokens => {
    store.dropTokens();
    return noTokens('over');
  };

  return {
    async signIn(backTo) {
      const begun = await issuer.begin(redirect);
      if (!begun.ok) return begun;
      store.keepPending({ ...begun.kept, backTo });
      return { ok: true, address: begun.address };
    },

    async finish(returned) {
      if (!returned.has('state') && !returned.has('code') && !returned.has('error')) return undefined;
      const pending = store.pending();
      if (pending === undefined) return noTokens('mismatch');
      // An answer counts once, whatever becomes of it.
      store.dropPending();
      const tokens = await issuer.finish(returned, pending);
      if (!tokens.ok) return tokens.trouble === 'over' ? noTokens('refused') : tokens;
      keep(tokens);
      return { ok: true, backTo: pathOfOurs(pending.backTo) };
    },

    isSignedIn: () => store.tokens() !== undefined,

    async token(refused) {
      const kept = store.tokens();
      if (kept === undefined) return noTokens('over');
      const isFresh = now() < kept.until - renewedBeforeMs && kept.access !== refused;
      return isFresh ? { ok: true, access: kept.access } : renewed(kept, refused);
    },

    forget: () => store.dropTokens(),

    async signOut() {
      const kept = store.tokens();
      store.dropTokens();
      store.dropPending();
      store.keepSignedOut();
      // An issuer that is away ends the token later by itself; here it is gone already.
      if (kept?.refresh !== undefined) await issuer.revoke(kept.refresh).catch(() => undefined);
      return issuer.leave(redirect, kept?.id).catch(() => undefined);
    },
  };
}

/** A path of this site. Whoever could write into the tab's memory shall not send people elsewhere. */
export function pathOfOurs(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
