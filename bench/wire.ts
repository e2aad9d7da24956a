import { connect, type Socket } from 'node:net';

/*
 * HTTP/1.1 at its cheapest: one keep-alive connection, one request at a time, and no response read further than it must
 * be. The driver shares two cores with the cloud it measures; node:http would take a third of one.
 */

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
}

export interface WireResponse {
  readonly status: number;
  readonly body: string;
}

export interface Wire {
  send(request: WireRequest): Promise<WireResponse>;
  close(): void;
}

export function openWire(host: string, port: number): Wire {
  const socket: Socket = connect({ host, port, noDelay: true });
  let received: Buffer = Buffer.alloc(0);
  let settle: { resolve(response: WireResponse): void; reject(error: Error): void } | undefined;
  const fail = (error: Error) => {
    settle?.reject(error);
    settle = undefined;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed')));
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const read = readResponse(received);
    if (!read) return;
    received = received.subarray(read.end);
    settle?.resolve(read.response);
    settle = undefined;
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(written(request, host, port));
      }),
    close: () => {
      socket.removeAllListeners('close');
      socket.destroy();
    },
  };
}

function written({ method, path, headers = {}, body }: WireRequest, host: string, port: number): string {
  const lines = Object.entries({
    host: `${host}:${port}`,
    // As browsers do. A request that shows none of their marks is taken for a program, and kept back.
    'accept-language': 'en-GB',
    'sec-fetch-site': 'same-origin',
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`;
}

/** The first whole response among the bytes, and where it ends; undefined if more must come. */
export function readResponse(bytes: Buffer): { readonly response: WireResponse; readonly end: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const from = headEnd + 4;
  const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
  if (length !== undefined || status === 204 || status === 304) {
    const end = from + Number(length ?? 0);
    return bytes.length < end ? undefined : { response: { status, body: bytes.toString('utf8', from, end) }, end };
  }
  if (!head.includes('transfer-encoding: chunked')) throw new Error('a response without a length');
  return readChunks(bytes, from, status);
}

function readChunks(bytes: Buffer, from: number, status: number): ReturnType<typeof readResponse> {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { response: { status, body: Buffer.concat(parts).toString('utf8') }, end: next };
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}
