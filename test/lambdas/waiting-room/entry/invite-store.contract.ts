import { describe, expect, test } from '@jest/globals';
import type { InviteStore } from '../../../../lambdas/waiting-room/entry/invite-store.ts';

let made = 0;
const aMailbox = () => {
  made += 1;
  return `mailbox-${made}`;
};

/** The duties of every invite store. */
export function inviteStoreContract(name: string, store: () => InviteStore): void {
  describe(`invite store: ${name}`, () => {
    test('counts so many in an hour, and anew in the next', async () => {
      const [invites, mailbox] = [store(), aMailbox()];
      const at = async (now: number) => (await invites.countInvite(mailbox, { now, endsAt: now + 100, most: 2 })).ok;
      expect([await at(1000), await at(1050), await at(1099)]).toEqual([true, true, false]);
      // The hour began with the first.
      expect([await at(1100), await at(1150), await at(1199), await at(1200)]).toEqual([true, true, false, true]);
    });

    test('counts back unsent mails, and never below nothing', async () => {
      const [invites, mailbox] = [store(), aMailbox()];
      const ask = async () => (await invites.countInvite(mailbox, { now: 1000, endsAt: 1100, most: 1 })).ok;
      await invites.countBack(mailbox);
      expect([await ask(), await ask()]).toEqual([true, false]);
      await Promise.all([invites.countBack(mailbox), invites.countBack(mailbox)]);
      expect([await ask(), await ask()]).toEqual([true, false]);
    });

    test('of many at the same time no more are counted, and other mailboxes have their own', async () => {
      const [invites, mailbox] = [store(), aMailbox()];
      const hour = { now: 5000, endsAt: 6000, most: 3 };
      const counted = await Promise.all(Array.from({ length: 12 }, () => invites.countInvite(mailbox, hour)));
      expect(counted.filter(({ ok }) => ok)).toHaveLength(3);
      expect(await invites.countInvite(aMailbox(), hour)).toMatchObject({ ok: true });
    });
  });
}
