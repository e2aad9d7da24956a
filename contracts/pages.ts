/**
 * The site's pages: each is `site/<name>.html`, built by Vite and found by the edge under `/<name>`. The
 * fans' pages are built in every language (contracts/languages.ts), those for staff and for developers in English.
 */
export const fanPages = ['index', 'show', 'line', 'hall', 'checkout', 'order', 'check', 'ledger'] as const;
export const englishPages = ['order-book', 'door', 'developers'] as const;

/** The place in the build of a fan's page: English at the top, every other language in a folder of its own. */
export function fileInLanguage(page: string, language: string): string {
  return language === 'en' ? `${page}.html` : `${language}/${page}.html`;
}
