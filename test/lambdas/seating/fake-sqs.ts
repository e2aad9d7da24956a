import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Changed {
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}

interface Sent {
  readonly Id?: string;
  readonly MessageBody: string;
  readonly MessageGroupId?: string;
  readonly MessageDeduplicationId?: string;
}

/**
 * As much of SQS as seating touches. It takes messages, one or ten at a time, and keeps them by queue until they are
 * taken out. It notes which messages are handed back.
 */
export async function fakeSqs() {
  const queues = new Map<string, Sent[]>();
  const handedBack: (Changed & { readonly QueueUrl: string })[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { QueueUrl, Entries, ...single } = JSON.parse(Buffer.concat(parts).toString('utf8')) as Sent & {
      readonly QueueUrl: string;
      readonly Entries?: readonly Sent[];
    };
    if (request.headers['x-amz-target'] === 'AmazonSQS.ChangeMessageVisibilityBatch') {
      const changed = (Entries ?? []) as unknown as readonly (Changed & { readonly Id: string })[];
      for (const { ReceiptHandle, VisibilityTimeout } of changed)
        handedBack.push({ QueueUrl, ReceiptHandle, VisibilityTimeout });
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ Successful: changed.map(({ Id }) => ({ Id })), Failed: [] }));
      return;
    }
    const sent = Entries ?? [single];
    queues.set(QueueUrl, [...(queues.get(QueueUrl) ?? []), ...sent]);
    const taken = sent.map(({ Id, MessageBody }) => ({
      Id,
      MessageId: 'm',
      MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    }));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(Entries ? { Successful: taken, Failed: [] } : taken[0]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    handedBack,
    urlOf: (name: string) => `${endpoint}/1/${name}`,
    /** All messages of a queue, which is empty then. */
    take(name: string): readonly Sent[] {
      const taken = queues.get(`${endpoint}/1/${name}`) ?? [];
      queues.delete(`${endpoint}/1/${name}`);
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
