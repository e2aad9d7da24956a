import { type Language, languageCookie, languageFor } from '../contracts/languages.ts';
import type { EdgeCookie, EdgeEvent, EdgeRequest, EdgeResponse } from './edge-runtime.d.ts';
import { chosenLanguage, withoutChoice } from './language-switch.ts';
import { normalPath } from './normal-path.ts';
import { refuse } from './refuse.ts';
import { fileOfPage, hostOf, isWorthBorrowing, languageInPath } from './site-path.ts';

/** Every request for the site: one spelling of the path, the file of the page in the fan's language, and no borrowed pictures. */
export function handler(event: EdgeEvent): EdgeRequest | EdgeResponse {
  const request = event.request;
  const asked = normalPath(request.uri);
  if (asked === undefined)
    return refuse('bad-request', 'The address is not of the right form. Start again from the home page.');
  if (/^\/api(?:\/|$)/i.test(asked))
    return refuse('not-found', 'Addresses of the API are in small letters: the page /developers has them all.');
  const named = languageInPath(asked);
  const path = named === undefined ? asked : asked.slice(3) || '/';
  if (isWorthBorrowing(path) && comesFromElsewhere(request)) {
    return refuse('not-for-other-sites', 'Link to a page of this site instead.');
  }
  const chosen = chosenLanguage(request);
  if (chosen !== undefined) return goOnIn(chosen, withoutChoice(path, request.querystring));
  const language = named ?? languageOf(request);
  const file = fileOfPage(path, language);
  if (file === undefined) return noSuchPage(language);
  request.uri = file;
  return request;
}

function languageOf(request: EdgeRequest): Language {
  return languageFor(request.cookies[languageCookie]?.value, request.headers['accept-language']?.value);
}

/** A missing referer proves nothing: some browsers and readers send none, and they are served. */
function comesFromElsewhere(request: EdgeRequest): boolean {
  const referer = request.headers.referer;
  const host = request.headers.host;
  const from = referer ? hostOf(referer.value) : undefined;
  if (from === undefined || host === undefined || from === host.value.toLowerCase()) return false;
  const welcome = __LINKED_FROM__;
  return welcome !== null && welcome.indexOf(from) < 0;
}

function goOnIn(language: Language, address: string): EdgeResponse {
  const cookies: Record<string, EdgeCookie> = {};
  cookies[languageCookie] = { value: language, attributes: 'Path=/; Max-Age=31536000; Secure; SameSite=Lax' };
  return {
    statusCode: 302,
    headers: { location: { value: address }, 'cache-control': { value: 'no-store' } },
    cookies: cookies,
  };
}

/** The one no that is a page: a person came by a wrong address. */
function noSuchPage(language: Language): EdgeResponse {
  return {
    statusCode: 404,
    headers: { 'content-type': { value: 'text/html; charset=utf-8' }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: __NOT_FOUND_PAGES__[language] as string },
  };
}
