import { type Language, languageCookie, languageFor } from '../contracts/languages.ts';
import type { EdgeCookie, EdgeEvent, EdgeRequest, EdgeResponse } from './edge-runtime.d.ts';
import { chosenLanguage, withoutChoice } from './language-switch.ts';
import { normalPath } from './normal-path.ts';
import { fileOfPage, hostOf, isWorthBorrowing, languageInPath } from './site-path.ts';

/** Every request for the site: one spelling of the path, the file of the page in the fan's language, and no borrowed pictures. */
export function handler(event: EdgeEvent): EdgeRequest | EdgeResponse {
  const request = event.request;
  const asked = normalPath(request.uri);
  if (asked === undefined) return answer(400, 'text/plain', 'This address is not of the right form.\n');
  const named = languageInPath(asked);
  const path = named === undefined ? asked : asked.slice(3) || '/';
  if (isWorthBorrowing(path) && comesFromElsewhere(request)) {
    return answer(403, 'text/plain', 'This file is for the pages of this site only.\n');
  }
  const chosen = chosenLanguage(request);
  if (chosen !== undefined) return goOnIn(chosen, withoutChoice(path, request.querystring));
  const language = named ?? languageOf(request);
  const file = fileOfPage(path, language);
  if (file === undefined) return answer(404, 'text/html', __NOT_FOUND_PAGES__[language] as string);
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
  return from !== undefined && host !== undefined && from !== host.value.toLowerCase();
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

function answer(statusCode: number, type: string, data: string): EdgeResponse {
  return {
    statusCode: statusCode,
    headers: { 'content-type': { value: `${type}; charset=utf-8` }, 'cache-control': { value: 'no-store' } },
    body: { encoding: 'text', data: data },
  };
}
