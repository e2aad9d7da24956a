import type { Language } from '../../contracts/languages.ts';
import { say, tellAll, tellApart, type Words } from './said.ts';

/*
 * The faults that the words of a language can have, a rule each. So one test can hold every language against them, and
 * another can plant a breach of each.
 */

/** Numbers that take different forms in one language or another. */
const numbers = [0, 1, 2, 3, 6, 11, 21, 1234, 1_000_000];

/** English has these words and they have not, or the other way round. */
export function missing(english: Words, own: Words): readonly string[] {
  const [here, there] = [own, english].map((words) => Object.keys(say(words, tellApart())));
  return [
    ...(there ?? []).filter((path) => !here?.includes(path)).map((path) => `${path} is missing`),
    ...(here ?? []).filter((path) => !there?.includes(path)).map((path) => `${path} is not in English`),
  ];
}

/** A text leaves out a fact that it was given, and English says it. */
export function forgetful(english: Words, own: Words): readonly string[] {
  const here = say(own, tellApart());
  return Object.entries(say(english, tellApart())).flatMap(([path, text]) => {
    const [told, untold] = [toldIn(text), toldIn(here[path] ?? '')];
    return told.filter((one) => !untold.includes(one)).map((one) => `${path} does not say ${one}`);
  });
}

/** Languages set thousands apart in their own ways. */
function toldIn(text: string): readonly string[] {
  return [...new Set(text.replace(/(?<=\d)[.,\s  ](?=\d{3})/g, '').match(/\b7[01]\d\d\b/g))];
}

/** A text in which an argument got lost, or that is empty where English is not. */
export function broken(english: Words, own: Words): readonly string[] {
  return numbers.flatMap((n) => {
    const there = say(english, tellAll(n));
    return Object.entries(say(own, tellAll(n)))
      .filter(
        ([path, text]) => (text.trim() === '' && there[path] !== '') || /undefined|NaN|\[object|null|#/.test(text),
      )
      .map(([path, text]) => `${path} for ${n}: “${text}”`);
  });
}

/** A text that is still English: the same text, or a word that no other of our languages has. */
export function leftInEnglish(english: Words, own: Words): readonly string[] {
  const there = say(english, tellApart());
  return Object.entries(say(own, tellApart()))
    .filter(
      ([path, text]) => (text === there[path] && /\p{L}{2}/u.test(text)) || /\b(?:the|your|you|and|with)\b/i.test(text),
    )
    .map(([path]) => path);
}

/**
 * Characters that a printer would not set: straight quotes, three dots, blanks that stand in no language, a colon on a
 * line of its own.
 */
export function badlySet(language: Language, words: Words): readonly string[] {
  const ugly = language === 'fr' ? /['"]|\.\.\.|^\s| {2}|\s$| [:;?!»]|« / : /['"]|\.\.\.|^\s| {2}|\s$| [:;?!]/;
  return Object.entries(say(words, tellApart()))
    .filter(([, text]) => ugly.test(text))
    .map(([path, text]) => `${path}: “${text}”`);
}
