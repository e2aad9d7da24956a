import type { Disk } from '../../verify/src/disk.gateway.ts';

/** Files in memory, by their paths. */
export function memoryDisk(files: Map<string, string>): Disk {
  return {
    async list(path) {
      if (files.has(path)) return [path];
      const inside = [...files.keys()].filter((name) => name.startsWith(`${path}/`)).sort();
      return inside.length > 0 ? inside : undefined;
    },
    read: async (path) => files.get(path) ?? '',
    async write(path, text) {
      files.set(path, text);
    },
  };
}
