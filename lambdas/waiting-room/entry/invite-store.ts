import type { Written } from '../../foundation/write-outcome.ts';

export interface InviteStore {
  /**
   * Counts one more link to a mailbox (a keyed hash), unless `most` were counted and the hour that began with the
   * first of them is not over. `endsAt` is the end of the hour that
   * begins now, if one begins.
   */
  countInvite(
    mailbox: string,
    hour: { readonly now: number; readonly endsAt: number; readonly most: number },
  ): Promise<Written>;
  /** Takes one off the count: that link was not sent. */
  countBack(mailbox: string): Promise<void>;
}
