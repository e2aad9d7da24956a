import type { HttpAnswer, HttpRequest, Route, Told } from './route.ts';

/** Most forms are of a few fields: a number, a postcode, a link. */
const usualForm = 10_000;

/** The request of a browser without JavaScript. Nothing of it is checked yet. */
export interface Asked {
  readonly path: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
  /** Of a form that was sent; empty otherwise. */
  readonly form: URLSearchParams;
  /** Milliseconds since the epoch, of the clock on this machine. */
  readonly now: number;
}

/** The answer to a browser: a page, or the address to go on to. */
export interface Shown extends Told {
  readonly status: number;
  readonly html?: string;
  /** With 303. */
  readonly location?: string;
  /** Whole values of `set-cookie`. */
  readonly cookies?: readonly string[];
  /** The answer to a form, which the browser's Back button is to show again without sending the form once more. */
  readonly mayGoBack?: boolean;
  /** After so long the browser asks again. */
  readonly refreshMs?: number | undefined;
}

/**
 * A route for people without JavaScript: forms come in and pages go out. `fault` is the page for a fault of ours, with the
 * trace by which staff find it.
 */
export function pageRoute(
  fault: (asked: Asked, trace?: string) => string,
  act: (asked: Asked) => Promise<Shown>,
  /** Characters of a form's body. */
  { largestForm = usualForm }: { readonly largestForm?: number } = {},
): Route {
  return {
    answer: async (request, now) => answer(await act(read(request, now, largestForm))),
    fault: (_error, request, now, trace) =>
      answer({ status: 500, html: fault(read(request, now, largestForm), trace), refreshMs: 10_000 }),
    pastTheEdge: { status: 403, headers: { 'content-type': 'text/plain' }, body: 'Use the address of the site.\n' },
  };
}

function read({ path, query, headers, cookies, body }: HttpRequest, now: number, largest: number): Asked {
  return { path, query, headers, cookies: cookiesOf(cookies), form: formOf(headers, body, largest), now };
}

/** The first of a name wins, as the most specific path stands first. */
function cookiesOf(pairs: readonly string[]): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
}

/** A body that is no form, or larger than any of ours, is an empty form. */
function formOf(headers: HttpRequest['headers'], body: string, largest: number): URLSearchParams {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  return new URLSearchParams(isForm && body.length <= largest ? body : '');
}

function answer({ status, html, location, cookies, mayGoBack, refreshMs, counted, noted }: Shown): HttpAnswer {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': mayGoBack ? 'private, no-cache' : 'no-store',
      ...(location !== undefined && { location }),
      // The header that `<meta http-equiv="refresh">` stands for.
      ...(refreshMs !== undefined && { refresh: `${Math.ceil(refreshMs / 1000)}` }),
    },
    ...(cookies && cookies.length > 0 && { cookies }),
    body: html ?? '',
    ...(counted && { counted }),
    ...(noted && { noted }),
  };
}
