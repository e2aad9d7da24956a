/** One e-mail, and the way to send it: plain text, HTML without anything to load, and files to keep. */
export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Sends one message to one address. */
export type SendMail = (to: string, message: Message) => Promise<Posted>;

/**
 * `not-verified`: SES is in its sandbox, where it writes to addresses alone that it was shown to be the account's own.
 * No later try changes that.
 */
export type Posted = 'sent' | 'no-such-address' | 'not-verified' | 'busy';

/**
 * Whether SES's refusal is about the one who is written to. The same words say that the sender is not verified yet, which
 * passes: such a mail is to be tried again. SES names the identities that failed.
 */
export function isRecipientNotVerified(
  error: { readonly name: string; readonly message: string },
  { to, sender }: { readonly to: string; readonly sender: string },
): boolean {
  if (error.name !== 'MessageRejected' || !/not verified/i.test(error.message)) return false;
  const said = error.message.toLowerCase();
  return said.includes(to.toLowerCase()) && !said.includes(sender.toLowerCase());
}
