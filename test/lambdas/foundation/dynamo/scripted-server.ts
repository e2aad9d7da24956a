import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came, and when by the clock that signed it. */
export interface ServedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly signedAt: number;
}

/** What is answered: a status and a body, or whatever the script does with the answer itself. */
type Answer = readonly [status: number, body: object | string, headers?: Record<string, string>];
export type Script = (call: ServedCall, nth: number) => Answer | ((response: ServerResponse) => void);

/** A pretend DynamoDB that answers by a script, and keeps what was asked. */
export async function scriptedServer(script: Script) {
  const served: ServedCall[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const date = `${request.headers['x-amz-date']}`;
    const call = {
      headers: request.headers,
      body: Buffer.concat(parts).toString(),
      signedAt: Date.parse(date.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5')),
    };
    served.push(call);
    const answer = script(call, served.length - 1);
    if (typeof answer === 'function') return answer(response);
    const [status, body, headers = {}] = answer;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    served,
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-west-2',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'a-secret',
      AWS_SESSION_TOKEN: 'a-session',
    } as Record<string, string>,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An error as DynamoDB writes it. */
export const fault = (name: string, message = 'no', more: object = {}): object => ({
  __type: `com.amazonaws.dynamodb.v20120810#${name}`,
  message,
  ...more,
});
