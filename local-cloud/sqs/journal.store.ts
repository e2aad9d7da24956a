/**
 * Keeps a queue on disk: one line for each thing that happened, appended as it happens. At the next
 * start the queue is built again from the lines, and the file is rewritten without what is over.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageQueue } from './message-queue.ts';
import type { Happening } from './queue-shapes.ts';

export interface Journal {
  readonly record: (happening: Happening) => void;
  /** Everything that happened before. */
  readonly past: () => readonly Happening[];
  /** Replaces the past by its summary and begins to append. */
  readonly open: (queue: MessageQueue) => void;
  /** Resolves when every line is on disk. */
  readonly close: () => Promise<void>;
}

const asLines = (happenings: readonly Happening[]): string =>
  happenings.map((happening) => `${JSON.stringify(happening)}\n`).join('');

/** A line cut short by a crash is the last one, and its sender was never answered. */
const readLines = (text: string): readonly Happening[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Happening);

/** @param folder is made if it is not there. */
export const openJournal = (folder: string, queueName: string): Journal => {
  const file = join(folder, `${queueName}.jsonl`);
  let stream: ReturnType<typeof createWriteStream> | undefined;
  return {
    record: (happening) => {
      stream?.write(`${JSON.stringify(happening)}\n`);
    },
    past: () => (existsSync(file) ? readLines(readFileSync(file, 'utf8')) : []),
    open: (queue) => {
      mkdirSync(folder, { recursive: true });
      const summary = `${file}.new`;
      writeFileSync(summary, asLines(queue.snapshot()));
      renameSync(summary, file);
      stream = createWriteStream(file, { flags: 'a' });
    },
    close: () =>
      new Promise((resolve, reject) => {
        const last = stream;
        stream = undefined;
        if (last === undefined) {
          resolve();
          return;
        }
        last.once('error', reject);
        last.end(() => resolve());
      }),
  };
};
