/** Runs dynalite in a thread of its own, so that the database has a core beside the rest of the local cloud. */
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import type { Fault } from '../faults/fault.ts';
import { Gate, type Heard, type IamMode } from '../iam/gate.ts';
import type { PolicyBook } from '../iam/policy-book.ts';
import { dynaliteServer } from './dynalite-server.ts';
import { isRefused, isThrottled } from './gate.ts';
import type { Throttled } from './throttling.ts';

export interface DynaliteOrder {
  readonly path: string;
  readonly port: number;
  /** The thread has a gate of its own, so that no call takes the way over another thread. */
  readonly iam: { readonly mode: IamMode; readonly book: PolicyBook };
}

export type DynaliteReport =
  | { readonly port: number }
  | { readonly heard: Heard }
  | { readonly throttled: Throttled }
  | { readonly closed: true; readonly problem?: string };

/** Said to the thread: to stop, or which faults its tables have now. */
export type DynaliteWord = 'stop' | { readonly faults: readonly Fault<'table-throttled'>[] };

const { path, port, iam } = workerData as DynaliteOrder;
const report = (message: DynaliteReport): void => parentPort?.postMessage(message);
const gate = new Gate(iam.mode, iam.book, (heard) => report({ heard }));
let faults: readonly Fault<'table-throttled'>[] = [];
const server = await dynaliteServer({
  path,
  refuse: (request, body, response) =>
    isRefused(gate, iam.book.account, request, body, response) ||
    isThrottled(faults, request, body, response, (throttled) => report({ throttled })),
});
server.keepAliveTimeout = 65_000;

server.listen(port, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));

parentPort?.on('message', (word: DynaliteWord) => {
  if (word !== 'stop') {
    faults = word.faults;
    return;
  }
  server.close((problem) => {
    report({ closed: true, ...(problem && { problem: problem.message }) });
    parentPort?.close();
  });
  server.closeAllConnections();
});
