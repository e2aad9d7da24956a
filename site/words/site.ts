import type { Trouble } from '../api.ts';

/* What every page may say. Each page has a file of words beside this one, so that no page carries another's. */

export const siteWords = {
  home: 'Box office',
  skip: 'Skip to content',
  timeLeft: 'Time to shop',
  timeLeftFull: (left: string) => `${left} left to shop`,
  footer: 'A fair line, drawn by lot. Nobody can buy, sell or jump a place.',
  tryAgain: 'Try again',
  toSeason: 'See the whole season',
  offline: 'You seem to be offline. We go on as soon as you are back; nothing is lost.',
  slow: 'This is taking longer than usual. Please stay, we keep trying.',
};

/** A trouble in plain words: what happened, and what to do. */
export function troubleWords(trouble: Trouble): { readonly title: string; readonly detail: string } {
  if (trouble.kind === 'refused') return { title: trouble.problem.title, detail: trouble.problem.detail };
  if (trouble.kind === 'missing') {
    return { title: 'This is not on the bill', detail: 'It may have been taken off, or the address has a slip in it.' };
  }
  return {
    title: 'We cannot reach the theatre',
    detail: 'It may be your connection or ours. Nothing of yours is lost: wait a moment and try again.',
  };
}
