import { Worker } from 'node:worker_threads';
import type { Run } from './simulate.ts';
import type { Task } from './worker.ts';

/** A thread of its own, which runs one task after another. It keeps the process alive until it is ended. */
export class Thread {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url));

  /** One at a time: the next may be asked for once this one has come. */
  run(task: Task): Promise<Run> {
    return new Promise((resolve, reject) => {
      const failed = (error: unknown) => {
        this.#worker.off('message', came);
        reject(error);
      };
      const came = (run: Run) => {
        this.#worker.off('error', failed);
        resolve(run);
      };
      this.#worker.once('error', failed);
      this.#worker.once('message', came);
      this.#worker.postMessage(task);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/**
 * Runs seeds on several threads and hands the results over in the order of the seeds, until one is breached: so the
 * first breach is the same however many threads there are.
 */
export async function runMany(
  tasks: Iterable<Task>,
  { workers: count, done }: { readonly workers: number; done(run: Run): void },
): Promise<Run | undefined> {
  const waiting = tasks[Symbol.iterator]();
  const finished = new Map<number, Run>();
  let asked = 0;
  let told = 0;
  let breached: Run | undefined;
  const threads = Array.from({ length: count }, () => new Thread());
  const serve = async (thread: Thread) => {
    for (let task = waiting.next(); !task.done && !breached; task = waiting.next()) {
      const at = asked;
      asked += 1;
      finished.set(at, await thread.run(task.value));
      for (let found = finished.get(told); found && !breached; found = finished.get(told)) {
        finished.delete(told);
        told += 1;
        done(found);
        if (found.breach) breached = found;
      }
    }
  };
  try {
    await Promise.all(threads.map(serve));
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return breached;
}
