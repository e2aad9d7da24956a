import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Synthesized, synthesize } from './synthesize.ts';

let platform: Synthesized;
let without: Synthesized;
beforeAll(async () => {
  [platform, without] = await Promise.all([
    synthesize({ mail: { sender: 'Tickets@mail.stampede.example.org' } }),
    synthesize({ mail: undefined }),
  ]);
}, 240_000);

const all = ({ resources }: Synthesized, type: string) => resources.filter(({ Type }) => Type === type);
const inviteOf = (made: Synthesized) =>
  all(made, 'AWS::Lambda::Function').find(({ Properties }) => Properties.Description === 'waiting-room/send-invite');
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

  test('lets one function send as it, and none send anything else', () => {
    const sending = statements(platform).filter(({ Action }) => JSON.stringify(Action).includes('ses:'));
    expect(sending).toHaveLength(1);
    expect(sending[0]).toMatchObject({ Action: 'ses:SendEmail', Effect: 'Allow' });
    const resource = JSON.stringify(sending[0].Resource);
    expect(resource).toMatch(/:identity\//);
    expect(resource).not.toContain('*');
    expect(inviteOf(platform)?.Properties.Environment.Variables).toMatchObject({
      MAIL_SENDER: 'Tickets@mail.stampede.example.org',
      SITE_ADDRESS: 'https://tickets.stampede.example.org',
    });
  });
});

test('a stage without mail has no identity, and its function knows', () => {
  expect(all(without, 'AWS::SES::EmailIdentity')).toEqual([]);
  expect(JSON.stringify(statements(without))).not.toContain('ses:');
  expect(inviteOf(without)?.Properties.Environment.Variables.MAIL_SENDER).toBe('none');
});
