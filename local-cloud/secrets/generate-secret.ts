/**
 * The value that `GenerateSecretString` asks for. Characters are drawn one by one from the allowed ones, with at least
 * one of each kind if the template says so. The value is put into a JSON template under a key, if there is one. Chance
 * is given as a function, so that the rule can be tested.
 */
import type { Properties } from '../properties.ts';

const kinds = {
  lower: 'abcdefghijklmnopqrstuvwxyz',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  digits: '0123456789',
  punctuation: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
} as const;

const defaultLength = 32;
const mostCharacters = 4096;

/** @param below gives a whole number from 0 to one less than its argument, each as likely. */
export const generateSecret = (wish: Properties, below: (bound: number) => number): string => {
  wish.only([
    'PasswordLength',
    'ExcludeCharacters',
    'ExcludeLowercase',
    'ExcludeUppercase',
    'ExcludeNumbers',
    'ExcludePunctuation',
    'IncludeSpace',
    'RequireEachIncludedType',
    'SecretStringTemplate',
    'GenerateStringKey',
  ]);
  const length = wish.number('PasswordLength', defaultLength);
  if (!Number.isInteger(length) || length < 1 || length > mostCharacters) {
    wish.fail(`PasswordLength must be between 1 and ${mostCharacters}`);
  }
  const excluded = wish.optionalText('ExcludeCharacters') ?? '';
  const allowed = [
    wish.flag('ExcludeLowercase') ? '' : kinds.lower,
    wish.flag('ExcludeUppercase') ? '' : kinds.upper,
    wish.flag('ExcludeNumbers') ? '' : kinds.digits,
    wish.flag('ExcludePunctuation') ? '' : kinds.punctuation,
    wish.flag('IncludeSpace') ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((character) => !excluded.includes(character)))
    .filter((kind) => kind.length > 0);
  const all = allowed.flat();
  if (all.length === 0) wish.fail('no character is left to draw from');

  const draw = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const required = wish.flag('RequireEachIncludedType', true) ? allowed : [];
  if (required.length > length) wish.fail('PasswordLength is too short for one character of each kind');
  const characters = [...required.map(draw), ...Array.from({ length: length - required.length }, () => draw(all))];
  // The required ones stand first until here: swap each place with one at or before it.
  for (let place = characters.length - 1; place > 0; place -= 1) {
    const other = below(place + 1);
    [characters[place], characters[other]] = [characters[other] ?? '', characters[place] ?? ''];
  }
  const password = characters.join('');

  const template = wish.optionalText('SecretStringTemplate');
  const key = wish.optionalText('GenerateStringKey');
  if (template === undefined && key === undefined) return password;
  if (template === undefined || key === undefined) {
    return wish.fail('SecretStringTemplate and GenerateStringKey need one another');
  }
  return JSON.stringify({ ...objectIn(template, wish), [key]: password });
};

const objectIn = (template: string, wish: Properties): object => {
  try {
    return JSON.parse(template) as object;
  } catch {
    return wish.fail(`SecretStringTemplate is no JSON: ${template}`);
  }
};
