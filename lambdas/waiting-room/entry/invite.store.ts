import { all, either, isAbsent, isThere } from '../../foundation/condition.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { tableOf } from '../../foundation/table.store.ts';
import { written } from '../../foundation/write-outcome.ts';
import type { InviteStore } from './invite-store.ts';

/*
 * INVITES#<mailbox> / INVITES      count, until; the mailbox is a keyed hash
 */
const invitesKey = (mailbox: string) => ({ pk: `INVITES#${mailbox}`, sk: 'INVITES' });

const hourIsOver = '#until <= :now';
const hasInvitesLeft = '#count < :most';
const hasInvites = '#count > :none';
const countName = { '#count': 'count' };
const untilName = { '#until': 'until' };

export function inviteStore(client: Dynamo, name: string): InviteStore {
  const table = tableOf(client, name);
  return {
    async countInvite(mailbox, { now, endsAt, most }) {
      const first = await table.updateIf(invitesKey(mailbox), {
        UpdateExpression: 'SET #count = :one, #until = :until',
        ConditionExpression: either(isAbsent, hourIsOver),
        ExpressionAttributeNames: { ...countName, ...untilName },
        ExpressionAttributeValues: { ':one': 1, ':until': endsAt, ':now': now },
      });
      if (first.ok) return written;
      return table.updateIf(invitesKey(mailbox), {
        UpdateExpression: 'SET #count = #count + :one',
        ConditionExpression: all(isThere, hasInvitesLeft),
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':one': 1, ':most': most },
      });
    },

    async countBack(mailbox) {
      await table.updateIf(invitesKey(mailbox), {
        UpdateExpression: 'SET #count = #count - :one',
        ConditionExpression: all(isThere, hasInvites),
        ExpressionAttributeNames: countName,
        ExpressionAttributeValues: { ':one': 1, ':none': 0 },
      });
    },
  };
}
