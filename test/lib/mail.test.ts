import { beforeAll, describe, expect, test } from '@jest/globals';
import { inSesSandbox, withMail, withoutMail } from './stages.ts';
import { type Synthesized, synthesize } from './synthesize.ts';

let platform: Synthesized;
let without: Synthesized;
beforeAll(async () => {
  [platform, without] = await Promise.all([synthesize(withMail), synthesize(withoutMail)]);
});

const all = ({ resources }: Synthesized, type: string) => resources.filter(({ Type }) => Type === type);
const senders = ['waiting-room/entry/send-invite', 'ordering/mail/tell-buyer'];
/** The variables of the functions that send mail. */
const toldIn = (made: Synthesized) =>
  senders.map(
    (name) =>
      all(made, 'AWS::Lambda::Function').find(({ Properties }) => Properties.Description === name)?.Properties
        .Environment.Variables,
  );
const statements = (made: Synthesized) =>
  all(made, 'AWS::IAM::Policy').flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

describe('a stage that sends mail', () => {
  test('has one identity, the sender’s domain, and its records in the hosted zone', () => {
    const [identity, ...others] = all(platform, 'AWS::SES::EmailIdentity');
    expect(others).toEqual([]);
    expect(identity?.Properties.EmailIdentity).toBe('mail.stampede.example.org');
    const records = all(platform, 'AWS::Route53::RecordSet').filter(({ Properties }) =>
      JSON.stringify(Properties.Name).includes('DkimDNSTokenName'),
    );
    expect(records).toHaveLength(3);
    for (const { Properties } of records)
      expect(Properties).toMatchObject({ Type: 'CNAME', HostedZoneId: 'Z0123456789EXAMPLE00' });
  });

  test('lets two functions send as it, and none send anything else', () => {
    const sending = statements(platform).filter(({ Action }) => JSON.stringify(Action).includes('ses:'));
    expect(sending).toHaveLength(2);
    for (const one of sending) {
      expect(one).toMatchObject({ Action: 'ses:SendEmail', Effect: 'Allow' });
      expect(JSON.stringify(one.Resource)).toMatch(/:identity\/|WaitingRoom.*Identity/);
      expect(JSON.stringify(one.Resource)).not.toContain('*');
    }
    for (const told of toldIn(platform)) {
      expect(told).toMatchObject({
        MAIL_SENDER: 'Tickets@mail.stampede.example.org',
        SITE_ADDRESS: 'https://tickets.stampede.example.org',
      });
    }
  });

  test('sends so many tickets at a time as a new account may', () => {
    const scaled = all(platform, 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.ScalingConfig,
    );
    expect(scaled.map(({ Properties }) => Properties.ScalingConfig)).toEqual([{ MaximumConcurrency: 3 }]);
  });
});

test('a stage in SES’s sandbox may write to any verified address, as its own sender alone', async () => {
  const stage = await synthesize(inSesSandbox);
  const [policy, ...others] = all(stage, 'AWS::IAM::ManagedPolicy').filter(({ id }) => id.startsWith('MailToVerified'));
  expect(others).toEqual([]);
  const [{ Action, Resource, Condition }] = policy?.Properties.PolicyDocument.Statement ?? [{}];
  expect(Action).toBe('ses:SendEmail');
  expect(JSON.stringify(Resource)).toContain(':identity/*');
  expect(Condition).toEqual({ StringEqualsIgnoreCase: { 'ses:FromAddress': 'Tickets@mail.stampede.example.org' } });
  const holders = all(stage, 'AWS::IAM::Role').filter(({ Properties }) =>
    JSON.stringify(Properties.ManagedPolicyArns ?? []).includes('MailToVerified'),
  );
  expect(holders.map(({ id }) => id.replace(/Role.*/, '')).sort()).toEqual(['SendInviteApiSendInvite', 'TellBuyer']);
});

test('a stage without mail has no identity, and its functions know', () => {
  expect(all(without, 'AWS::SES::EmailIdentity')).toEqual([]);
  expect(JSON.stringify(statements(without))).not.toContain('ses:');
  expect(toldIn(without).map(({ MAIL_SENDER }) => MAIL_SENDER)).toEqual(['none', 'none']);
});
