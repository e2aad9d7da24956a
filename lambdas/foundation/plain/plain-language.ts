import { type Language, languageCookie, languageFor, languageNamed } from '../../../contracts/languages.ts';
import type { Asked, Shown } from '../page-route.ts';

/** The language, by the rule of all pages. */
export function languageOf({ cookies, headers }: Pick<Asked, 'cookies' | 'headers'>): Language {
  return languageFor(cookies.get(languageCookie), headers['accept-language']);
}

/** `?lang=` keeps the choice and comes back without it. */
export function switchLanguage({ query }: Asked, path: string): Shown | undefined {
  const language = languageNamed(query.lang);
  if (!language) return undefined;
  const cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; Secure; SameSite=Lax`;
  return { status: 303, location: encodeURI(path), cookies: [cookie] };
}
