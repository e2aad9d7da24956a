/** The permission that a call of SQS needs, and the refusal in SQS's words. */
import type { Guard, JsonCall, JsonReply } from '../http/aws-apis.ts';
import { worded } from '../http/denials.ts';
import type { Denied } from '../iam/gate.ts';
import type { Ask } from '../iam/judge.ts';

/** A batch is allowed by the name of what is done to each message. */
const actionOf = (action: string): string => `sqs:${action.replace(/Batch$/, '')}`;

const asksOf =
  (account: string) =>
  ({ action, input, region }: JsonCall): readonly Ask[] => {
    const arn = (name: string): string => `arn:aws:sqs:${region ?? ''}:${account}:${name}`;
    if (action === 'ListQueues') return [{ action: 'sqs:ListQueues', resource: arn('*') }];
    const name = action === 'GetQueueUrl' ? String(input.QueueName) : String(input.QueueUrl).split('/').at(-1);
    return [{ action: actionOf(action), resource: arn(name ?? '') }];
  };

/** The names are those of before SQS spoke JSON, and its actions are in lower case there. */
const refuse = (denied: Denied): JsonReply => {
  const [type, message] = worded(denied);
  const named = denied.is === 'denied' ? 'AccessDenied' : denied.is === 'unknown' ? 'InvalidClientTokenId' : type;
  const said = denied.is === 'denied' ? message.replaceAll(denied.action, denied.action.toLowerCase()) : message;
  return {
    ok: false,
    type: `com.amazon.coral.service#${type}`,
    message: said,
    queryError: named,
    status: 403,
  };
};

export const sqsGuard = (account: string): Guard<JsonCall, JsonReply> => ({ asks: asksOf(account), refuse });
