import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { all, either, landed } from '../line/conditional.store.ts';
import type { InviteStore } from './invite-store.ts';

/*
 * INVITES#<mailbox> / INVITES      count, until; the mailbox is a keyed hash
 */
const invitesKey = (mailbox: string) => ({ pk: `INVITES#${mailbox}`, sk: 'INVITES' });

const wasNotInvited = 'attribute_not_exists(pk)';
const hourIsOver = '#until <= :now';
const wasInvited = 'attribute_exists(pk)';
const hasInvitesLeft = '#count < :most';
const hasInvites = '#count > :none';
const countName = { '#count': 'count' };
const untilName = { '#until': 'until' };

export function inviteStore(client: DynamoDBDocumentClient, table: string): InviteStore {
  const update = (mailbox: string, input: Omit<UpdateCommandInput, 'TableName' | 'Key'>) =>
    landed(client.send(new UpdateCommand({ TableName: table, Key: invitesKey(mailbox), ...input })));
  return {
    async countInvite(mailbox, { now, until, most }) {
      const first = await update(mailbox, {
        UpdateExpression: 'SET #count = :one, #until = :until',
        ConditionExpression: either(wasNotInvited, hourIsOver),
        ExpressionAttributeNames: { ...countName, ...untilName },
        ExpressionAttributeValues: { ':one': 1, ':until': until, ':now': now },
      });
      if (first) return true;
      const another = await update(mailbox, {
        UpdateExpression: 'SET #count = #count + :one',
        ConditionExpression: all(wasInvited, hasInvitesLeft),
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':one': 1, ':most': most },
      });
      return another !== undefined;
    },

    async countBack(mailbox) {
      await update(mailbox, {
        UpdateExpression: 'SET #count = #count - :one',
        ConditionExpression: all(wasInvited, hasInvites),
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':one': 1, ':none': 0 },
      });
    },
  };
}
