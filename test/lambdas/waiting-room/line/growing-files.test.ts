import { expect, test } from '@jest/globals';
import { type GrowingFiles, publishGrown } from '../../../../lambdas/waiting-room/line/growing-files.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';

interface Grown {
  readonly rounds: number;
  readonly by?: string;
}

const path = '/lines/friends/rounds.json';
const growing = (rounds: number, by?: string) => ({
  path,
  file: { rounds, ...(by !== undefined && { by }) },
  extent: (file: Grown) => file.rounds,
});

function bucket() {
  const writes: unknown[] = [];
  const files = publishedFiles(new Map(), new Map());
  const counted: GrowingFiles = {
    ...files,
    writeIf: async (at, file, cacheControl, tag) => {
      writes.push(file);
      return files.writeIf(at, file, cacheControl, tag);
    },
  };
  const standing = async () => (await files.readTagged<Grown>(path))?.file;
  return { files: counted, writes, standing };
}

test('a file that has grown further is left alone, also one that was not seen to', async () => {
  const { files, standing } = bucket();
  const seen = new Map();
  await publishGrown(files, seen, growing(1));
  await files.writeIf(path, { rounds: 3 }, '', JSON.stringify({ rounds: 1 }));
  await publishGrown(files, seen, growing(2), true);
  expect(await standing()).toEqual({ rounds: 3 });
});

test('a write that was taken, though its answer said otherwise, is not made again', async () => {
  const { files, writes, standing } = bucket();
  // The request came twice: the first was taken, and the second is the one that was answered.
  const twice: GrowingFiles = {
    ...files,
    writeIf: async (at, file, cacheControl, tag) => {
      await files.writeIf(at, file, cacheControl, tag);
      return files.writeIf(at, file, cacheControl, tag);
    },
  };
  await publishGrown(twice, new Map(), growing(1, 'us'), true);
  expect(await standing()).toEqual({ rounds: 1, by: 'us' });
  expect(writes).toHaveLength(2);
});

test('two who write in turns do not keep each other from it for ever', async () => {
  const { files, standing } = bucket();
  let others = 0;
  const contested: GrowingFiles = {
    ...files,
    writeIf: async (at, file, cacheControl, tag) => {
      // Of the other, as far as ours: a slow day of two pacemakers.
      if (others < 3) {
        others += 1;
        const before = await files.readTagged(at);
        await files.writeIf(at, { rounds: 1, by: `them ${others}` }, cacheControl, before?.tag);
      }
      return files.writeIf(at, file, cacheControl, tag);
    },
  };
  await publishGrown(contested, new Map(), growing(1, 'us'), true);
  expect(await standing()).toEqual({ rounds: 1, by: 'us' });
});

test('whoever never gets a turn says so', async () => {
  const { files } = bucket();
  let others = 0;
  const lost: GrowingFiles = {
    ...files,
    writeIf: async (at, _file, cacheControl) => {
      others += 1;
      const before = await files.readTagged(at);
      await files.writeIf(at, { rounds: 0, by: `them ${others}` }, cacheControl, before?.tag);
      return { ok: false };
    },
  };
  await expect(publishGrown(lost, new Map(), growing(1))).rejects.toThrow(/written by somebody else \d times in a row/);
});
