/** A listener with the gate in it, in front of an engine that is a program of its own. */
import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Fault } from '../faults/fault.ts';
import { readBody } from '../http/body.ts';
import { close, listen } from '../http/listener.ts';
import type { Gate } from '../iam/gate.ts';
import type { DynamoEngine, TableTroubles } from './engine.ts';
import { isRefused, isThrottled } from './gate.ts';

const largestBody = 16 * 1024 * 1024;

export const gatedEngine = async (
  engine: DynamoEngine,
  gate: Gate,
  account: string,
  port: number,
  troubles: TableTroubles,
): Promise<DynamoEngine> => {
  let faults: readonly Fault<'table-throttled'>[] = [];
  troubles.onChange((all) => {
    faults = all;
  });
  const agent = new Agent({ keepAlive: true });
  const pass = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const { method, url, headers } = request;
    const onward = httpRequest(`${engine.url}${url}`, { agent, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  };
  const server = createServer((request, response) => {
    readBody(request, largestBody).then(
      (body) => {
        if (body === undefined) response.writeHead(413).end();
        else if (isRefused(gate, account, request, body, response)) return;
        else if (!isThrottled(faults, request, body, response, troubles.hear)) pass(request, response, body);
      },
      () => response.destroy(),
    );
  });
  const listening = await listen(server, port);
  return {
    url: `http://127.0.0.1:${listening}`,
    stop: async () => {
      await close(server);
      agent.destroy();
      await engine.stop();
    },
  };
};
