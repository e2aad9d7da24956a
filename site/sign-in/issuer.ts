/*
 * The issuer that people of the house sign in with, as a session sees it: OpenID Connect by authorization code with PKCE.
 * No page of ours sees a password.
 */

export interface Issuer {
  /** The address of the issuer's page, and what must be kept until the person comes back from it. */
  readonly begin: (redirect: string) => Promise<Begun | NoTokens>;
  /** Takes what the address says after the return for tokens. */
  readonly finish: (returned: URLSearchParams, kept: KeptSignIn) => Promise<Tokens | NoTokens>;
  readonly renew: (refresh: string) => Promise<Tokens | NoTokens>;
  /** Ends a refresh token, where the issuer can. */
  readonly revoke: (refresh: string) => Promise<void>;
  /** The address that ends the sign-in at the issuer; undefined where it has none. */
  readonly leave: (redirect: string, idToken: string | undefined) => Promise<string | undefined>;
}

export interface Begun {
  readonly ok: true;
  readonly address: string;
  readonly kept: KeptSignIn;
}

/** Known to this tab alone, so that an answer to a question of somebody else is found out. */
export interface KeptSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirect: string;
}

export interface Tokens {
  readonly ok: true;
  readonly access: string;
  /** Absent where the issuer gives none: then a person signs in again. */
  readonly refresh?: string;
  readonly id?: string;
  /** Milliseconds for which the access token is good. */
  readonly lastsMs: number;
}

export interface NoTokens {
  readonly ok: false;
  readonly trouble: SignInTrouble;
}

/**
 * `refused`: the issuer did not sign the person in. `over`: the sign-in has ended. `away`: the issuer does not answer.
 * `clock`: the clock of this device is off. `mismatch`: the answer is not to a question of this tab.
 */
export type SignInTrouble = 'refused' | 'over' | 'away' | 'clock' | 'mismatch';

export const noTokens = (trouble: SignInTrouble): NoTokens => ({ ok: false, trouble });
