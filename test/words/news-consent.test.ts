import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newsTextNow } from '../../contracts/news-texts.ts';
import { newsConsentWords } from '../../words/all/news-consent.ts';

/** Of what buyers were asked, in all languages, by the id of the text. A consent says which it was given to. */
const digests: Readonly<Record<string, string>> = {
  '2026-12': 'f0c770184d4084b1',
};

test('a text of consent that was changed has a new id', () => {
  const asked = Object.entries(newsConsentWords).map(([language, { label, detail }]) => [language, label, detail]);
  const digest = createHash('sha256').update(JSON.stringify(asked.sort())).digest('hex').slice(0, 16);
  expect({ [newsTextNow]: digest }).toEqual({ [newsTextNow]: digests[newsTextNow] });
});
