/** Opening and closing of listeners on this machine. Nothing of the local cloud listens to other machines. */
import type { Server } from 'node:http';
import type { AddressInfo, Server as SocketServer } from 'node:net';

export const loopback = '127.0.0.1';

/** Longer than any client of ours keeps an idle connection, so that it is never closed under a request. */
const keepAliveMs = 65_000;

/** @returns the port it listens on, which is another one where `port` is 0. */
export const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.keepAliveTimeout = keepAliveMs;
    server.once('error', reject);
    server.listen(port, loopback, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

/** Answers the requests that are under way, then closes every connection. */
export const close = (server: Server, graceMs = 2_000): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Opens a listener only to learn that its port can be had. @returns the port. */
export const listenOnce = (server: SocketServer, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, loopback, () => {
      const found = (server.address() as AddressInfo).port;
      server.close(() => resolve(found));
    });
  });
