import type { Language } from '../contracts/languages.ts';
import { plainWelsh } from './cy/plain.ts';
import { plainGerman } from './de/plain.ts';
import { type PlainWords, plainEnglish } from './en/plain.ts';
import { plainSpanish } from './es/plain.ts';
import { plainFrench } from './fr/plain.ts';

/** What the page without JavaScript says, by language. */
export const plainWords: Readonly<Record<Language, PlainWords>> = {
  en: plainEnglish,
  cy: plainWelsh,
  fr: plainFrench,
  de: plainGerman,
  es: plainSpanish,
};
export type { PlainWords };
