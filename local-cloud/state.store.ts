/**
 * The folder that survives a restart. One local cloud at a time may use it. `lock.json` says which. It is believed only
 * while that one answers, because a process id alone may by now be somebody else's. `local.json` is there while
 * everything runs, for the programs that want to know where.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address } from './kind.ts';
import type { Outputs } from './making.ts';

interface Lock {
  readonly pid: number;
  readonly instance: string;
  /** Answers with the instance. */
  readonly url: string;
}

/** The content of `<state>/local.json`. */
export interface LocalJson {
  readonly pid: number;
  readonly addresses: readonly Address[];
  readonly outputs: Outputs;
  readonly endpoints: Readonly<Record<string, string>>;
}

const answerMs = 2_000;

const readLock = (file: string): Lock | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Lock;
  } catch {
    // Cut short by a crash while it was written: nobody holds it.
    return undefined;
  }
};

const isAlive = async ({ url, instance }: Lock): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerMs) });
    return (await response.text()) === instance;
  } catch (error) {
    // A cloud that is too busy to answer in time is still there. One that does not listen is gone.
    return error instanceof DOMException && error.name === 'TimeoutError';
  }
};

/** Says that nobody else's things were in the folder when a local cloud first used it, so that all in it may be cleared. */
const mark = '.local-cloud';

const isMarked = (folder: string): boolean => existsSync(join(folder, mark));

/**
 * Makes the folder, and marks it as one that may be cleared if nothing is in it but folders of other clouds. A program
 * that writes into it before its cloud starts calls this first.
 */
export const markFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const isOurs = readdirSync(folder).every((name) => isMarked(join(folder, name)));
  if (isOurs) writeFileSync(join(folder, mark), 'Everything in this folder may be deleted.\n');
};

export class State {
  readonly folder: string;
  readonly #lock: string;
  readonly #local: string;
  readonly #logs: string;
  readonly #mark: string;
  /** Threads and programs that were told to end may still say something. By then the folder belongs to somebody else. */
  #released = false;

  constructor(folder: string) {
    this.folder = folder;
    this.#lock = join(folder, 'lock.json');
    this.#local = join(folder, 'local.json');
    this.#logs = join(folder, 'logs');
    this.#mark = join(folder, mark);
    markFolder(folder);
    mkdirSync(this.#logs, { recursive: true });
  }

  /** @returns the sentence that says who has it already, or undefined once it is ours. */
  async take(lock: Lock): Promise<string | undefined> {
    const other = readLock(this.#lock);
    if (other !== undefined && (await isAlive(other))) {
      return `A local cloud already runs on ${this.folder} (process ${other.pid}). Stop it first, or give another --state.`;
    }
    writeFileSync(this.#lock, JSON.stringify(lock));
    rmSync(this.#local, { force: true });
    return undefined;
  }

  /** Forgets everything an earlier run left; the folder of another cloud in it stays. @throws if there may be something else in the folder. */
  clear(): void {
    if (!existsSync(this.#mark)) {
      throw new Error(`${this.folder} was not empty when a local cloud first used it, so --fresh does not clear it.`);
    }
    for (const name of readdirSync(this.folder)) {
      const path = join(this.folder, name);
      if (path !== this.#lock && path !== this.#mark && !isMarked(path)) rmSync(path, { recursive: true, force: true });
    }
    mkdirSync(this.#logs, { recursive: true });
  }

  publish(local: LocalJson): void {
    writeFileSync(this.#local, `${JSON.stringify(local, null, 2)}\n`);
  }

  release(): void {
    this.#released = true;
    rmSync(this.#local, { force: true });
    rmSync(this.#lock, { force: true });
  }

  /** One line, with the time before it, to `logs/<source>.log`; nothing once the folder is released. */
  log(source: string, line: string): void {
    if (this.#released) return;
    const name = source.replace(/[^\w.-]/g, '_');
    appendFileSync(join(this.#logs, `${name}.log`), `${new Date().toISOString()} ${line}\n`);
  }
}
