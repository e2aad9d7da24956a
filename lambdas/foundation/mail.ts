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
export type SendMail = (to: string, message: Message) => Promise<'sent' | 'no-such-address' | 'busy'>;
