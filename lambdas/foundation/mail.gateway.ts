import { BadRequestException, SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { inTime } from './clients.gateway.ts';
import { type Attachment, isRecipientNotVerified, type SendMail } from './mail.ts';

/**
 * SES, as the given sender. SES's own words on a failure may name the address, so only the kind of failure is passed
 * on.
 */
export function openMail(sender: string): SendMail {
  const ses = inTime((config) => new SESv2Client(config));
  return async (to, { subject, text, html, attachments = [] }) => {
    const part = (data: string) => ({ Data: data, Charset: 'UTF-8' });
    try {
      await ses.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: part(subject),
              Body: { Text: part(text), Html: part(html) },
              ...(attachments.length > 0 && { Attachments: attachments.map(attached) }),
            },
          },
        }),
      );
      return 'sent';
    } catch (error) {
      if (error instanceof BadRequestException) return 'no-such-address';
      if (isThrottled(error)) return 'busy';
      if (error instanceof Error && isRecipientNotVerified(error, { to, sender })) return 'not-verified';
      throw new Error(`The mail was not taken: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  };
}

function attached({ name, type, bytes }: Attachment) {
  return {
    FileName: name,
    ContentType: type,
    RawContent: bytes,
    ContentDisposition: 'ATTACHMENT' as const,
    ContentTransferEncoding: 'BASE64' as const,
  };
}

/** More at once than the account's sending rate; the client has tried three times by then. */
function isThrottled(error: unknown): boolean {
  return (
    error instanceof SESv2ServiceException &&
    (error.$metadata.httpStatusCode === 429 || /Throttl|TooMany|LimitExceeded/.test(error.name))
  );
}
