import { moved } from '../../lambdas/foundation/write-outcome.ts';

/** The files that were published, by path. */
export type Files = Map<string, unknown>;

/** A file that is no JSON. */
export class TextFile {
  readonly text: string;
  readonly type: string;

  constructor(text: string, type: string) {
    this.text = text;
    this.type = type;
  }
}

/** The published bucket in memory. As S3 keeps files, each has a tag that changes when it does. */
export function publishedFiles(files: Files, cacheControls: Map<string, string>) {
  const tagOf = (path: string) => (files.has(path) ? JSON.stringify(files.get(path)) : undefined);
  const write = async (path: string, file: unknown, cacheControl?: string): Promise<void> => {
    files.set(path, file);
    if (cacheControl !== undefined) cacheControls.set(path, cacheControl);
  };
  return {
    write,
    writeText: (path: string, text: string, type: string, cacheControl: string) =>
      write(path, new TextFile(text, type), cacheControl),
    read: async <File>(path: string): Promise<File | undefined> => files.get(path) as File | undefined,
    readTagged: async <File>(path: string) => {
      const tag = tagOf(path);
      return tag === undefined ? undefined : { file: files.get(path) as File, tag };
    },
    async writeIf(path: string, file: unknown, cacheControl: string, tag: string | undefined) {
      if (tagOf(path) !== tag) return moved;
      await write(path, file, cacheControl);
      return { ok: true, tag: tagOf(path) ?? '' } as const;
    },
  };
}

export type StagePublisher = ReturnType<typeof publishedFiles>;
