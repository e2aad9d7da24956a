import {
  type Attachment,
  BadRequestException,
  MessageRejected,
  SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { mailboxPage } from '../../ses/mailbox-page.ts';
import { removeTemporaryFolders, temporaryFolder } from '../temporary-folder.ts';
import { writtenAssembly } from '../written-assembly.ts';

const assembly = writtenAssembly({
  Mail: {
    template: {
      Resources: { Identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.org' } } },
      Outputs: {
        Identity: { Value: { Ref: 'Identity' } },
        Name: { Value: { 'Fn::GetAtt': ['Identity', 'DkimDNSTokenName1'] } },
        Value: { Value: { 'Fn::GetAtt': ['Identity', 'DkimDNSTokenValue3'] } },
      },
    },
  },
});
const state = temporaryFolder();
let cloud: RunningCloud;
let ses: SESv2Client;

const start = async () => {
  cloud = await startLocalCloud({ assembly, state });
  ses = new SESv2Client({
    region: 'eu-west-2',
    endpoint: cloud.endpoints.SESV2 ?? '',
    credentials: operatorCredentials,
  });
};
const stop = async () => {
  ses.destroy();
  await cloud.stop();
};
beforeAll(start);
afterAll(async () => {
  await stop();
  removeTemporaryFolders();
});

const send = (subject: string, to = 'ada@example.com', from = 'Box office <tickets@mail.example.org>') =>
  ses.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subject },
          Body: {
            Text: { Data: `Hello,\nsee https://tickets.example.org/line?on-sale=x#link=e1.a.b` },
            Html: { Data: '<p>Hello</p>' },
          },
        },
      },
    }),
  );
const mailbox = () => cloud.addresses.find(({ name }) => name === 'mailbox')?.url ?? '';
const mails = async () =>
  (await (await fetch(`${mailbox()}.json`)).json()) as { to: string[]; subject: string; text: string }[];

describe('SES, through the AWS SDK', () => {
  test('an identity is verified at once, and has the records that templates put into a zone', () => {
    const { Identity, Name, Value } = cloud.outputs.Mail ?? {};
    expect(Identity).toBe('example.org');
    expect(Name).toMatch(/^[0-9a-f]{32}\._domainkey\.example\.org$/);
    expect(Value).toMatch(/^[0-9a-f]{32}\.dkim\.amazonses\.com$/);
  });

  test('sends from the identity and below it, and the mailbox shows the newest first, also after a restart', async () => {
    expect((await send('first')).MessageId).toMatch(/^[0-9a-f-]{36}$/);
    await send('second <b>');
    expect((await mails()).map(({ subject }) => subject)).toEqual(['second <b>', 'first']);
    const page = await (await fetch(mailbox())).text();
    expect(page).toContain('second &lt;b&gt;');
    expect(page).toContain('<a href="https://tickets.example.org/line?on-sale=x#link=e1.a.b">');
    await stop();
    await start();
    expect(await mails()).toMatchObject([{ to: ['ada@example.com'] }, { subject: 'first' }]);
  });

  test('refuses as SES does', async () => {
    await expect(send('x', 'no address')).rejects.toThrow(BadRequestException);
    await expect(send('x', 'a@b.org', 'nobody')).rejects.toThrow(BadRequestException);
    await expect(send('x', 'a@b.org', 'a@example.com')).rejects.toThrow(MessageRejected);
    await expect(send('x', 'a@b.org', 'a@notexample.org')).rejects.toThrow(MessageRejected);
    const post = (headers: Record<string, string>) =>
      fetch(`${cloud.endpoints.SESV2}/v2/email/outbound-emails`, { method: 'POST', body: '{', headers });
    const authorization = `AWS4-HMAC-SHA256 Credential=${operatorCredentials.accessKeyId}/20260101/eu-west-2/ses/aws4_request`;
    expect((await post({ authorization })).status).toBe(400);
    expect((await post({})).status).toBe(403);
    expect(await mails()).toHaveLength(2);
  });
});

test('files come with a message, to be kept with a click', async () => {
  const bytes = Buffer.from('%PDF-1.7 and so on');
  const attached = (files: readonly Attachment[]) =>
    ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'tickets@example.org',
        Destination: { ToAddresses: ['ada@example.com'] },
        Content: { Simple: { Subject: { Data: 'files' }, Body: { Text: { Data: 'x' } }, Attachments: [...files] } },
      }),
    );
  await attached([{ FileName: 'tickets.pdf', ContentType: 'application/pdf', RawContent: bytes }]);
  expect(await mails()).toMatchObject([
    { files: [{ name: 'tickets.pdf', type: 'application/pdf', base64: bytes.toString('base64') }] },
    {},
    {},
  ]);
  expect(await (await fetch(mailbox())).text()).toContain(
    `<a download="tickets.pdf" href="data:application/pdf;base64,${bytes.toString('base64')}">tickets.pdf</a>`,
  );
  await expect(attached([{ FileName: '', RawContent: bytes }])).rejects.toThrow(BadRequestException);
});

test('the mailbox shows what a message says and runs nothing of it', () => {
  const hostile = '"><script>alert(1)</script>';
  const files = [{ name: hostile, type: hostile, base64: '' }];
  const mail = {
    id: hostile,
    at: 0,
    from: hostile,
    to: [hostile],
    subject: hostile,
    text: hostile,
    html: hostile,
    files,
  };
  const page = mailboxPage([mail], (text) => text);
  expect(page).not.toContain('<script');
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const local = mailboxPage([{ ...mail, text: 'https://a.example/x' }], (text) =>
    text.replace('https://a.example', 'http://127.0.0.1:1'),
  );
  expect(local).toContain('<a href="http://127.0.0.1:1/x">');
});
