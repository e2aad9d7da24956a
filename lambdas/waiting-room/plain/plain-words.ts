import type { Language } from '../../../contracts/languages.ts';
import { plainWelsh } from './plain-words-cy.ts';
import { plainGerman } from './plain-words-de.ts';
import { type PlainWords, plainEnglish } from './plain-words-en.ts';
import { plainSpanish } from './plain-words-es.ts';
import { plainFrench } from './plain-words-fr.ts';

/** What the page without JavaScript says, by language. */
export const plainWords: Readonly<Record<Language, PlainWords>> = {
  en: plainEnglish,
  cy: plainWelsh,
  fr: plainFrench,
  de: plainGerman,
  es: plainSpanish,
};
export type { PlainWords };
