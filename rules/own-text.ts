import type { OwnText } from '../contracts/answers.ts';
import type { Language } from '../contracts/languages.ts';

/**
 * The text of a venue's own answer for a reader of this language: theirs, else English, else the first that there is.
 * `lang` says which it is; it is left out where the venue wrote one text for everybody, of a language that nobody named.
 */
export function ownTextIn(said: OwnText, language: Language): { readonly text: string; readonly lang?: Language } {
  if (typeof said === 'string') return { text: said };
  const others = Object.entries(said) as [Language, string][];
  const [lang, text] =
    others.find(([one]) => one === language) ?? others.find(([one]) => one === 'en') ?? others[0] ?? [];
  return { text: text ?? '', ...(lang && { lang }) };
}
