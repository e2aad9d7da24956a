import { describe, expect, test } from '@jest/globals';
import { argumentsOf, readStartOptions, usage, usualOptions } from '../../bin/start-options.ts';

describe('the options of npm start', () => {
  test('are the festival on port 8787 unless said otherwise', () => {
    expect(readStartOptions([])).toEqual({ ok: true, ask: 'start', options: usualOptions });
    const args = ['--fans', '300', '--world', 'arena', '--doors-in', 'PT30S', '--port', '0', '--fresh', '--stripe'];
    expect(readStartOptions(args)).toMatchObject({
      ok: true,
      options: { fans: 300, world: 'arena', doorsIn: 'PT30S', port: 0, fresh: true, stripe: true, verbose: false },
    });
  });

  test('--help asks for the usage, whatever else is said', () => {
    expect(readStartOptions(['--help'])).toEqual({ ok: true, ask: 'help' });
    expect(readStartOptions(['--port', 'x', '--help'])).toEqual({ ok: true, ask: 'help' });
  });

  test.each([
    [['--elephants', '3'], /elephants/],
    [['three'], /three/],
    [['--state'], /--state/],
    [['--fans', 'many'], /^--fans/],
    [['--fans', '1.5'], /^--fans/],
    [['--fans', ''], /^--fans/],
    [['--port', '65536'], /^--port/],
    [['--port', '-1'], /--port/],
    [['--doors-in', '30'], /^--doors-in/],
    [['--doors-in', ''], /^--doors-in/],
    [['--database', 'oracle'], /^--database/],
    [['--fresh=yes'], /--fresh/],
    [['--iam', 'on'], /^--iam/],
  ])('%j is refused in a sentence that names it', (args, sentence) => {
    const asked = readStartOptions(args);
    expect(asked).toEqual({ ok: false, problem: expect.stringMatching(sentence) });
    expect(!asked.ok && /^[^\n]+[^.]\.$/.test(asked.problem)).toBe(true);
  });

  test('are all explained', () => {
    const names = [...Object.keys(usualOptions), 'doorsIn', 'iamReport'].map(
      (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} `,
    );
    expect(names.filter((name) => !usage.includes(name))).toEqual([]);
  });

  test('become arguments that say the same', () => {
    const all = { ...usualOptions, fans: 7, doorsIn: 'PT5S', fresh: true, verbose: true, warm: true, stripe: true };
    const some = { database: 'dynamodb-local', port: 0, iam: 'observe', iamReport: 'report.txt' } as const;
    const both = [usualOptions, { ...all, ...some }];
    for (const options of both)
      expect(readStartOptions(argumentsOf(options))).toEqual({ ok: true, ask: 'start', options });
    expect(argumentsOf({ state: 'here' })).toEqual(['--state', 'here']);
  });
});
