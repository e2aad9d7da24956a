import { describe, expect, test } from '@jest/globals';
import { type FileVersion, Histories, type PutBackWish } from '../../../lib/put-back/versions-at.ts';

const second = 1000;

/** The history of a key as `<second>:<etag>`, or `<second>:-` for a deletion, the oldest first. */
function history(key: string, ...steps: readonly string[]): readonly FileVersion[] {
  const versions = steps.map((step, n) => {
    const [at, etag] = step.split(':');
    const isDeletion = etag === '-';
    return {
      ...{ key, id: step, at: Number(at) * second, isDeletion, isLatest: n === steps.length - 1 },
      ...(etag !== undefined && !isDeletion && { etag }),
    };
  });
  // As S3 lists them: files and deletions apart, the newest first.
  return [...versions.filter((one) => !one.isDeletion), ...versions.filter((one) => one.isDeletion)].reverse();
}

function putBacks(versions: readonly FileVersion[], wish: PutBackWish) {
  const histories = new Histories(wish);
  for (const version of versions) histories.add(version);
  return histories.putBacks();
}

const at = (moment: number, ...all: readonly (readonly FileVersion[])[]) =>
  putBacks(all.flat(), { moment: moment * second, onlyGone: false });

describe('a file at a moment', () => {
  test.each([
    ['was deleted since', ['1:a', '5:-'], { does: 'comes-back', version: '1:a' }],
    ['was defaced since', ['1:a', '5:b'], { does: 'goes-back', version: '1:a' }],
    ['was defaced and deleted since', ['1:a', '5:b', '6:-'], { does: 'comes-back', version: '1:a' }],
    ['was not there yet', ['5:b'], { does: 'goes-away' }],
    ['was deleted then', ['1:a', '2:-', '5:b'], { does: 'goes-away' }],
    ['was written in that very second', ['1:a', '3:b', '5:c'], { does: 'goes-back', version: '3:b' }],
    ['was deleted and written within a second', ['1:a', '3:-', '3:b', '5:-'], { does: 'comes-back', version: '3:b' }],
  ])('that %s', (_, steps, act) => {
    expect(at(3, history('index.html', ...steps))).toEqual([{ key: 'index.html', ...act }]);
  });

  test.each([
    ['has not changed', ['1:a']],
    ['changed before', ['1:a', '2:b']],
    ['was written again as it was', ['1:a', '5:a']],
    ['came and went since', ['5:b', '6:-']],
    ['was gone then and is now', ['1:a', '2:-']],
    ['was deleted and written within the second in which it was last written', ['3:-', '3:b']],
  ])('that %s stays', (_, steps) => {
    expect(at(3, history('index.html', ...steps))).toEqual([]);
  });
});

describe('what the platform writes by itself', () => {
  const board = history('lines/friends/board.json', '1:a', '5:b');
  const stock = history('stock/friends.json', '5:b');
  const sheet = history('lines/friends/rounds.json', '1:a', '5:-');

  test('comes back where it is gone, and is left alone else', () => {
    expect(at(3, board, stock, sheet).map(({ key, does }) => [key, does])).toEqual([[sheet[0]?.key, 'comes-back']]);
  });

  test('goes back when it is asked for by name', () => {
    const acts = putBacks([board, sheet].flat(), { moment: 3 * second, onlyGone: false, under: 'lines/friends/' });
    expect(acts.map(({ does }) => does)).toEqual(['goes-back', 'comes-back']);
  });
});

test('with only what is gone, nothing else is touched', () => {
  const all = [history('a', '1:a', '5:-'), history('b', '1:a', '5:b'), history('c', '5:c')].flat();
  const acts = putBacks(all, { moment: 3 * second, onlyGone: true });
  expect(acts).toEqual([{ key: 'a', does: 'comes-back', version: '1:a' }]);
});
