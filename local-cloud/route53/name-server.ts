/** The name server of this cloud, by UDP and TCP on one port of the loopback address. */
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import dns from 'dns2';
import { loopback } from '../http/listener.ts';
import { answerTo, type World } from './answers.ts';
import { isAnswer, isQuery, questionIn, refusalOf, replyTo } from './messages.ts';

export interface NameServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Another program may have a port by UDP that is free by TCP. */
const mostTries = 20;

/**
 * @param port Is tried first; another one is taken if it cannot be had by both ways.
 * @throws when no port can be had by both ways.
 */
export async function startNameServer(world: World, port: number, log: (line: string) => void): Promise<NameServer> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const running = await listenAt(attempt === 0 ? port : 0, world, log);
    if (running) return running;
  }
  throw new Error('There is no port that is free by UDP and by TCP for the name server.');
}

async function listenAt(port: number, world: World, log: (line: string) => void): Promise<NameServer | undefined> {
  const replyFor = (request: Parameters<typeof questionIn>[0]) => {
    const question = questionIn(request);
    if (!isQuery(request)) return refusalOf(request, 'NOTIMP');
    if (!question) return refusalOf(request, 'FORMERR');
    try {
      return replyTo(request, answerTo(question, world));
    } catch (error) {
      log(`${question.name} ${question.type}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
      return refusalOf(request, 'SERVFAIL');
    }
  };
  const handle: Parameters<typeof dns.createTCPServer>[0] = (request, send) => {
    // Two servers that answered each other's answers would never end.
    if (isAnswer(request)) return;
    // The asker may be gone, or be where nothing can be sent to.
    Promise.resolve(send(replyFor(request))).catch((error: unknown) => log(String(error)));
  };
  const byTcp = dns.createTCPServer(handle) as unknown as Server;
  const found = await opened(byTcp, () => byTcp.listen(port, loopback));
  if (!found) return undefined;
  const byUdp = dns.createUDPServer(handle as Parameters<typeof dns.createUDPServer>[0]);
  const bothFound = await opened(byUdp, () => void byUdp.listen(found, loopback));
  const closeTcp = () => new Promise<void>((done) => byTcp.close(() => done()));
  if (!bothFound) {
    await closeTcp();
    return undefined;
  }
  // A message that cannot be read has no answer, as on AWS.
  for (const server of [byTcp, byUdp])
    for (const event of ['error', 'requestError']) server.on(event, (error) => log(String(error)));
  const connections = new Set<{ destroy(): unknown }>();
  byTcp.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  return {
    port: found,
    stop: async () => {
      for (const socket of connections) socket.destroy();
      await Promise.all([closeTcp(), new Promise<void>((done) => byUdp.close(() => done()))]);
    },
  };
}

/** @returns the port, or undefined if somebody has it. */
async function opened(server: Server | Socket, listen: () => void): Promise<number | undefined> {
  const listening = once(server, 'listening');
  listen();
  try {
    await listening;
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return undefined;
  }
}
