import { type Language, languageNamed } from '../contracts/languages.ts';
import { englishPages, fileInLanguage, pagesInLanguages, publishedPages } from '../contracts/pages.ts';

/**
 * Clean addresses for static pages. A page is a file named after it (`/line` is `/line.html`, `/` is
 * `/index.html`); a fan's page has one for each language. Any other path whose last part has an extension
 * is a file, and stays as it is. Every other address is no page, and undefined: the bucket's own answer
 * would be a few lines of XML.
 */
export function fileOfPage(path: string, language: Language): string | undefined {
  if (/^\/shows\/[a-z0-9-]+$/.test(path)) return `/${publishedPages}/${language}${path}.html`;
  const name = pageOf(path);
  if (isIn(pagesInLanguages, name)) return `/${fileInLanguage(name, language)}`;
  if (isIn(englishPages, name)) return `/${name}.html`;
  return isFile(path) ? path : undefined;
}

/**
 * `/cy` and `/cy/shows/lear` are the season and a show in Welsh, whatever the fan reads else: for search engines, which
 * choose no language.
 */
export function languageInPath(path: string): Language | undefined {
  const found = /^\/([a-z]{2})(?:\/shows\/[^/]+)?$/.exec(path);
  return found ? languageNamed(found[1]) : undefined;
}

/** `/`, `/index`, `/Index.html` → `index` */
function pageOf(path: string): string {
  const lower = path.toLowerCase();
  return lower === '/' ? 'index' : lower.slice(1).replace(/\.html$/, '');
}

const isIn = (list: readonly string[], name: string) => list.indexOf(name) >= 0;

export function isFile(path: string): boolean {
  return /\.[A-Za-z0-9]{1,12}$/.test(path);
}

/** Pictures, fonts and scripts. Other sites would borrow these at the venue's cost. */
export function isWorthBorrowing(path: string): boolean {
  return /\.(?:avif|gif|ico|jpe?g|png|svg|webp|otf|ttf|woff2?|m?js)$/i.test(path);
}

/** The host that a `referer` names, with its port; undefined when it names none. */
export function hostOf(referer: string): string | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(referer);
  return match ? (match[1] as string).toLowerCase() : undefined;
}
