/**
 * One listener for the AWS APIs that run in this process. The listener knows a service of the JSON protocol by
 * `X-Amz-Target` (`AmazonSQS.SendMessage`), and the others by path (`/2015-03-31/functions/…`). Signatures are not
 * checked: nobody but this machine can reach it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { close, listen, loopback } from './listener.ts';

export type JsonReply =
  | { readonly ok: true; readonly body: object }
  | {
      readonly ok: false;
      /** The name of the error's shape, e.g. `com.amazonaws.sqs#QueueDoesNotExist`. */
      readonly type: string;
      readonly message: string;
      /** The name that services had for it before they spoke JSON, which SDKs still read. */
      readonly queryError?: string;
    };

export interface JsonCall {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** From the credential scope of the signature. */
  readonly region: string | undefined;
  /** Ends when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface PathCall {
  readonly method: string;
  /** With the query string. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface PathReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface AwsApis {
  /** Of port 0 until it listens. */
  readonly url: string;
  /** @param target what stands before the dot of `X-Amz-Target`. */
  readonly serveJson: (target: string, answer: (call: JsonCall) => Promise<JsonReply>) => void;
  readonly servePath: (prefix: string, answer: (call: PathCall) => Promise<PathReply>) => void;
}

export interface AwsApisListener extends AwsApis {
  readonly listen: (port: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The largest request of any service here: an asynchronous invocation or an SQS batch is 1 MiB, an invocation 6 MB. */
const largestBody = 8 * 1024 * 1024;

const regionOf = (request: IncomingMessage): string | undefined =>
  /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1];

const send = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string) => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const sendFault = (response: ServerResponse, type: string, message: string, status = 400): void =>
  send(response, status, { 'content-type': 'application/x-amz-json-1.0' }, JSON.stringify({ __type: type, message }));

/** @param log hears of every failure in here. */
export const awsApis = (log: (line: string) => void): AwsApisListener => {
  const targets = new Map<string, (call: JsonCall) => Promise<JsonReply>>();
  const paths = new Map<string, (call: PathCall) => Promise<PathReply>>();

  const answerJson = async (request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
    const [target = '', action = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
    const serve = targets.get(target);
    if (serve === undefined) {
      sendFault(response, 'UnknownOperationException', `The local cloud does not run ${target || request.url}.`);
      return;
    }
    let input: unknown;
    try {
      input = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    } catch {
      sendFault(response, 'SerializationException', 'The body is not JSON.');
      return;
    }
    if (typeof input !== 'object' || input === null) {
      sendFault(response, 'SerializationException', 'The body is not a JSON object.');
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const reply = await serve({
      action,
      input: input as Readonly<Record<string, unknown>>,
      region: regionOf(request),
      signal: gone.signal,
    });
    const type = String(request.headers['content-type'] ?? 'application/x-amz-json-1.0');
    if (reply.ok) {
      send(response, 200, { 'content-type': type }, JSON.stringify(reply.body));
      return;
    }
    const legacy = reply.queryError === undefined ? {} : { 'x-amzn-query-error': `${reply.queryError};Sender` };
    const fault = JSON.stringify({ __type: reply.type, message: reply.message });
    send(response, 400, { 'content-type': type, ...legacy }, fault);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request, largestBody);
    const url = request.url ?? '/';
    if (body === undefined) {
      sendFault(response, 'RequestEntityTooLargeException', 'The request is too large.', 413);
      return;
    }
    for (const [prefix, serve] of paths) {
      if (!url.startsWith(prefix)) continue;
      const reply = await serve({ method: request.method ?? 'GET', url, headers: request.headers, body });
      send(response, reply.status, reply.headers, reply.body);
      return;
    }
    await answerJson(request, response, body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`an AWS API failed: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) sendFault(response, 'InternalFailure', 'The local cloud failed.', 500);
    });
  });
  let port = 0;
  return {
    get url() {
      return `http://${loopback}:${port}`;
    },
    serveJson: (target, serve) => targets.set(target, serve),
    servePath: (prefix, serve) => paths.set(prefix, serve),
    listen: async (wanted) => {
      port = await listen(server, wanted);
    },
    close: () => close(server),
  };
};
