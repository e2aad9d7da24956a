/** Runs dynalite in a thread of its own, so that the database has a core beside the rest of the local cloud. */
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { Gate, type Heard, type IamMode } from '../iam/gate.ts';
import type { PolicyBook } from '../iam/policy-book.ts';
import { dynaliteServer } from './dynalite-server.ts';
import { isRefused } from './gate.ts';

export interface DynaliteOrder {
  readonly path: string;
  readonly port: number;
  /** The thread has a gate of its own, so that no call takes the way over another thread. */
  readonly iam: { readonly mode: IamMode; readonly book: PolicyBook };
}

export type DynaliteReport =
  | { readonly port: number }
  | { readonly heard: Heard }
  | { readonly closed: true; readonly problem?: string };

const { path, port, iam } = workerData as DynaliteOrder;
const report = (message: DynaliteReport): void => parentPort?.postMessage(message);
const gate = new Gate(iam.mode, iam.book, (heard) => report({ heard }));
const server = await dynaliteServer({
  path,
  refuse: (request, body, response) => isRefused(gate, iam.book.account, request, body, response),
});
server.keepAliveTimeout = 65_000;

server.listen(port, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));

parentPort?.on('message', () => {
  server.close((problem) => {
    report({ closed: true, ...(problem && { problem: problem.message }) });
    parentPort?.close();
  });
  server.closeAllConnections();
});
