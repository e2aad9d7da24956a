import { slug } from '../../../contracts/ids.ts';
import { type Refusal, type RefusalCode, refusals, refuse } from '../../../contracts/refusals.ts';
import type { Said } from '../../../words/en/refusals.ts';
import type { Asked } from '../page-route.ts';
import { languageOf } from './plain-language.ts';
import { sentencePage } from './plain-page.ts';
import type { PlainPageWords } from './plain-words.ts';

/** Answers that all pages without JavaScript give alike. */

/** For a fault of ours. */
export function faultPage(asked: Asked, trace?: string): string {
  const path = slug.safeParse(asked.path.onSale).success ? `/plain/${asked.path.onSale}` : '/plain';
  return sentencePage(languageOf(asked), path, (words) => ({ title: words.trouble, text: words.fault, trace }));
}

/**
 * A form of another site is refused: the browser itself says where a form came from. A browser that is too old to say
 * sends no place along with such a form (the cookie is `SameSite=Lax`).
 */
export function fromElsewhere({ headers }: Pick<Asked, 'headers'>): Refusal | undefined {
  const site = headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  return isOurs ? undefined : refuse('not-from-this-page', 'Use the buttons on the page.');
}

/** In the fan's language where we have words for it; else as the API says it. */
export function saidIn(words: PlainPageWords, { refusal, detail }: Refusal): Said {
  const said: Partial<Readonly<Record<RefusalCode, Said>>> = words.refusals;
  return said[refusal] ?? { title: refusals[refusal].title, detail };
}
