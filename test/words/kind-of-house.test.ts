import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { languages } from '../../contracts/languages.ts';

/** A venue is a theatre, an arena, a stadium, a field: what all read says venue, house or box office. */
const kinds = /\b(theatres?|theaters?|théâtres?|teatros?|theatr|arenas?|stadiums?|stadion|stade|estadio)\b/i;

test.each([...languages])('no word of a page or a mail says what kind of house it is: %s', (language) => {
  const folder = join(import.meta.dirname, '../../words', language);
  const said = readdirSync(folder)
    .filter((file) => file !== 'developers.ts')
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && kinds.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(said).toEqual([]);
});
