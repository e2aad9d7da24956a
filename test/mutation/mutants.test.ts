import { describe, expect, test } from '@jest/globals';
import { mutantsOf } from './mutants.ts';

/** The changed expressions, in the order of the mutants. */
const becomes = (source: string) => mutantsOf(source, 1).mutants.map((mutant) => mutant.becomes);

/** The answer of the text with one mutant on. */
function result(source: string, on: number): unknown {
  const { code } = mutantsOf(source, 1);
  let told: unknown;
  new Function('__at', 'tell', code)(
    (id: number) => id === on,
    (value: unknown) => {
      told = value;
    },
  );
  return told;
}

describe('the mutants of a source', () => {
  test.each([
    ['f(a < b);', ['a <= b', 'a >= b', 'undefined']],
    ['f(a && b, c ?? d);', ['a || b', '(c)', 'undefined']],
    ['x = a ? b : c;', ['(b)', '(c)']],
    ['x = !a;', ['(a)']],
    ['x = [7, true];', ['8', 'false']],
    ['x = Math.min(a, b);', ['Math.max(a, b)']],
    ['x = list.filter(f).some(g);', ['list', 'list.filter(f).every(g)']],
    ['x += y;', ['x -= y']],
    ['if (a) b();', ['true', 'false', 'undefined']],
    ['while (a) b = c;', ['false']],
    ['x = (a) => a;', ['undefined']],
  ])('%s', (source, wanted) => {
    expect(becomes(source).sort()).toEqual([...wanted].sort());
  });

  test.each([
    ['a name that is given to a value', 'const x = { limit: y, [z]: w };'],
    ['what a parameter falls back to', 'function f(a = 1) {}'],
    ['an import', "import { a } from 'b';"],
    ['a chain that parentheses would end', 'x = a?.filter(f).length;'],
  ])('%s is left as it is', (_, source) => {
    expect(becomes(source)).toEqual([]);
  });

  test('all stand in one text, which does as before while none is on', () => {
    const source = 'const rest = (9 - 2) * 3; tell(rest >= 21 ? rest : 0);';
    expect(result(source, 0)).toBe(21);
    const { mutants } = mutantsOf(source, 1);
    const of = (becomes: string) => result(source, mutants.find((one) => one.becomes === becomes)?.id ?? -1);
    expect([of('9 + 2'), of('(9 - 2) / 3'), of('rest > 21'), of('(0)'), of('4')]).toEqual([33, 0, 0, 0, 28]);
  });

  test('say where they are, and are numbered from where the last file ended', () => {
    expect(mutantsOf('x = 1;\ny = 2;', 40).mutants).toEqual([
      { id: 40, line: 1, within: 'x = 1;', was: '1', becomes: '2' },
      { id: 41, line: 2, within: 'y = 2;', was: '2', becomes: '3' },
    ]);
  });
});
