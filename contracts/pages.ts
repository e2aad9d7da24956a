/**
 * The site's pages: each is `site/<name>.html`, built by Vite and found by the edge under `/<name>`. The fans' pages and
 * that of the staff are built in every language (contracts/languages.ts), older ones for staff and that for developers in
 * English.
 */
export const pagesInLanguages = [
  'index',
  'show',
  'line',
  'hall',
  'checkout',
  'order',
  'check',
  'ledger',
  'staff',
] as const;
export const englishPages = ['order-book', 'control-room', 'door', 'developers'] as const;

/**
 * The place of a page that is in every language: English at the top, every other language in a folder of its own. The season is published
 * with what is on (`published.seasonPage`); until it is, the build's page of the same place is shown.
 */
export function fileInLanguage(page: string, language: string): string {
  if (page === 'index') return `${publishedPages}/${language}/season.html`;
  return language === 'en' ? `${page}.html` : `${language}/${page}.html`;
}

/** The pages that are published with what is on, by language. */
export const publishedPages = 'catalogue/pages';

/** The address of a show's page. */
export const addressOfShow = (show: string) => `/shows/${show}`;

/**
 * Files of the build that published pages load. Their names stay, so that pages which were published before a deployment
 * have the newest styles and scripts.
 */
export const entryOf = {
  script: (page: 'index' | 'show', language: string) => `/entry/${language}/${page}.js`,
  styles: (page: 'index' | 'show') => `/entry/${page}.css`,
} as const;

/**
 * The page for a person who came by the address of a file that is not there, e.g. of a show that never was. The
 * distribution has one such page for everybody, and knows no language by then. So it says it in all of them.
 */
export const notTherePage = '/not-there.html';

/**
 * The page for an address that is none, as the function at the edge has it: without what a status of 404 says anyway, and
 * without letters that HTML does not need. CloudFront takes a function of 10,240 bytes, five such pages among them.
 */
export function bareNotFoundPage(html: string): string {
  return html
    .replace(/\n\s*/g, '')
    .replace(/<meta name="robots"[^>]*>/, '')
    .replaceAll(' />', '>');
}
