/** The gate in front of a DynamoDB engine: answers in the engine's place when IAM would refuse, or a fault throttles. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults/fault.ts';
import { worded } from '../http/denials.ts';
import { regionOf } from '../http/region.ts';
import type { Gate } from '../iam/gate.ts';
import { dynamoAsks } from './asks.ts';
import { type Throttled, throttledBody, throttledBy } from './throttling.ts';

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // The engine says what is wrong with it.
    return undefined;
  }
};

/** @returns whether the request was refused, and has been answered. */
export const isRefused = (
  gate: Gate,
  account: string,
  request: Pick<IncomingMessage, 'headers' | 'url'>,
  body: Buffer,
  response: ServerResponse,
): boolean => {
  const [, action = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const asks = () => dynamoAsks(action, parsed(body), regionOf(request) ?? '', account);
  const denied = gate.refusalOf(request.headers, request.url ?? '/', asks);
  if (denied === undefined) return false;
  const [type, message] = worded(denied);
  refuse(response, { __type: `com.amazon.coral.service#${type}`, Message: message, message });
  return true;
};

const refuse = (response: ServerResponse, body: object): void => {
  const text = JSON.stringify(body);
  response.writeHead(400, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

/** @returns whether the request was turned away, and has been answered. @param hear is told of each that was. */
export const isThrottled = (
  faults: readonly Fault<'table-throttled'>[],
  request: Pick<IncomingMessage, 'headers'>,
  body: Buffer,
  response: ServerResponse,
  hear: (throttled: Throttled) => void,
): boolean => {
  if (faults.length === 0) return false;
  const [, action = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  const throttled = throttledBy(faults, action, parsed(body), Date.now());
  if (throttled === undefined) return false;
  hear(throttled);
  refuse(response, throttledBody(throttled));
  return true;
};
