import type { InviteRequest } from '../../../contracts/line-requests.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SendMail } from '../../foundation/mail.ts';
import { type FindHead, headLines } from '../../foundation/mail-head.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import { tiersOf } from '../line/tiers.ts';
import { linkOf } from './invite-link.ts';
import { inviteMessage } from './invite-mail.ts';
import type { InviteStore } from './invite-store.ts';

/**
 * Sending a link to an address, which shows by the click that it answers. The answer is always the same. So nobody
 * learns from it who joined, who was invited, or which addresses exist. An address gets three mails an hour at most,
 * whoever asks and for whichever on-sale, so that nobody's mailbox can be filled through us. It is written down as a
 * keyed hash only.
 *
 *     count the mail (1 write unit, 2 for another in the hour) ─▶ send it ─▶ not taken: count it back
 *
 * The mail is counted first, so that no crash sends one too many. If the mail service did not take it, it is counted
 * back. So a fan who tries again in a rush does not get a 202 for a mail that never went out.
 */
export interface InviteDeps {
  readonly lines: Pick<RememberedLines, 'glance'>;
  readonly invites: InviteStore;
  readonly keys: Pick<LineKeys, 'mailboxKey' | 'linkSeal'>;
  /** Undefined: this stage sends no mail. */
  readonly send: SendMail | undefined;
  readonly findHead: FindHead;
  /** Of the site, e.g. `https://tickets.example.org`. */
  readonly site: string;
}

/** `sent` is for the metrics, never for whoever asked. */
export type InviteOutcome = { readonly ok: true; readonly sent: boolean };

export const mostInvites = 3;
const hourMs = 60 * 60_000;

/** A link is good for a day, also when the on-sale is over by then: it leads back to the place, as a member's number does. */
const validMs = 24 * hourMs;

export async function sendInvite(
  { lines, invites, keys, send, findHead, site }: InviteDeps,
  { onSale, email, language }: InviteRequest & { readonly onSale: string },
  now: number,
): Promise<InviteOutcome | Refusal> {
  const line = await lines.glance(onSale, now);
  if (!line) return refuse('line-unknown', 'Check the address, or start from the season page.');
  const { title, closesAt } = line.facts;
  if (!tiersOf(line.facts).some(({ entry }) => entry === 'email')) {
    return refuse('entry-wrong', 'This on-sale is not entered by e-mail: see its page for how to come in.');
  }
  if (now >= closesAt) return refuse('line-closed', 'This on-sale has ended. See the season page for what is on sale.');
  if (!send) {
    return refuse(
      'mail-unavailable',
      'Ask the box office to let you in another way: this site was set up without e-mail.',
    );
  }

  const mailbox = keys.mailboxKey(email);
  const counted = await invites.countInvite(mailbox, { now, endsAt: now + hourMs, most: mostInvites });
  if (!counted.ok) return { ok: true, sent: false };
  const expiresAt = Math.floor((now + validMs) / 1000) * 1000;
  // Behind the `#`, so that neither a server nor a log sees it.
  const url = `${site}/line?on-sale=${onSale}#link=${linkOf(keys, { onSale, mailbox, expiresAt })}`;
  const foot = headLines({ onSale, head: await findHead(onSale, now), site }, language);
  const message = inviteMessage(language, title, url, foot);
  const outcome = await send(email, message).catch(async (fault: unknown) => {
    await invites.countBack(mailbox);
    throw fault;
  });
  if (outcome === 'not-verified') {
    await invites.countBack(mailbox);
    return refuse(
      'mail-unavailable',
      'This site is being tried out: it writes only to addresses that its operators have verified with SES.',
    );
  }
  if (outcome !== 'busy') return { ok: true, sent: outcome === 'sent' };
  await invites.countBack(mailbox);
  return refuse('mail-busy', 'Many people are asking for links. Ask again in a few seconds.', { retryAfterMs: 5000 });
}
