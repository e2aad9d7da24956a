import { expect, test } from '@jest/globals';
import type { PublishedOnSale } from '../../../../contracts/catalogue.ts';
import type { Board, DrawSheet, LineFile } from '../../../../contracts/line.ts';
import { noAnswersYet } from '../../../../site/control-room/answers/answers-state.ts';
import { answersToRead, numberIn } from '../../../../site/control-room/answers/told-answers.ts';

const doorsAt = Date.UTC(2027, 2, 6, 9);
const hour = 3_600_000;
const listed: PublishedOnSale = {
  id: 'friends',
  title: 'Friends',
  audienceName: 'Friends',
  opensAt: doorsAt,
  closesAt: doorsAt + 10 * hour,
  entry: 'members',
  seatsPerFan: 6,
  holdMinutes: 8,
  answers: [
    {
      question: { en: 'Why a Saturday?', cy: 'Pam dydd Sadwrn?' },
      text: { en: 'People are at home.', cy: 'Mae pobl gartref.' },
    },
    { question: 'A booking form?', text: 'Yes.' },
  ],
};
const board = { phase: 'open', calledUpTo: 1_000, drawn: 9_900, rate: 60, waiting: 8_900, writtenAt: doorsAt } as Board;
const state = {
  ...noAnswersYet,
  line: { opensAt: doorsAt, closesAt: listed.closesAt } as LineFile,
  board,
  sheet: { size: 9_850, offset: 0 } as DrawSheet,
};
const read = (more: Partial<typeof state>) =>
  answersToRead({ ...state, ...more }, listed, 'Europe/London', doorsAt + hour);
const all = (answers: ReturnType<typeof read>) =>
  answers.flatMap(({ texts }) => texts.flatMap(({ question, sentences }) => [question, ...sentences])).join('\n');

test('without a number the answers are about the line, and say how many the lobby’s draw had', () => {
  const told = all(read({}));
  expect(told).toContain('Does it help to come early?');
  expect(told).toContain('In that draw: 9,850 people');
  expect(told).toContain('Waiting just now: 8,900 people.');
});

test('with the fan’s number they are about it, however it was typed', () => {
  expect(all(read({ number: '4,000' }))).toContain('Why am I number 4,000?');
  expect(all(read({ number: '4,000' }))).toContain('2,999 people ahead of you.');
  expect(['4 000', 'no. 4000', '4.000'].map(numberIn)).toEqual([4000, 4000, 4000]);
  expect(['', 'x', '0', '123456789'].map(numberIn)).toEqual([undefined, undefined, undefined, undefined]);
});

test('a number behind the lobby’s draw is not told that it was in it', () => {
  const told = all(read({ number: '9,880' }));
  expect(told).toContain('People who join after the doors opened');
  expect(told).not.toContain('Everyone who joined before');
});

test('the fan’s language stands beside English, and a text that the venue wrote once stands once', () => {
  const [first, ...others] = read({ language: 'cy' });
  expect(first?.texts.map(({ lang }) => lang)).toEqual(['en', 'cy']);
  const [saturday, form] = others.slice(-2);
  expect(saturday?.texts.map(({ question }) => question)).toEqual(['Why a Saturday?', 'Pam dydd Sadwrn?']);
  expect(form?.texts).toHaveLength(1);
});

test('an answer is found by a word of it, in either language', () => {
  expect(read({ typed: 'early' }).map(({ name }) => name)).toContain('early');
  expect(read({ typed: 'why saturday home' }).map(({ name }) => name)).toEqual(['own-0']);
  expect(read({ typed: 'gartref', language: 'cy' }).map(({ name }) => name)).toEqual(['own-0']);
  expect(read({ typed: 'zebra' })).toEqual([]);
});
