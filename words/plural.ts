import { language } from './en/language.ts';

const rules = new Intl.PluralRules(language);

/** `plural(n, { one: '1 seat', other: '… seats' })`: the form that the language has for this number. A form left out is `other`. */
export function plural(
  n: number,
  forms: { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string },
): string {
  return forms[rules.select(n)] ?? forms.other;
}
