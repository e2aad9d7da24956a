/** The measures of a queue that SQS tells CloudWatch: how many messages are visible, and how old the oldest is. */
import type { Measures } from '../cloudwatch/cloudwatch.ts';
import type { MessageQueue } from './message-queue.ts';

export const measureQueue = (queue: MessageQueue, now: number, measure: Measures['measure']): void => {
  const dimensions = { QueueName: queue.settings.name };
  const tell = (name: string, value: number): void => measure({ namespace: 'AWS/SQS', name, dimensions }, value);
  tell('ApproximateNumberOfMessagesVisible', queue.counts().visible);
  tell('ApproximateAgeOfOldestMessage', Math.max(0, Math.floor((now - queue.oldestSentAt()) / 1000)));
};
