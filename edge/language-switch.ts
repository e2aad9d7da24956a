import { type Language, languageNamed } from '../contracts/languages.ts';
import type { EdgeRequest, EdgeValue } from './edge-runtime.d.ts';

/**
 * A fan changes the language with `?lang=cy` on any page. The answer keeps the choice and leads to the same address
 * without it, so that an address that is shared or kept says nothing of a language. All other parameters of the address
 * stay. The browser keeps a fragment by itself.
 */
export function chosenLanguage(request: EdgeRequest): Language | undefined {
  const asked = request.querystring.lang;
  return asked && languageNamed(asked.value);
}

/** `path` is in its one spelling: with a single slash at its beginning it leads nowhere but here. */
export function withoutChoice(path: string, querystring: Record<string, EdgeValue>): string {
  const query = Object.keys(querystring)
    .filter((name) => name !== 'lang')
    .map((name) => {
      const sent = querystring[name] as EdgeValue;
      return (sent.multiValue ?? [sent]).map((one) => `${escaped(name)}=${escaped(one.value)}`).join('&');
    })
    .join('&');
  return `${escaped(path) || '/'}${query && '?'}${query}`;
}

/**
 * Everything arrives as it was sent. Characters that may not stand in a header, or would end the value, are escaped.
 */
function escaped(text: string): string {
  try {
    return text.replace(/[^\w.~!$'()*,;:@/?%+-]+/g, (characters) => encodeURIComponent(characters));
  } catch (_halfACharacter) {
    return '';
  }
}
