import { HttpRequest } from '@smithy/core/protocols';
import {
  getRetryAfterHint,
  isThrottlingError,
  isTransientError,
  StandardRetryStrategy,
  type StandardRetryStrategyOptions,
} from '@smithy/core/retry';
import { NodeHttpHandler, streamCollector } from '@smithy/node-http-handler';
import aws4 from 'aws4';
import { clientTimes } from '../../../contracts/call-times.ts';
import { endingInTime, type InTime, ourTimes } from '../clients.gateway.ts';
import type { AskedOf, Dynamo, DynamoCall, SaidBy } from './dynamo.ts';
import { DynamoFault, faultName } from './dynamo-fault.ts';
import { bodyOf, itemIn, saidIn } from './wire-values.gateway.ts';

/*
 * DynamoDB without its SDK, which costs a request of a fan more than all else that the request does (decision 84). A call is
 * one POST of JSON. Its connections, its times, its tries and its pauses are those of the SDK, by the SDK's own parts; so are
 * the values. Here is what lies between: where to, by whose right, and what an answer means.
 */

export interface DynamoOptions extends InTime {
  /** Where the address and the credentials are read. They are Lambda's, and it may change them between invocations. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How long to pause before another try. @default as the SDK: full jitter, longer when throttled */
  readonly pauses: NonNullable<StandardRetryStrategyOptions['backoff']>;
}

export function openDynamo({
  env = process.env,
  times = ourTimes,
  endsAt,
  pauses,
}: Partial<DynamoOptions> = {}): Dynamo {
  const { requestHandler, maxAttempts } = clientTimes(times);
  const http = NodeHttpHandler.create(requestHandler);
  const retries = new StandardRetryStrategy({ maxAttempts, ...(pauses && { backoff: pauses }) });
  const clock = { offset: 0 };

  const tryOnce = async (name: DynamoCall, body: string): Promise<object> => {
    const offset = clock.offset;
    const { response } = await http.handle(requestOf(name, body, env, offset));
    const bytes: Uint8Array = await streamCollector(response.body);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
    clock.offset = offsetSaid(response, offset);
    if (response.statusCode < 300) return text === '' ? {} : (JSON.parse(text) as object);
    throw faultIn(response, text, Math.abs(clock.offset - offset) >= skewMs);
  };

  const untilDone = async (name: DynamoCall, body: string): Promise<object> => {
    let token = await retries.acquireInitialRetryToken('');
    for (;;) {
      try {
        const said = await tryOnce(name, body);
        retries.recordSuccess(token);
        return said;
      } catch (error) {
        // Pauses. It throws if the error is none to try again after, or if there were enough tries: then that error is thrown.
        token = await retries.refreshRetryTokenForRetry(token, retryInfo(error)).catch(() => {
          throw error;
        });
      }
    }
  };

  const within = endingInTime({ times, ...(endsAt && { endsAt }) });
  return {
    async call<Call extends DynamoCall>(name: Call, asked: AskedOf<Call>) {
      const body = bodyOf(asked);
      return saidIn(await within(() => untilDone(name, body))) as SaidBy<Call>;
    },
  };
}

type Env = DynamoOptions['env'];
type WireAnswer = Awaited<ReturnType<NodeHttpHandler['handle']>>['response'];

/** A clock that is wrong by so much signs what AWS may refuse: it does from five minutes on. */
const skewMs = 240_000;

function requestOf(name: DynamoCall, body: string, env: Env, clockOffset: number): HttpRequest {
  const region = told(env, 'AWS_REGION');
  const place = new URL(env.AWS_ENDPOINT_URL_DYNAMODB || env.AWS_ENDPOINT_URL || addressIn(region));
  const signed = aws4.sign(
    {
      service: 'dynamodb',
      region,
      method: 'POST',
      path: place.pathname,
      headers: {
        Host: place.host,
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Date': new Date(Date.now() + clockOffset).toISOString().replace(/[-:]|\.\d{3}/g, ''),
        'X-Amz-Target': `DynamoDB_20120810.${name}`,
      },
      body,
    },
    {
      accessKeyId: told(env, 'AWS_ACCESS_KEY_ID'),
      secretAccessKey: told(env, 'AWS_SECRET_ACCESS_KEY'),
      ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    },
  );
  return new HttpRequest({
    protocol: place.protocol,
    hostname: place.hostname,
    ...(place.port && { port: Number(place.port) }),
    method: 'POST',
    path: place.pathname,
    headers: signed.headers as Record<string, string>,
    body,
  });
}

const addressIn = (region: string) =>
  `https://dynamodb.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;

function told(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set: without it no table can be asked`);
  return value;
}

/** How far our clock is behind the one that answered; as before if the answer does not say, or is from a cache. */
function offsetSaid({ headers }: WireAnswer, before: number): number {
  const saidAt = Date.parse(headers.date ?? '');
  return Number.isNaN(saidAt) || headers.age !== undefined ? before : saidAt - Date.now();
}

function faultIn(response: WireAnswer, text: string, isCorrected: boolean): DynamoFault {
  const { headers, statusCode: httpStatusCode } = response;
  const body = objectIn(text);
  const message = body.message ?? body.Message ?? `${httpStatusCode}: ${text.slice(0, 200)}`;
  const requestId = headers['x-amzn-requestid'];
  const retryAfter = getRetryAfterHint(response);
  return new DynamoFault(faultName(headers['x-amzn-errortype'] ?? body.__type), `${message}`, {
    httpStatusCode,
    ...(isCorrected && { clockSkewCorrected: true }),
    ...(requestId && { requestId }),
    ...(retryAfter && { retryAfter }),
    ...(body.Item && { item: itemIn(body.Item) }),
  });
}

/** Something between us and DynamoDB may answer in HTML. */
function objectIn(text: string): Readonly<Record<string, object | undefined>> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, object>;
  } catch {
    return {};
  }
}

/** What the rules of the SDK are told: a fault of DynamoDB, or an error of the connection. */
function retryInfo(thrown: unknown) {
  const error = thrown as Parameters<typeof isThrottlingError>[0];
  const errorType = isThrottlingError(error) ? 'THROTTLING' : isTransientError(error) ? 'TRANSIENT' : 'CLIENT_ERROR';
  const retryAfterHint = thrown instanceof DynamoFault ? thrown.$metadata.retryAfter : undefined;
  return { error, errorType, ...(retryAfterHint && { retryAfterHint }) } as const;
}
