import { listed } from './commitments.ts';
import type { Disk } from './disk.gateway.ts';
import { type Recognised, recognise } from './recognise.ts';

/**
 * A folder of files that were published, kept so that nothing which was seen once can be lost. A file that is not the one
 * that was kept before is put beside it, as `….changed.json`, and named. Only a board is replaced, since its head is
 * kept elsewhere; a checkpoint, since the log must have every tree that was ever signed; and a ledger, a log or a list by
 * one that begins with all of the old.
 */
export class Keeper {
  readonly changed: string[] = [];
  readonly #kept = new Set<string>();
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#folder = folder;
  }

  get kept(): number {
    return this.#kept.size;
  }

  async keep(name: string, text: string, read: Recognised): Promise<void> {
    this.#kept.add(name);
    const at = `${this.#folder}/${name}`;
    const before = await this.#read(at);
    if (before === text) return;
    if (before === undefined || mayReplace(recognise(before), read)) return this.#disk.write(at, text);
    if (!this.changed.includes(name)) this.changed.push(name);
    await this.#beside(at, text);
  }

  async #beside(at: string, text: string): Promise<void> {
    for (let number = 1; ; number += 1) {
      const beside = at.replace(/\.json$/, number === 1 ? '.changed.json' : `.changed-${number}.json`);
      const before = await this.#read(beside);
      if (before === text) return;
      if (before === undefined) return this.#disk.write(beside, text);
    }
  }

  async #read(at: string): Promise<string | undefined> {
    return (await this.#disk.list(at)) ? this.#disk.read(at) : undefined;
  }
}

function mayReplace(before: Recognised, now: Recognised): boolean {
  if (before.kind === 'board') return now.kind === 'board';
  if (before.kind === 'ledger' && now.kind === 'ledger') {
    const { entries } = now.file;
    return before.file.entries.every(({ text, hash }, at) => entries[at]?.text === text && entries[at]?.hash === hash);
  }
  if (before.kind === 'checkpoint') return now.kind === 'checkpoint';
  if (before.kind === 'log' && now.kind === 'log') {
    const { leaves } = now.file;
    return before.file.leaves.every((leaf, at) => leaves[at] === leaf);
  }
  if (before.kind === 'rounds' && now.kind === 'rounds') {
    const all = new Set(listed(now.file));
    return listed(before.file).every((round) => all.has(round));
  }
  return false;
}
