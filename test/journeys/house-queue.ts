import { randomUUID } from 'node:crypto';
import { ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { HouseAsk } from '../../contracts/house.ts';
import { findCloud } from '../../rehearsal/cloud.gateway.ts';
import type { Fan } from './fan.ts';
import type { Playhouse } from './running.ts';

/*
 * A message of the house's queue that comes once more, as SQS may deliver it: under a name of its own, so that the queue
 * itself does not know it.
 */

export interface Again {
  readonly ask: 'hold' | 'sell';
  readonly hold: string;
  readonly performance: string;
  readonly seats: readonly string[];
  /** With `sell`. */
  readonly order?: string;
}

export async function sendAgain(
  house: Playhouse,
  fan: Fan,
  { ask, hold, performance, seats, order = '' }: Again,
): Promise<void> {
  const cloud = findCloud(house.state);
  if (!cloud) throw new Error('The cloud of this test is not running');
  const sqs = new SQSClient({
    endpoint: cloud.endpoints.SQS ?? '',
    region: 'local-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const asks = QueueUrls.filter((url) => /Asks.*\.fifo$/i.test(url) && !/dead|failed/i.test(url));
  if (asks.length !== 1) throw new Error(`The house has one queue of asks, and not ${QueueUrls.join(', ')}`);
  const [, , payload = ''] = fan.pass.split('.');
  const { f } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly f: string };
  const asker = { performance, onSale: fan.onSale, fan: f };
  const message: HouseAsk =
    ask === 'hold'
      ? { ask, id: hold, ...asker, hold, wish: { seats: [...seats] }, askedAt: Date.now() }
      : { ask, id: `${order}-${hold}`, ...asker, hold, order, seats: [...seats] };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: asks[0],
      MessageBody: JSON.stringify(message),
      MessageGroupId: performance,
      MessageDeduplicationId: randomUUID(),
    }),
  );
  sqs.destroy();
}
