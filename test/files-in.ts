import { createHash } from 'node:crypto';
import type { FilesByPath } from '../lambdas/foundation/aws.gateway.ts';

/** Published files in a map, by path, as S3 keeps them: a file's tag follows from its content. */
export function filesIn(files: Map<string, unknown>): FilesByPath {
  const tagOf = (path: string) =>
    files.has(path)
      ? createHash('md5')
          .update(JSON.stringify(files.get(path)))
          .digest('hex')
      : undefined;
  const write = async (path: string, file: unknown) => {
    files.set(path, structuredClone(file));
  };
  return {
    write,
    writeText: (path, text) => write(path, text),
    read: async <File>(path: string) => structuredClone(files.get(path)) as File | undefined,
    readTagged: async <File>(path: string) => {
      const tag = tagOf(path);
      return tag === undefined ? undefined : { file: structuredClone(files.get(path)) as File, tag };
    },
    async writeIf(path, file, _cacheControl, tag) {
      if (tagOf(path) !== tag) return { ok: false };
      await write(path, file);
      return { ok: true, tag: tagOf(path) ?? '' };
    },
  };
}
