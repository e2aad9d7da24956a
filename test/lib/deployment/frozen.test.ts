import { describe, expect, test } from '@jest/globals';
import type { FreezeFile } from '../../../contracts/freeze.ts';
import { freezeRefusals } from '../../../lib/deployment/frozen.ts';
import type { Read } from '../../../lib/deployment/live-lines.ts';

const six = Date.UTC(2027, 1, 23, 18);
const hour = 3_600_000;
const file = (lifted: FreezeFile['windows'][number]['lifted'] = []): Read<FreezeFile> => ({
  is: 'there',
  file: { v: 1, windows: [{ onSale: 'friends', from: six, until: six + 48 * hour, lifted }] },
});
const phrases = (freeze: Read<FreezeFile>, now: number) =>
  freezeRefusals('north', freeze, now).map(({ phrase }) => phrase);

describe('a stage is not deployed', () => {
  test('from the freeze on until its end', () => {
    expect(phrases(file(), six - 1)).toEqual([]);
    expect(phrases(file(), six)).toEqual(['deploy north while it is frozen']);
    expect(phrases(file(), six + 48 * hour)).toEqual([]);
    expect(freezeRefusals('north', file(), six)[0]?.sentence).toContain('until 2027-02-25T18:00:00Z');
  });

  test('but while an owner has lifted it', () => {
    const lifted = file([{ from: six + hour, until: six + 2 * hour }]);
    expect([six, six + hour, six + 2 * hour].map((now) => phrases(lifted, now).length)).toEqual([1, 0, 1]);
  });

  test('and not if nobody can tell whether it is frozen', () => {
    expect(phrases({ is: 'unknown', why: 'no network' }, six)).toEqual(['deploy north without knowing its freeze']);
    expect(phrases({ is: 'missing' }, six)).toEqual([]);
  });
});
