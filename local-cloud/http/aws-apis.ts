/**
 * One listener for the AWS APIs that run in this process. The listener knows a service of the JSON protocol by
 * `X-Amz-Target` (`AmazonSQS.SendMessage`), and the others by path (`/2015-03-31/functions/…`). Each says what a call
 * asks for, and the gate of `iam/` decides before the service hears of it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Denied, Gate } from '../iam/gate.ts';
import type { Ask } from '../iam/judge.ts';
import { readBody } from './body.ts';
import { jsonDenial, pathDenial } from './denials.ts';
import { close, listen, loopback } from './listener.ts';
import { regionOf } from './region.ts';

export type JsonReply =
  | { readonly ok: true; readonly body: object }
  | {
      readonly ok: false;
      /** The name of the error's shape, e.g. `com.amazonaws.sqs#QueueDoesNotExist`. */
      readonly type: string;
      readonly message: string;
      /** The name that services had for it before they spoke JSON, which SDKs still read. */
      readonly queryError?: string;
      /** @default 400 */
      readonly status?: number;
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
  /** From the credential scope of the signature. */
  readonly region: string | undefined;
  readonly body: Buffer;
}

export interface PathReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The rule of a service for its calls. */
export interface Guard<Call, Reply> {
  /** All that the caller must be allowed. */
  readonly asks: (call: Call) => readonly Ask[];
  /** @default in the words of most services of the protocol */
  readonly refuse?: (denied: Denied) => Reply;
}

export interface AwsApis {
  /** Of port 0 until it listens. */
  readonly url: string;
  /** @param target what stands before the dot of `X-Amz-Target`. */
  readonly serveJson: (
    target: string,
    guard: Guard<JsonCall, JsonReply>,
    answer: (call: JsonCall) => Promise<JsonReply>,
  ) => void;
  readonly servePath: (
    prefix: string,
    guard: Guard<PathCall, PathReply>,
    answer: (call: PathCall) => Promise<PathReply>,
  ) => void;
  /** For people and programs of this machine, who sign nothing. */
  readonly servePage: (prefix: string, answer: (call: PathCall) => Promise<PathReply>) => void;
}

export interface AwsApisListener extends AwsApis {
  readonly listen: (port: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The largest request of any service here: an asynchronous invocation or an SQS batch is 1 MiB, an invocation 6 MB. */
const largestBody = 8 * 1024 * 1024;

const send = (response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string) => {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

const sendFault = (response: ServerResponse, type: string, message: string, status = 400): void =>
  send(response, status, { 'content-type': 'application/x-amz-json-1.0' }, JSON.stringify({ __type: type, message }));

type Guarded<Call, Reply> = (call: Call, request: IncomingMessage) => Promise<Reply>;

/** @param log hears of every failure in here. */
export const awsApis = (gate: Gate, log: (line: string) => void): AwsApisListener => {
  const targets = new Map<string, Guarded<JsonCall, JsonReply>>();
  const paths = new Map<string, Guarded<PathCall, PathReply>>();

  const guarded =
    <Call, Reply>(
      { asks, refuse }: Guard<Call, Reply>,
      otherwise: (denied: Denied) => Reply,
      answer: (call: Call) => Promise<Reply>,
    ): Guarded<Call, Reply> =>
    async (call, { headers, url = '/' }) => {
      const denied = gate.refusalOf(headers, url, () => asks(call));
      return denied === undefined ? answer(call) : (refuse ?? otherwise)(denied);
    };

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
    const call = { action, input: input as Readonly<Record<string, unknown>>, region: regionOf(request) };
    const reply = await serve({ ...call, signal: gone.signal }, request);
    const type = String(request.headers['content-type'] ?? 'application/x-amz-json-1.0');
    if (reply.ok) {
      send(response, 200, { 'content-type': type }, JSON.stringify(reply.body));
      return;
    }
    const legacy = reply.queryError === undefined ? {} : { 'x-amzn-query-error': `${reply.queryError};Sender` };
    const fault = JSON.stringify({ __type: reply.type, message: reply.message });
    send(response, reply.status ?? 400, { 'content-type': type, ...legacy }, fault);
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
      const { method = 'GET', headers } = request;
      const reply = await serve({ method, url, headers, region: regionOf(request), body }, request);
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
    serveJson: (target, guard, serve) => targets.set(target, guarded(guard, jsonDenial, serve)),
    servePath: (prefix, guard, serve) => paths.set(prefix, guarded(guard, pathDenial, serve)),
    servePage: (prefix, serve) => paths.set(prefix, serve),
    listen: async (wanted) => {
      port = await listen(server, wanted);
    },
    close: () => close(server),
  };
};
