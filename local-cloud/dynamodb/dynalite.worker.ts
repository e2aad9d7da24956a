/** Runs dynalite in a thread of its own, so that the database has a core beside the rest of the local cloud. */
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';

export interface DynaliteOrder {
  readonly path: string;
  readonly port: number;
}

const { path, port } = workerData as DynaliteOrder;
/** Tables are ready when the answer comes: there is nothing to provision. */
const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.keepAliveTimeout = 65_000;

server.listen(port, '127.0.0.1', () => parentPort?.postMessage({ port: (server.address() as AddressInfo).port }));

parentPort?.on('message', () => {
  server.close((problem) => {
    parentPort?.postMessage({ closed: true, problem: problem?.message });
    parentPort?.close();
  });
  server.closeAllConnections();
});
