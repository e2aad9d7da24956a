/** E-mail: identities that are verified at once, `SendEmail`, and a mailbox in the place of everybody's. */
import { randomUUID } from 'node:crypto';
import { aliasesOf } from '../cloudfront/aliases.ts';
import { localText } from '../cloudfront/local-names.ts';
import { measuresOf } from '../cloudwatch/cloudwatch.ts';
import type { PathCall, PathReply } from '../http/aws-apis.ts';
import type { Cloud, Kind } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { identityOf, sesGuard } from './asks.ts';
import { type CountedEvents, countFates } from './fates.ts';
import { configurationSetOf, readMail } from './mail-shape.ts';
import { localMail, mailboxPage } from './mailbox-page.ts';
import { type MailsStore, openMailsStore } from './mails.store.ts';

/** Verified domains. */
type Identities = string[];

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): PathReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const sendEmail = (cloud: Cloud, mails: MailsStore, identities: Identities, { method, body }: PathCall): PathReply => {
  const refuse = (type: string, message: string, status = 400) =>
    json(status, { message }, { 'x-amzn-errortype': type });
  if (method !== 'POST') return refuse('NotFoundException', `The local cloud does not run ${method} here.`, 404);
  let input: unknown;
  try {
    input = JSON.parse(body.toString('utf8'));
  } catch {
    return refuse('BadRequestException', 'The body is not JSON.');
  }
  const read = readMail(input, identities);
  if (!read.ok) return refuse(read.type, read.message);
  const id = randomUUID();
  mails.put({ ...read.mail, id, at: Date.now() });
  const set = configurationSetOf(body) ?? configurationSet(cloud, identityOf(read.mail.from, identities));
  if (set !== undefined) countFates(read.mail.to, destinationsOf(cloud, set), measuresOf(cloud).measure);
  // Neither to whom nor what: a log is no mailbox.
  cloud.log('mail', `sent ${id}`);
  return json(200, { MessageId: id });
};

const setKey = (identity: string): string => `ses:configuration-set:${identity}`;

/** The configuration set that mails of an identity go by, if it has one. */
const configurationSet = (cloud: Cloud, identity: string): string | undefined =>
  cloud.registry.get(setKey(identity)) as string | undefined;

/** Filled when the templates are read. */
const destinationsOf = (cloud: Cloud, set: string): CountedEvents[] =>
  onceACloud(cloud, `ses:destinations:${set}`, () => []);

const mailPath = '/v2/email/outbound-emails';

/** The API, and the mailbox at `/mailbox` (for programs `/mailbox.json`), on the listener of the AWS APIs. */
const ses = (cloud: Cloud): Identities =>
  onceACloud(cloud, 'ses', () => {
    const { apis } = cloud;
    const mails = openMailsStore(cloud.state);
    const identities: Identities = [];
    const local = (text: string): string => localText(text, aliasesOf(cloud));
    apis.servePath(
      mailPath,
      sesGuard(cloud.account, identities, (identity) => configurationSet(cloud, identity)),
      async (call) => sendEmail(cloud, mails, identities, call),
    );
    apis.servePage('/mailbox.json', async () =>
      json(
        200,
        mails.all().map((mail) => localMail(mail, local)),
      ),
    );
    apis.servePage('/mailbox', async () => ({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      body: mailboxPage(mails.all(), local),
    }));
    cloud.endpoints.set('SESV2', apis.url);
    return identities;
  });

/** All identities share one mailbox. */
const announceMailbox = (cloud: Cloud): void => {
  const mailbox = { name: 'mailbox', url: `${cloud.apis.url}/mailbox` };
  if (!cloud.addresses.some(({ url }) => url === mailbox.url)) cloud.addresses.push(mailbox);
};

const dkimRecords = [1, 2, 3];

const emailIdentity: Kind = {
  type: 'AWS::SES::EmailIdentity',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'EmailIdentity',
      'DkimAttributes',
      'DkimSigningAttributes',
      'FeedbackAttributes',
      'MailFromAttributes',
      // Counts and lists of bounces: nothing bounces here.
      'ConfigurationSetAttributes',
      'Tags',
    ]);
    const identity = properties.text('EmailIdentity').toLowerCase();
    ses(cloud).push(identity);
    const set = properties.inside('ConfigurationSetAttributes')?.optionalText('ConfigurationSetName');
    if (set !== undefined) cloud.registry.set(setKey(identity), set);
    const attributes = dkimRecords.flatMap((at) => {
      const token = stableId({ ...resource, logicalId: `${resource.logicalId}${at}` }, 32);
      return [
        [`DkimDNSTokenName${at}`, `${token}._domainkey.${identity}`],
        [`DkimDNSTokenValue${at}`, `${token}.dkim.amazonses.com`],
      ] as const;
    });
    return {
      ref: identity,
      attributes: Object.fromEntries(attributes),
      open: async () => announceMailbox(cloud),
    };
  },
};

const textsOf = (values: readonly Properties[]): Readonly<Record<string, string>> =>
  Object.fromEntries(values.map((value) => [value.text('DimensionName'), value.text('DefaultDimensionValue')]));

/** Counts in CloudWatch; what else a set could be told of is not run. A dimension has its default value: our mails have no tags. */
const eventDestination: Kind = {
  type: 'AWS::SES::ConfigurationSetEventDestination',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only(['ConfigurationSetName', 'EventDestination']);
    const destination = properties.inside('EventDestination') ?? properties.fail('EventDestination is missing');
    const counts = destination.inside('CloudWatchDestination');
    if (counts === undefined) destination.refuse('the local cloud tells CloudWatch only');
    const events = new Set(destination.texts('MatchingEventTypes').map((name) => name.toLowerCase()));
    if (counts !== undefined && destination.flag('Enabled', true))
      destinationsOf(cloud, properties.text('ConfigurationSetName')).push({
        events,
        dimensions: textsOf(counts.list('DimensionConfigurations')),
      });
    return { ref: stableId(resource, 32), attributes: { Id: stableId(resource, 32) } };
  },
};

export const sesKinds: readonly Kind[] = [emailIdentity, eventDestination];
