import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/**
 * As much of Secrets Manager, SQS and S3 as handlers touch, in one small server: secrets by ARN, what was sent,
 * what was published. The handlers under test reach it by the SDK, through AWS_ENDPOINT_URL_*.
 */
export async function fakeAws(secrets: Readonly<Record<string, string>> = {}) {
  const sent: unknown[] = [];
  const objects = new Map<
    string,
    { readonly text: string; readonly cacheControl: string | undefined; readonly gzip?: Buffer }
  >();
  const server = createServer(async (request, response) => {
    const bytes = await bytesOf(request);
    const body = bytes.toString('utf8');
    const target = request.headers['x-amz-target'];
    const json = (status: number, answer: unknown) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    };
    if (target === 'secretsmanager.GetSecretValue') {
      const secret = secrets[JSON.parse(body).SecretId];
      return secret === undefined
        ? json(400, { __type: 'ResourceNotFoundException' })
        : json(200, { SecretString: secret });
    }
    if (target === 'AmazonSQS.SendMessage') {
      const message = JSON.parse(body);
      sent.push({ ...message, MessageBody: JSON.parse(message.MessageBody) });
      const md5 = createHash('md5').update(message.MessageBody).digest('hex');
      return json(200, { MessageId: `${sent.length}`, MD5OfMessageBody: md5 });
    }
    const key = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/[^/]+/, '');
    if (request.method === 'PUT') {
      const gzip = request.headers['content-encoding']?.includes('gzip') ?? false;
      const text = gzip ? gunzipSync(bytes).toString('utf8') : body;
      objects.set(key, { text, cacheControl: request.headers['cache-control'], ...(gzip && { gzip: bytes }) });
      return response.writeHead(200).end();
    }
    const object = objects.get(key);
    if (object?.gzip)
      return response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end(object.gzip);
    if (object) return response.writeHead(200, { 'content-type': 'application/json' }).end(object.text);
    response.writeHead(404, { 'content-type': 'application/xml' });
    return response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    sent,
    objects,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The environment of every handler's process here. */
export function lambdaEnvironment(endpoint: string, database = endpoint): Readonly<Record<string, string>> {
  return {
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_DYNAMODB: database,
    AWS_ENDPOINT_URL_SQS: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
    POWERTOOLS_TRACE_ENABLED: 'false',
    POWERTOOLS_SERVICE_NAME: 'test',
    POWERTOOLS_METRICS_NAMESPACE: 'test',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
