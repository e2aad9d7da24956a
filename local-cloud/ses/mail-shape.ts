/** The part of SES's `SendEmail` (version 2 of its API) that the local cloud runs: simple messages, with files. */

/** One message as it is kept. */
export interface Mail {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly files?: readonly MailFile[];
}

export interface MailFile {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  readonly base64: string;
}

export type ReadMail =
  | { readonly ok: true; readonly mail: Omit<Mail, 'id' | 'at'> }
  /** `type` is the name of the error's shape. */
  | { readonly ok: false; readonly type: 'BadRequestException' | 'MessageRejected'; readonly message: string };

const bag = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const dataOf = (part: unknown): string | undefined => {
  const { Data: data } = bag(part);
  return typeof data === 'string' ? data : undefined;
};

const addressForm = /^(?:[^<>\r\n]*<)?[^\s<>@]+@([^\s<>@]+)>?$/;
const domainOf = (address: string): string | undefined => addressForm.exec(address)?.[1]?.toLowerCase();

/** The largest message that SES takes, files and all. */
const mostBytes = 40 * 1024 * 1024;

/** The attached files, or what is wrong with them. */
const filesIn = (given: unknown): readonly MailFile[] | string => {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return 'Attachments is not a list.';
  const files: MailFile[] = [];
  for (const one of given) {
    const { FileName: name, ContentType: type = 'application/octet-stream', RawContent: base64 } = bag(one);
    if (typeof name !== 'string' || name === '' || typeof type !== 'string') return 'An attachment has no FileName.';
    if (typeof base64 !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
      return `${name} has no RawContent in base64.`;
    files.push({ name, type, base64 });
  }
  const bytes = files.reduce((sum, { base64 }) => sum + base64.length, 0);
  return bytes > mostBytes ? 'The message is too large.' : files;
};

/** A text of a message that is not read yet; undefined where there is none. */
const textIn = (body: Buffer, name: string): string | undefined => {
  try {
    const text = bag(JSON.parse(body.toString('utf8')))[name];
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
};

export const senderOf = (body: Buffer): string => textIn(body, 'FromEmailAddress') ?? '';
export const configurationSetOf = (body: Buffer): string | undefined => textIn(body, 'ConfigurationSetName');

/** @param identities the verified domains. A sender must be of one of them, or below it. */
export const readMail = (input: unknown, identities: readonly string[]): ReadMail => {
  const { FromEmailAddress: from, Destination, Content } = bag(input);
  const destination = bag(Destination);
  const to = [...texts(destination.ToAddresses), ...texts(destination.CcAddresses), ...texts(destination.BccAddresses)];
  const bad = (message: string): ReadMail => ({ ok: false, type: 'BadRequestException', message });
  const domain = typeof from === 'string' ? domainOf(from) : undefined;
  if (typeof from !== 'string' || domain === undefined) return bad('FromEmailAddress is not an address.');
  if (to.length === 0 || to.length > 50) return bad('A message has 1 to 50 recipients.');
  if (to.some((address) => domainOf(address) === undefined)) return bad('Illegal address');
  if (!identities.some((identity) => domain === identity || domain.endsWith(`.${identity}`))) {
    return { ok: false, type: 'MessageRejected', message: `Email address is not verified: ${from}` };
  }
  const simple = bag(bag(Content).Simple);
  const subject = dataOf(simple.Subject);
  const body = bag(simple.Body);
  const [text, html] = [dataOf(body.Text), dataOf(body.Html)];
  if (subject === undefined || (text === undefined && html === undefined)) {
    return bad('The local cloud sends simple messages only: a subject, and a text or HTML.');
  }
  const files = filesIn(simple.Attachments);
  if (typeof files === 'string') return bad(files);
  return {
    ok: true,
    mail: {
      ...{ from, to, subject },
      ...(text !== undefined && { text }),
      ...(html !== undefined && { html }),
      ...(files.length > 0 && { files }),
    },
  };
};
