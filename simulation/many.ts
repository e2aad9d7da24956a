import { Worker } from 'node:worker_threads';
import type { Run } from './simulate.ts';
import type { Task } from './worker.ts';

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
  const workers = Array.from({ length: count }, () => new Worker(new URL('./worker.ts', import.meta.url)));
  const serve = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let at = 0;
      const next = () => {
        const task = breached ? undefined : waiting.next();
        if (!task || task.done) return resolve();
        at = asked;
        asked += 1;
        worker.postMessage(task.value);
      };
      worker.on('error', reject);
      worker.on('message', (run: Run) => {
        finished.set(at, run);
        for (let found = finished.get(told); found && !breached; found = finished.get(told)) {
          finished.delete(told);
          told += 1;
          done(found);
          if (found.breach) breached = found;
        }
        next();
      });
      next();
    });
  try {
    await Promise.all(workers.map(serve));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return breached;
}
