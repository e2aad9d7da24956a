import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The files of whoever runs the command. */
export interface Disk {
  /** The files that a path is or holds, by name; undefined if there is nothing. */
  list(path: string): Promise<readonly string[] | undefined>;
  read(path: string): Promise<string>;
  write(path: string, text: string): Promise<void>;
}

/** A published file has at most a few megabytes. */
const largest = 64 * 1024 * 1024;

export const disk: Disk = {
  async list(path) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isDirectory()) return found && [path];
    const inside = await readdir(path, { recursive: true });
    const files: string[] = [];
    for (const name of inside.sort()) {
      const { size, isFile } = await stat(join(path, name)).then((one) => ({ size: one.size, isFile: one.isFile() }));
      if (isFile && size <= largest && /\.(?:json|txt)$/i.test(name)) files.push(join(path, name));
    }
    return files;
  },
  read: (path) => readFile(path, 'utf8'),
  async write(path, text) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  },
};
