/** Runs dynalite in a thread of its own, so that the database has a core beside the rest of the local cloud. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import { Gate, type Heard, type IamMode } from '../iam/gate.ts';
import type { PolicyBook } from '../iam/policy-book.ts';
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
/** Tables are ready when the answer comes: there is nothing to provision. */
const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.keepAliveTimeout = 65_000;

/** The gate reads a request first; dynalite is given one that says the same again. */
const standInFront = (gate: Gate, answer: RequestListener): RequestListener => {
  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const { method, url, headers } = request;
    const again = Object.assign(new EventEmitter(), { method, url, headers }) as unknown as IncomingMessage;
    answer(again, response as Parameters<RequestListener>[1]);
    if (body.length > 0) again.emit('data', body);
    again.emit('end');
  };
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (!isRefused(gate, iam.book.account, request, body, response)) pass(request, response, body);
    });
  };
};

if (iam.mode !== 'off') {
  const [answer] = server.listeners('request') as RequestListener[];
  if (answer === undefined) throw new Error('dynalite listens to no requests');
  const gate = new Gate(iam.mode, iam.book, (heard) => report({ heard }));
  server.removeAllListeners('request').on('request', standInFront(gate, answer));
}

server.listen(port, '127.0.0.1', () => report({ port: (server.address() as AddressInfo).port }));

parentPort?.on('message', () => {
  server.close((problem) => {
    report({ closed: true, ...(problem && { problem: problem.message }) });
    parentPort?.close();
  });
  server.closeAllConnections();
});
