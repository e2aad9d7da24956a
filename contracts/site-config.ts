/** `/config.json`: what a deployment tells its pages. */
export interface SiteConfig {
  /** Base address of boards and draw sheets, e.g. `https://live.tickets.example.org`; empty is the site's own. */
  readonly live: string;
  /** Ways to pay that this stage offers. */
  readonly payments?: readonly string[];
  /** Only where Stripe takes the cards: the key that is for pages, and the address of Stripe's script. */
  readonly stripe?: { readonly publishableKey: string; readonly js: string };
  /** Where the people of the house sign in. */
  readonly signIn?: SignInOnPages;
}

/** A page signs somebody in by these: OpenID Connect, with authorization code and PKCE. */
export interface SignInOnPages {
  /** As its tokens name it. */
  readonly issuer: string;
  readonly clientId: string;
  /** All that is asked for, with blanks between. */
  readonly scope: string;
  /** The address that ends a sign-in at Cognito, which has a way of its own: it wants `client_id` and `logout_uri`. */
  readonly signOut?: string;
}

/** The `cache-control` of the site's own files. */
export const siteCacheControl = {
  /** Each file in `assets/` carries a hash in its name. */
  assets: 'public, max-age=31536000, immutable',
  /**
   * A browser asks each time, since the same address is another page once a fan chose another language: the tags of
   * the two differ. For the CDN they are two paths, and it may keep each for a minute.
   */
  pages: 'public, max-age=0, s-maxage=60, must-revalidate',
  /**
   * Of a document that stands in the place of a file which is not there. The CDN keeps what it says for as long, and a
   * whole crowd waits for a draw sheet that is a second away.
   */
  problems: 'public, max-age=0, s-maxage=1, must-revalidate',
} as const;
