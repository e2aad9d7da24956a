import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { letterOf } from '../../lambdas/ordering/mail/letter.ts';
import { mailWordsOf } from '../../lambdas/ordering/mail/mail-words.ts';
import { seatWords } from '../../words/en/seats.ts';
import { isolated } from '../../words/isolated.ts';
import { seatNamed, seatsNamed } from '../../words/seat-name.ts';

/*
 * What venues and fans bring may run from right to left. It keeps its own direction, and turns nothing beside it: alone in
 * an element by `dir="auto"`, among our words by `<bdi>`, and in text without elements by `isolated`.
 */

/** What a venue or a fan brought, as pages write it: `{ticket.title}`, `{line?.title ?? …}`. Words of ours have `Words` before the dot. */
const brought =
  /\{(?:(?:state\.)?(?:ticket|show|season|performance|line|listed|night|file|order\.buyer|buyer|onSale|section|seat|act|date|summary)\??\.(?:title|venue|byline|description|note|audienceName|concession|name|label)|byline|door|venue)(?:\s*\?\?[^}]*)?\}/g;

/** The line page is full: its heading and the venue's name stand alone in their lines, where no word of ours is beside them. */
const alone = /<h1>\s*$|<a class="masthead-name" href="\/">\s*$/;

function unguarded(source: string): readonly string[] {
  return [...source.matchAll(brought)]
    .filter(({ index }) => {
      const before = source.slice(0, index);
      // A value of an attribute or of a sentence's argument is none of an element.
      if (/[=:(,$]\s*$/.test(before)) return false;
      if (alone.test(before) && /^\{(?:line|listed|venue)\b/.test(source.slice(index))) return false;
      return !/(?:<bdi>|dir="auto"[^<>]*>)\s*$/.test(before);
    })
    .map(([found]) => found);
}

test.each(globSync('site/**/*.tsx'))('%s', (file) => {
  expect(unguarded(readFileSync(file, 'utf8'))).toEqual([]);
});

test('the check finds what is not guarded', () => {
  expect(unguarded('<h1>{show.title}</h1>')).toEqual(['{show.title}']);
  expect(unguarded('<h1 class="a" dir="auto">{show.title}</h1><b>(<bdi>{seat.label}</bdi>)</b>')).toEqual([]);
});

/** A name in a sentence of ours: `words.houseSays(cancelled.reason)`. */
const sentence = /\b(?:\w*[wW]ords|own|shop|season|door)(?:\.\w+)+\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;
const guarded = /(?:isolated|seatInWords|seatsInWords|seatNamed|seatsNamed)\((?:[^()]|\([^()]*\))*\)/g;
const names = /(?:\b\w+\??\.)+(?:title|venue|reason|name|audienceName|concession|label|byline|note)\b(?!\()/g;

function inSentences(source: string): readonly string[] {
  return [...source.matchAll(sentence)].flatMap(([, said = '']) => said.replace(guarded, '').match(names) ?? []);
}

const written = globSync(['site/**/*.{ts,tsx}', 'lambdas/**/{plain,pages,mail,ticket,follow}/*.ts']);

test.each(written)('the sentences of %s', (file) => {
  expect(inSentences(readFileSync(file, 'utf8'))).toEqual([]);
});

/** A seat's name is made of the platform's words and the venue's: each of these has its own direction, and ours a language. */
const wholeLabel =
  /(?:<bdi>\$?\{|dir="auto">\{|isolated\()(?:seat\.|found\.|ticket\.|said\.)?(?:label|place|seat)\b(?!\.)/g;

test.each(written)('the seats of %s', (file) => {
  expect(readFileSync(file, 'utf8').match(wholeLabel) ?? []).toEqual([]);
});

test('the checks of sentences and seats find what is not guarded', () => {
  expect(inSentences('words.says(off.reason, f(line.venue))')).toEqual(['off.reason', 'line.venue']);
  expect(inSentences('words.says(isolated(off.reason), f(isolated(line.venue)))')).toEqual([]);
  expect('<bdi>{seat.label}</bdi> <b dir="auto">{label}</b> isolated(label)'.match(wholeLabel)).toHaveLength(3);
  expect('<bdi>{seatInWords(label)}</bdi> <bdi>{seat.view}</bdi> isolated(row.label)'.match(wholeLabel)).toBeNull();
});

describe('in text', () => {
  test('a name from right to left stands alone; others are as they were', () => {
    expect(isolated('Stalls')).toBe('Stalls');
    expect(isolated('楽屋')).toBe('楽屋');
    expect(isolated('אולם')).toBe('\u2068אולם\u2069');
    expect(isolated('صالة')).toBe('\u2068صالة\u2069');
  });

  test('a seat is said in our order, whatever its section is called', () => {
    expect(seatNamed('אולם, row א, seat 3', seatWords)).toBe(seatWords.seat('\u2068אולם\u2069', '\u2068א\u2069', '3'));
    expect(seatNamed('Stalls, row C, seat 3', seatWords)).toBe(seatWords.seat('Stalls', 'C', '3'));
  });

  test('so are seats of one row together', () => {
    expect(seatsNamed(['אולם, row א, seat 3', 'אולם, row א, seat 4'], seatWords)).toBe(
      seatWords.seats('\u2068אולם\u2069', '\u2068א\u2069', seatWords.numbers('3', '4')),
    );
  });

  test('a mail keeps the direction of titles and names', () => {
    const words = mailWordsOf({ language: 'en' } as Parameters<typeof mailWordsOf>[0]);
    const { html } = letterOf(
      {
        subject: 'x',
        name: 'דנה',
        opening: '',
        shows: [{ title: 'הדיבוק', when: '3 May', labels: [] }],
        look: '',
        url: 'https://tickets.example.org',
        reference: 'ABC-123',
      },
      words,
    );
    expect(html).toMatch(/<b dir="auto"[^>]*>הדיבוק<\/b>/);
    expect(html).toContain('\u2068דנה\u2069');
  });
});
