import { moved, written } from '../../foundation/write-outcome.ts';
import type { InviteStore } from './invite-store.ts';

/** The invite store in memory. */
export function inviteTwin(): InviteStore {
  const hours = new Map<string, { readonly count: number; readonly endsAt: number }>();
  return {
    async countInvite(mailbox, { now, endsAt, most }) {
      const hour = hours.get(mailbox);
      if (!hour || hour.endsAt <= now) {
        hours.set(mailbox, { count: 1, endsAt });
        return written;
      }
      if (hour.count >= most) return moved;
      hours.set(mailbox, { ...hour, count: hour.count + 1 });
      return written;
    },
    async countBack(mailbox) {
      const hour = hours.get(mailbox);
      if (hour && hour.count > 0) hours.set(mailbox, { ...hour, count: hour.count - 1 });
    },
  };
}
