import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Language, languages } from '../../contracts/languages.ts';
import { badlySet, broken, forgetful, leftInEnglish, missing } from './faults.ts';
import { say, tellApart, topicsIn, type Words, wordsIn } from './said.ts';

const others = languages.filter((language) => language !== 'en');

/** Only staff and developers read them. */
const inEnglishAlone = [
  'control-room',
  'control-room-answers',
  'control-room-fans',
  'control-room-go',
  'control-room-levers',
  'control-room-picture',
  'control-room-plan',
  'control-room-risks',
  'control-room-sale',
  'control-room-switch',
  'developers',
  'door',
  'order-book',
  'personal-data',
];

/** The platform's own refusals are English: said anew in every other language, and in English where a fan wants other words. */
const notInEnglish = /^refusals\./;

/** Names of things, signs, and what is made of arguments alone: the same in all. */
const sameInAll = /\.(?:seat|picks)$|^check\.checkWords\.rows\.receipt\.4\.1$/;

/** Words that are rightly the same in English and another language. */
const same: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  cy: ['staff.staffWords.roles.partner'],
  fr: [
    'check.checkWords.rows.receipt.4.0',
    'hall.hallWords.plan',
    'hall.hallWords.total',
    'line-later.laterWords.signal.notify',
    'line-later.laterWords.signal.vibrate',
    'order.orderWords.total',
  ],
  de: [
    'checkout.checkoutWords.name',
    'plain-shop.plainShopWords.name',
    'line-later.laterWords.signal.vibrate',
    'staff.staffWords.roles.partner',
  ],
  es: ['hall.hallWords.total', 'order.orderWords.total'],
};

async function all(language: Language): Promise<Words> {
  const words = await wordsIn(language);
  return Object.fromEntries(Object.entries(words).filter(([topic]) => !inEnglishAlone.includes(topic)));
}
const english = await all('en');

describe.each(others)('in %s', (language) => {
  test('every topic and every word of it is there, and no other', async () => {
    expect(topicsIn(language)).toEqual(topicsIn('en').filter((topic) => !inEnglishAlone.includes(topic)));
    expect(missing(english, await all(language)).filter((fault) => !notInEnglish.test(fault))).toEqual([]);
  });

  test('a text says the facts that it gets', async () => {
    expect(forgetful(english, await all(language))).toEqual([]);
  });

  test('no word was left in English', async () => {
    const left = leftInEnglish(english, await all(language));
    expect(left.filter((path) => !sameInAll.test(path) && !same[language].includes(path))).toEqual([]);
  });
});

describe.each(languages)('in %s', (language) => {
  test('no text is empty, whatever is counted', async () => {
    expect(broken(english, await all(language))).toEqual([]);
  });

  test('what is said of a wrong field begins with a capital', async () => {
    const said = Object.entries(say(await wordsIn(language), tellApart())).filter(
      ([path]) => /wrong/i.test(path) && !/\.marks\.|scannerWrong/.test(path),
    );
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(([, text]) => /^\p{Ll}/u.test(text))).toEqual([]);
  });

  test('every text is set as a printer would', async () => {
    expect(badlySet(language, await all(language))).toEqual([]);
  });
});

describe('a fault is found', () => {
  const good = { line: { lineWords: { join: 'Join the line', ahead: (n: number) => `${n} people` } } };
  const other = { line: { lineWords: { join: 'Anstellen', ahead: (n: number) => `${n} Personen` } } };
  const planted = (words: object): Words => ({ line: { lineWords: { ...other.line.lineWords, ...words } } });

  test('and none where there is none', () => {
    expect(missing(good, other)).toEqual([]);
    expect(forgetful(good, other)).toEqual([]);
    expect(leftInEnglish(good, other)).toEqual([]);
    expect(broken(good, other)).toEqual([]);
    expect(badlySet('de', other)).toEqual([]);
  });

  test('where a word is missing, or English has none', () => {
    const { join: _, ...rest } = other.line.lineWords;
    expect(missing(good, { line: { lineWords: rest } })).toEqual(['line.lineWords.join is missing']);
    expect(missing(good, planted({ leave: 'Gehen' }))).toEqual(['line.lineWords.leave is not in English']);
  });

  test('where an argument is forgotten', () => {
    expect(forgetful(good, planted({ ahead: () => 'Personen' }))).toEqual(['line.lineWords.ahead does not say 7001']);
  });

  test.each(['Join the line', 'Join now with us', 'Bitte join the Schlange'])('where English was left: %s', (text) => {
    expect(leftInEnglish(good, planted({ join: text }))).toEqual(['line.lineWords.join']);
  });

  test.each(['', ' ', 'undefined Personen', '# Personen'])('where a text is empty or broken: “%s”', (text) => {
    expect(broken(good, planted({ join: text }))).not.toEqual([]);
  });

  test.each<[Language, string]>([
    ['en', "It's your turn"],
    ['en', 'One moment...'],
    ['de', 'Wer ist dran ?'],
    ['fr', 'Qui est là ?'],
    ['fr', '« Bonjour »'],
    ['es', 'Un  momento'],
  ])('where it is badly set in %s: %s', (language, text) => {
    expect(badlySet(language, planted({ join: text }))).not.toEqual([]);
  });
});

describe('what is counted', () => {
  interface Season {
    readonly seasonWords: { readonly performances: (n: number) => string };
  }
  const performances = async (language: Language) =>
    ((await wordsIn(language)).season as unknown as Season).seasonWords.performances;

  test.each(others)('takes the form that %s has for the number', async (language) => {
    const rules = new Intl.PluralRules(language);
    const say = await performances(language);
    const forms = new Map<string, Set<string>>();
    for (let n = 0; n <= 120; n += 1) {
      const form = say(n).replace(/\d+/, '#');
      forms.set(rules.select(n), (forms.get(rules.select(n)) ?? new Set()).add(form));
    }
    // One form a rule: no rule is split, and the count never slips into another's.
    expect([...forms.values()].filter((said) => said.size > 1)).toEqual([]);
    expect(new Set([...forms.values()].flatMap((said) => [...said])).size).toBe(language === 'cy' ? 4 : 2);
  });

  test('has all six forms in Welsh', async () => {
    expect([0, 1, 2, 3, 5, 6].map(await performances('cy'))).toEqual([
      'Dim perfformiadau',
      '1 perfformiad',
      '2 berfformiad',
      '3 pherfformiad',
      '5 perfformiad',
      '6 pherfformiad',
    ]);
  });
});

/** A venue may be an arena or a hall. And nobody is told to telephone by a text that names no number. */
const ofTheatresAlone = /theat(?:re|er)|théâtre|\bteatros?\b|\btheatr/i;
const withoutNumber = /telephone the|am Telefon\b|rufen Sie .{0,40} an\b|téléphonez|appelez|\bllame a\b|ffoniwch/i;

test.each(languages)('in %s no text speaks of a theatre, nor of a telephone without its number', (language) => {
  const folder = `${import.meta.dirname}/../../words/${language}`;
  const found = readdirSync(folder).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => ofTheatresAlone.test(line) || withoutNumber.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
