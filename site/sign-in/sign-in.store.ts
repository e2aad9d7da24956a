import { tab } from '../box.store.ts';
import type { KeptSignIn } from './issuer.ts';

/*
 * What this tab remembers of a sign-in. It is gone with the tab, and no other tab and no other site reads it. Tokens are
 * nowhere else: not in `localStorage`, not in a cookie, not in an address.
 */

export interface KeptTokens {
  readonly access: string;
  readonly refresh?: string;
  readonly id?: string;
  /** Milliseconds since the epoch, by this device. */
  readonly until: number;
}

/** A sign-in under way, and where the person was. */
export interface Pending extends KeptSignIn {
  readonly backTo: string;
}

const name = { tokens: 'stampede.sign-in', pending: 'stampede.sign-in-pending', out: 'stampede.signed-out' } as const;

export const signInStore = {
  tokens: () => tab.read<KeptTokens>(name.tokens),
  keepTokens: (tokens: KeptTokens) => tab.put(name.tokens, JSON.stringify(tokens)),
  dropTokens: () => tab.drop(name.tokens),

  pending: () => tab.read<Pending>(name.pending),
  keepPending: (pending: Pending) => tab.put(name.pending, JSON.stringify(pending)),
  dropPending: () => tab.drop(name.pending),

  /** The person went to the issuer to sign out there too: true once, when they come back. */
  takeSignedOut: () => {
    const was = tab.get(name.out) !== undefined;
    tab.drop(name.out);
    return was;
  },
  keepSignedOut: () => tab.put(name.out, 'yes'),
};

export type SignInStore = typeof signInStore;
