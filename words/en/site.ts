/* The words of every page. Each page has a file of words beside this one, so that no page carries another's. */

export const siteWords = {
  timeLeft: 'Time to shop',
  footer: 'A fair line, drawn by lot. Nobody can buy, sell or jump a place.',
  languages: 'Language',
  tryAgain: 'Try again',
  toSeason: 'See the whole season',
  missing: 'This is not on the bill',
  missingDetail: 'It may have been taken off, or the address has a slip in it.',
  unreachable: 'We cannot reach the box office',
  unreachableDetail: 'It may be your connection or ours. Nothing of yours is lost: wait a moment and try again.',
  /** Before the number by which a fault is found in the logs. */
  trace: 'For our staff:',
};

export type SiteWords = typeof siteWords;
