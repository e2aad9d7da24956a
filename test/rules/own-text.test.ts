import { expect, test } from '@jest/globals';
import { ownAnswer } from '../../contracts/answers.ts';
import { ownTextIn } from '../../rules/own-text.ts';

test('a reader has the text of their language, else English, else what there is', () => {
  expect(ownTextIn({ en: 'Why?', cy: 'Pam?' }, 'cy')).toEqual({ text: 'Pam?', lang: 'cy' });
  expect(ownTextIn({ cy: 'Pam?', en: 'Why?' }, 'de')).toEqual({ text: 'Why?', lang: 'en' });
  expect(ownTextIn({ cy: 'Pam?' }, 'de')).toEqual({ text: 'Pam?', lang: 'cy' });
  expect(ownTextIn('Warum?', 'de')).toEqual({ text: 'Warum?' });
});

test('a venue’s answer is text on one line, in languages that there are, and not empty', () => {
  const fault = (answer: unknown) => (ownAnswer.safeParse(answer).success ? 0 : 1);
  expect(ownAnswer.parse({ question: 'Why\na Saturday?', text: { en: ' So. ' } })).toEqual({
    question: 'Why a Saturday?',
    text: { en: 'So.' },
  });
  expect(fault({ question: 'Why?', text: {} })).toBe(1);
  expect(fault({ question: '\u200b', text: 'So.' })).toBe(1);
  expect(fault({ question: 'Why?', text: { it: 'Così.' } })).toBe(1);
  expect(fault({ question: 'Why?', text: 'x'.repeat(501) })).toBe(1);
});
