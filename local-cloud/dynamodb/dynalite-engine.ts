/** dynalite: DynamoDB on LevelDB, from npm alone. Data is kept in `<state>/dynalite`. */
import { mkdirSync } from 'node:fs';
import type { Heard } from '../iam/gate.ts';
import { openThread } from '../thread.ts';
import type { DynaliteOrder, DynaliteReport, DynaliteWord } from './dynalite.worker.ts';
import type { DynamoEngine, TableTroubles } from './engine.ts';

/**
 * @param env what dynalite reads its account and region from, for the arns it shows.
 * @param compileCache folder of what was compiled before.
 */
export const startDynalite = async (
  order: DynaliteOrder,
  env: Readonly<Record<string, string>>,
  compileCache: string,
  onCrash: (error: Error) => void,
  hear: (heard: Heard) => void,
  troubles: TableTroubles,
): Promise<DynamoEngine> => {
  mkdirSync(order.path, { recursive: true });
  const worker = openThread(new URL('./dynalite.worker.ts', import.meta.url), { workerData: order, env, compileCache });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (report: DynaliteReport) => {
      worker.off('error', reject);
      if ('port' in report) resolve(report.port);
      else reject(new Error('dynalite closed before it began to listen'));
    });
  });
  worker.on('error', (error: Error) => onCrash(error));
  worker.on('message', (report: DynaliteReport) => {
    if ('heard' in report) hear(report.heard);
    if ('throttled' in report) troubles.hear(report.throttled);
  });
  troubles.onChange((faults) => worker.postMessage({ faults } satisfies DynaliteWord));
  let stopping = false;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (!stopping) worker.postMessage('stop' satisfies DynaliteWord);
      stopping = true;
      await exited;
    },
  };
};
