import { describe, expect, test } from '@jest/globals';
import { milliseconds, readOptions, usage } from '../../rehearsal/options.ts';

describe('the options of a rehearsal', () => {
  test('name the stage whose run-up is told', () => {
    expect(readOptions(['--report', 'outputs.json', '--region', 'eu-west-2'])).toMatchObject({
      report: 'outputs.json',
      region: 'eu-west-2',
    });
  });

  test('are a thousand fans at the festival unless said otherwise', () => {
    expect(readOptions([])).toEqual({
      world: 'festival',
      fans: 1000,
      seed: 1,
      doorsIn: 'PT25S',
      state: '.stampede',
      pace: 20,
      atMost: 900_000,
      iam: 'enforce',
      json: false,
      withPeople: false,
    });
    expect(readOptions(['--with-people', '--pace', '4'])).toMatchObject({
      withPeople: true,
      fans: 300,
      doorsIn: 'PT3M',
      pace: 4,
      atMost: 1_800_000,
    });
    expect(readOptions(['--fans', '50', '--on-sale', 'public', '--claim-minutes', '2', '--json'])).toMatchObject({
      fans: 50,
      onSale: 'public',
      claimMinutes: 2,
      json: true,
    });
  });

  test.each([
    [['--fans', 'many'], '--fans'],
    [['--fans', '0'], '--fans'],
    [['--pace', '-1'], '--pace'],
    [['--doors-in', '30'], '--doors-in'],
    [['--at-most', 'PT'], '--at-most'],
    [['--claim-minutes', '0'], '--claim-minutes'],
    [['--iam', 'on'], '--iam'],
    [['--elephants', '3'], 'elephants'],
  ])('%j is refused by name', (args, name) => {
    const said = readOptions(args);
    expect(typeof said === 'string' && said.includes(name)).toBe(true);
  });

  test('are all explained', () => {
    const said = readOptions([]);
    const names = Object.keys(said).map(
      (name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    );
    expect(names.filter((name) => !usage.includes(name))).toEqual([]);
  });

  test('durations', () => {
    expect(milliseconds('PT1H2M3S')).toBe(3_723_000);
    expect(milliseconds('PT25S')).toBe(25_000);
    expect(milliseconds('25')).toBeUndefined();
  });
});
