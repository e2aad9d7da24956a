import { describe, expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';
import type { Board } from '../../contracts/line.ts';
import { answerFigures, type KnownForAnswers, phaseOf } from '../../rules/answer-figures.ts';
import { answersWords } from '../../words/all/answers.ts';
import { insideWords } from '../../words/all/line-inside.ts';
import { written } from '../../words/all/written.ts';
import { type AnswerName, answered } from '../../words/answered.ts';

const doorsAt = Date.UTC(2027, 2, 6, 9);
const hour = 3_600_000;
const board: Board = {
  v: 1,
  onSale: 'friends',
  phase: 'open',
  writtenAt: doorsAt + hour,
  opensAt: doorsAt,
  round: 900,
  drawn: 9_900,
  calledUpTo: 1_000,
  waiting: 8_900,
  rate: 60,
  wait: { middle: [60, 80], end: [110, 150] },
  odds: { left: 4_100, room: 80, mean: 1.8, sd: 1.4, err: 0.1 },
  ledger: { n: 1, rolls: 1, head: '' },
};

function told(known: Partial<KnownForAnswers>, name: AnswerName, language: (typeof languages)[number] = 'en') {
  const figures = answerFigures({ phase: 'open', doorsAt, closesAt: doorsAt + 10 * hour, proved: true, ...known });
  const times = { ...written[language], timeZone: 'Europe/London', now: doorsAt + hour };
  const found = answered(answersWords[language], figures, times).find((one) => one.name === name);
  return found && [found.question, ...found.sentences].join(' ');
}

describe('what is told with the figures of a morning', () => {
  const drawn = { size: 9_850, offset: 0 };

  test('a fan who was early hears how many were drawn, and when', () => {
    expect(told({ board, position: 4_000, drawn }, 'early')).toBe(
      'Why am I number 4,000? Joining early does not give a better number. Everyone who joined before the doors opened (09:00) was drawn by lot. In that draw: 9,850 people, all with the same chance of every number.',
    );
  });

  test('one who was late hears who stands before', () => {
    const late = told({ board, position: 9_870, inLobby: false, drawn: { size: 40, offset: 9_850 } }, 'early');
    expect(late).toContain('In that draw: 40 people');
    expect(late).toContain('Drawn before, and so ahead: 9,850 people.');
    expect(late).not.toContain('before the doors opened');
  });

  test('before the doors it is how many are there, and that nobody knows more', () => {
    const before = { phase: 'before', here: 812 } as const;
    expect(told(before, 'early')).toContain('In the lobby just now: 812 people.');
    expect(told(before, 'long')).toContain('a minute or two after the doors open (09:00)');
    expect(told(before, 'seats')).toContain('once people have begun to buy');
  });

  test('the wait is that of the number, or of the line where there is none', () => {
    expect(told({ board, position: 4_000, drawn }, 'long')).toContain('2,999 people ahead of you.');
    expect(told({ board, position: 4_000, drawn, wait: { half: 45, most: 60 } }, 'long')).toContain(
      'half are called within about 45 minutes, nine in ten within an hour',
    );
    expect(told({ board }, 'long')).toContain('From the middle of the line, half are called within about an hour');
    expect(told({ board, position: 900 }, 'long')).toContain('has been called');
  });

  test('while nobody is called, the reason stands in the place of the wait', () => {
    const paused = told({ board, halt: 'staff', position: 4_000 }, 'long');
    expect(paused).toContain('The line is paused. Nobody is called for the moment');
    expect(paused).not.toContain('minutes');
    expect(told({ board, halt: 'staff' }, 'queue')).not.toContain('Called each minute');
  });

  test('the chance is said as it is, also when it is small', () => {
    expect(told({ board, position: 1_200 }, 'seats')).toContain('very likely');
    expect(told({ board, position: 9_000 }, 'seats')).toContain('fewer than 1 chance in 20');
    expect(told({ board, halt: 'sold-out', position: 9_000 }, 'seats')).toContain('Every seat is bought');
  });

  test('a figure that nobody knows leaves out its sentence, and never shows itself', () => {
    const { wait: _, odds: __, ...young } = board;
    for (const known of [{}, { board: { ...young, rate: 0 } }, { phase: 'over' as const }, { proved: undefined }])
      for (const name of Object.keys(answersWords.en.ask) as AnswerName[])
        expect(told(known, name) ?? '').not.toMatch(/undefined|NaN|false|\b0\b/);
    expect(told({ proved: undefined }, 'fair')).toBeUndefined();
    expect(told({ phase: 'over' }, 'long')).toBeUndefined();
    expect(told({ proved: false }, 'fair')).toContain('the draw is not proved');
  });

  test('a time is left out until the zone of the house is known', () => {
    const figures = answerFigures({ phase: 'before', doorsAt, closesAt: doorsAt + hour });
    const [, early] = answered(answersWords.en, figures, { ...written.en, now: doorsAt });
    expect(early?.sentences[1]).toMatch(/^Everyone who joins before the doors open is drawn/);
  });

  test('the doors that concern a fan are those of where they stand', () => {
    expect(phaseOf({ at: 'lobby', doorsAt })).toBe('before');
    expect(phaseOf({ at: 'outside', doors: 'open', doorsAt, left: false })).toBe('open');
    expect(phaseOf({ at: 'waiting', position: 3, ahead: 1 })).toBe('open');
    expect(phaseOf({ at: 'over' })).toBe('over');
  });
});

describe.each(languages)('in %s', (language) => {
  test('an answer speaks of a button by the words that are on it', () => {
    const { check, findOrder } = insideWords[language];
    const words = answersWords[language];
    expect([words.checkPlace, words.findOrder]).toEqual([check, findOrder]);
    expect(words.check).toContain(check);
    expect(words.payment).toContain(findOrder);
  });
});
