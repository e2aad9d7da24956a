import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folded, lookedIn, looksFor, spellings } from '../../rules/folded.ts';
import fc from '../properties.ts';

const occursIn = (text: string, typed: string) => looksFor(typed)(lookedIn(text));

describe('found in a real order book', () => {
  const { names, ...more } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'found/order-book-search.json'), 'utf8'),
  ) as { names: readonly string[]; 'queries that find nothing': readonly string[] };
  test.each(more['queries that find nothing'])('%s finds somebody', (typed) => {
    expect(names.some((name) => occursIn(name, typed))).toBe(true);
  });
});

test.each([
  ['Straßer, Jörg', 'STRASSER jorg', 'joerg', 'Joerg Straßer', 'strasser,'],
  ['Joerg Strasser', 'Jörg', 'Straßer'],
  ['Øyvind Łukasz', 'oyvind', 'OEYVIND', 'lukasz', 'Lukasz Oyvind', 'øyvind'],
  ['İlker Yıldız', 'ilker', 'ILKER', 'yildiz', 'YILDIZ', 'İLKER', 'yıldız'],
  ['D’Arcy O‘Neill', "o'neill", 'O’Neill', 'oneill', 'darcy', 'd`arcy', 'OʼNEILL'],
  ['J. R. Ewing', 'jr ewing', 'J.R. Ewing', 'ewing, j. r.'],
  ['Smith, J. R. R.', 'jrr smith', 'smith'],
  ['Herr Schm. J. Maier', 'schm', 'maier'],
  ['Reihe ۱۲۳, Platz १२, ９', 'reihe 123', '12', '9'],
  ['Reihe 123', '۱۲۳', '१२३', '１２３'],
  ['Jean–Luc Müller-Lüdenscheidt', 'jean-luc', 'jean luc', 'mueller', 'muller‑ludenscheidt'],
  ['Þórður Æðelstan', 'thordur', 'aedelstan', 'Þórður'],
  ['Đặng Thị Hằng', 'dang thi hang'],
  ['Håkan Ängström', 'hakan', 'haakan', 'aengstroem', 'angstrom'],
  ['Čeněk Dvořák', 'cenek dvorak', 'C\u030cene\u030ck'],
  ['José González', 'jose gonzalez', 'JOSE\u0301'],
  ['Ｔａｎａｋａ ﬁsh', 'tanaka', 'fish'],
  ['Αλέξανδρος', 'αλεξανδροσ', 'ΑΛΕΞΑΝΔΡΟΣ'],
  ['Фёдор', 'федор', 'ФЁДОР'],
  ['שָׁלוֹם', 'שלום'],
  ['أحمد', 'احمد'],
  ['Col·lecció Palau', 'colleccio', 'col·lecció'],
  ['کریم علی', 'كريم', 'علي'],
  ['ɗan Ƙasa', 'dan kasa'],
  ['김민준', '김민준', '김민'],
  ["ג'ורג' כ\"ץ", 'ג׳ורג׳', 'כ״ץ', 'כץ'],
  ['יעל כ״ץ', 'כ"ץ', 'כץ'],
  ['ہاشم', 'هاشم'],
  ['ٱلله', 'الله'],
  ['Saʿīd Amin', 'said', "sa'id"],
  ['Đorđe Petrović', 'djordje', 'dorde petrovic'],
  ['Jörg Straßer', 'Strasser, Jorg', 'STRASSER；jorg'],
  ['J.R. Ewing', 'JR Ewing', 'j.r. ewing', 'ewing, j. r.'],
  ['St John Smith', 'St. John'],
  ['j.strasser@example.org', 'strasser@example.org', 'example.org'],
  ['A\u00addele\u200b \u202bSmith', 'adele', 'smith', 'Ade\u200dle'],
])('%s is found', (name, ...typed) => {
  expect(typed.filter((one) => !occursIn(name, one))).toEqual([]);
});

test.each([
  ['Jörg', 'jurg'],
  ['Straßer', 'straser'],
  ['O’Neill', "o'neil1"],
  ['कमल', 'कुमल'],
])('%s is not %s', (name, typed) => {
  expect(occursIn(name, typed)).toBe(false);
});

test('what was typed is found in itself, folded or not, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      expect(folded(folded(text))).toBe(folded(text));
      expect(occursIn(text, text)).toBe(true);
      for (const spelling of spellings(text)) expect(occursIn(text, spelling)).toBe(true);
    }),
  );
});
