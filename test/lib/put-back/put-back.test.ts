import { expect, test } from '@jest/globals';
import { type PutBackAsked, type PutBackDoors, putBack } from '../../../lib/put-back/put-back.ts';
import type { FileVersion, PutBack } from '../../../lib/put-back/versions-at.ts';

const version = (key: string, id: string, at: number, isLatest: boolean): FileVersion => ({
  ...{ key, id, at: at * 1000, isLatest, isDeletion: false, etag: id },
});

/** So many pages that were defaced in second 5. */
const defaced = (pages: number) =>
  Array.from({ length: pages }, (_, n) => [
    version(`page-${n}.html`, 'defaced', 5, true),
    version(`page-${n}.html`, 'ours', 1, false),
  ]).flat();

async function played(versions: readonly FileVersion[], answer: string | undefined, more: Partial<PutBackAsked> = {}) {
  const said: string[] = [];
  const carried: PutBack[] = [];
  let forgotten = 0;
  const doors: PutBackDoors = {
    say: (line) => said.push(line),
    ask: async () => answer,
    async *versions(under) {
      yield* versions.filter(({ key }) => key.startsWith(under));
    },
    carryOut: async (act) => {
      if (act.key === 'page-3.html') throw new Error('S3 is slow');
      carried.push(act);
    },
    forget: async () => {
      forgotten += 1;
    },
  };
  const isBack = await putBack({ moment: 3000, onlyGone: false, stage: 'example', look: false, ...more }, doors);
  return { isBack, said: said.join('\n'), carried, forgotten };
}

test('a person agrees, everything is put back, and the CDN forgets', async () => {
  const { isBack, said, carried, forgotten } = await played(defaced(2), ' example ');
  expect([isBack, forgotten]).toEqual([true, 1]);
  expect(carried).toEqual([0, 1].map((n) => ({ key: `page-${n}.html`, does: 'goes-back', version: 'ours' })));
  expect(said).toContain('page-1.html is again what it was');
  expect(said).toContain('2 files are put back');
});

test.each([
  ['another name', 'arena'],
  ['nobody', undefined],
])('%s puts nothing back', async (_, answer) => {
  const { isBack, carried, forgotten } = await played(defaced(2), answer);
  expect([isBack, carried, forgotten]).toEqual([false, [], 0]);
});

test('a look does nothing, and needs nobody', async () => {
  const { isBack, said, carried, forgotten } = await played(defaced(30), undefined, { look: true });
  expect([isBack, carried, forgotten]).toEqual([true, [], 0]);
  expect(said).toContain('and 10 more');
});

test('what cannot be put back keeps nothing else, and is named', async () => {
  const { isBack, said, carried, forgotten } = await played(defaced(5), 'example');
  expect([isBack, carried.length, forgotten]).toEqual([false, 4, 1]);
  expect(said).toContain('page-3.html is not as it was: S3 is slow');
});

test('when nothing differs the CDN forgets all the same: an earlier try may have ended before that', async () => {
  const { isBack, forgotten, said } = await played([version('page.html', 'ours', 1, true)], undefined);
  expect([isBack, forgotten]).toEqual([true, 1]);
  expect(said).toContain('Nothing differs');
});
