/**
 * Turns a function's answer into the HTTP API's response. An object with a `statusCode` is a response; anything else is
 * the body of a 200 in JSON. An answer that is neither is the function's fault: 500.
 */
import type { HostResponse } from '../kind.ts';

const json = 'application/json';

export const plainAnswer = (status: number, message: string): HostResponse => ({
  status,
  headers: { 'content-type': json },
  body: Buffer.from(JSON.stringify({ message })),
});

/** An authorizer's no: AWS says the reason in a header, and no more than the status in the body. */
export const refusedAnswer = (status: 401 | 403, challenge: string): HostResponse => {
  const plain = plainAnswer(status, status === 401 ? 'Unauthorized' : 'Forbidden');
  return { ...plain, headers: { ...plain.headers, 'www-authenticate': challenge } };
};

const serverError = (): HostResponse => plainAnswer(500, 'Internal Server Error');

interface Structured {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, unknown>> | null;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
  readonly cookies?: unknown;
}

const structured = (answer: Structured): HostResponse => {
  const status = Number(answer.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return serverError();
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name.toLowerCase()] = String(value);
  const { body } = answer;
  if (body !== undefined && body !== null && typeof body !== 'string') return serverError();
  headers['content-type'] ??= 'text/plain;charset=utf-8';
  const cookies = Array.isArray(answer.cookies) ? answer.cookies.map(String) : [];
  return {
    status,
    headers,
    body: Buffer.from(body ?? '', answer.isBase64Encoded === true ? 'base64' : 'utf8'),
    ...(cookies.length === 0 ? {} : { cookies }),
  };
};

/** @param payload JSON, as the function returned it. */
export const responseOf = (payload: string): HostResponse => {
  const answer: unknown = JSON.parse(payload);
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer) && 'statusCode' in answer) {
    return structured(answer as Structured);
  }
  const body = typeof answer === 'string' ? answer : payload;
  return { status: 200, headers: { 'content-type': json }, body: Buffer.from(body) };
};
