import { describe, expect, test } from '@jest/globals';
import { type Ask, type Caller, Judge } from '../../iam/judge.ts';
import { policyOf } from '../../iam/policy.ts';
import { OpenBook } from '../../iam/policy-book.ts';
import { Properties } from '../../properties.ts';

/*
 * IAM's documented evaluation of requests within one account, case by case:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */

const account = '111122223333';
const role = `arn:aws:iam::${account}:role/Work`;
const table = `arn:aws:dynamodb:eu-west-2:${account}:table/Orders`;
const queue = `arn:aws:sqs:eu-west-2:${account}:Asks`;
const session: Caller = { is: 'role', arn: role, session: 'PlaceOrder' };

const refused: string[] = [];
const policy = (statement: object | readonly object[], version = '2012-10-17', name = 'policy') =>
  policyOf(
    name,
    new Properties({ Version: version, Statement: statement }, name, (sentence) => void refused.push(sentence)),
  );
const allow = (Action: string | readonly string[], Resource: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string, Resource: string, more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

interface Policies {
  readonly ofRole?: object | readonly object[];
  readonly ofQueue?: object | readonly object[];
  readonly boundary?: object | readonly object[];
  readonly version?: string;
}

const judge = ({ ofRole, ofQueue, boundary, version }: Policies) => {
  const book = new OpenBook(account);
  book.role(role, {
    policies: ofRole === undefined ? [] : [policy(ofRole, version)],
    ...(boundary !== undefined && { boundary: policy(boundary) }),
  });
  if (ofQueue !== undefined) book.addToResource(queue, policy(ofQueue));
  return new Judge(book);
};

const decide = (policies: Policies, ask: Ask, caller: Caller = session) => judge(policies).decide(caller, ask, 0);
const put: Ask = { action: 'dynamodb:PutItem', resource: table };
const send: Ask = { action: 'sqs:SendMessage', resource: queue };

describe('who may do what', () => {
  test.each<[string, Policies, boolean]>([
    ['nothing allows it', {}, false],
    ['a policy of the role allows it', { ofRole: allow('sqs:SendMessage', queue) }, true],
    ['another action is allowed', { ofRole: allow('sqs:ReceiveMessage', queue) }, false],
    ['another resource is allowed', { ofRole: allow('sqs:SendMessage', `${queue}2`) }, false],
    ['a deny beside the allow', { ofRole: [allow('sqs:*', '*'), deny('sqs:SendMessage', queue)] }, false],
    ['the queue allows the role', { ofQueue: allow('sqs:SendMessage', queue, { Principal: { AWS: role } }) }, true],
    ['the queue allows anybody', { ofQueue: allow('sqs:SendMessage', queue, { Principal: '*' }) }, true],
    ['the queue allows another role', { ofQueue: allow('sqs:*', queue, { Principal: { AWS: `${role}2` } }) }, false],
    [
      'the queue leaves it to the account, whose role has nothing',
      { ofQueue: allow('sqs:*', queue, { Principal: { AWS: account } }) },
      false,
    ],
    [
      'the queue leaves it to the account, whose role may',
      {
        ofQueue: allow('sqs:*', queue, { Principal: { AWS: `arn:aws:iam::${account}:root` } }),
        ofRole: allow('sqs:SendMessage', queue),
      },
      true,
    ],
    [
      'the queue denies what the role may',
      { ofRole: allow('sqs:*', queue), ofQueue: deny('sqs:SendMessage', queue, { Principal: { AWS: account } }) },
      false,
    ],
    [
      'the queue denies all but the role',
      { ofRole: allow('sqs:*', queue), ofQueue: deny('sqs:*', queue, { NotPrincipal: { AWS: role } }) },
      true,
    ],
    ['a boundary that does not hold it', { ofRole: allow('sqs:*', queue), boundary: allow('s3:*', '*') }, false],
    ['a boundary that holds it', { ofRole: allow('sqs:*', queue), boundary: allow('sqs:*', '*') }, true],
    ['a boundary alone', { boundary: allow('sqs:*', '*') }, false],
    [
      'a boundary that denies',
      { ofRole: allow('sqs:*', queue), boundary: [allow('*', '*'), deny('sqs:*', '*')] },
      false,
    ],
    [
      'the queue allows the role, which its boundary holds back',
      { ofQueue: allow('sqs:*', queue, { Principal: { AWS: role } }), boundary: allow('s3:*', '*') },
      false,
    ],
    [
      'the queue allows anybody, whatever the boundary',
      { ofQueue: allow('sqs:*', queue, { Principal: '*' }), boundary: allow('s3:*', '*') },
      true,
    ],
    [
      'the queue allows the session itself, whatever the boundary',
      {
        ofQueue: allow('sqs:*', queue, {
          Principal: { AWS: `arn:aws:sts::${account}:assumed-role/Work/PlaceOrder` },
        }),
        boundary: allow('s3:*', '*'),
      },
      true,
    ],
    ['all but another action', { ofRole: { Effect: 'Allow', NotAction: 's3:*', Resource: '*' } }, true],
    ['all but this action', { ofRole: { Effect: 'Allow', NotAction: 'sqs:Send*', Resource: '*' } }, false],
    ['all but another resource', { ofRole: { Effect: 'Allow', Action: 'sqs:*', NotResource: table } }, true],
    ['all but this resource', { ofRole: { Effect: 'Allow', Action: 'sqs:*', NotResource: queue } }, false],
    ['an action in another case', { ofRole: allow('SQS:sendmessage', queue) }, true],
    ['an arn in another case', { ofRole: allow('sqs:SendMessage', queue.toUpperCase()) }, false],
  ])('%s', (_, policies, allowed) => expect(decide(policies, send).allowed).toBe(allowed));

  test('the operator may do anything, and nobody who did not sign may do anything but what is open to all', () => {
    const closed = { ofQueue: deny('*', '*', { Principal: '*' }) };
    expect(decide(closed, send, { is: 'operator' }).allowed).toBe(true);
    expect(decide({ ofRole: allow('*', '*') }, send, { is: 'anybody' }).allowed).toBe(false);
    expect(decide({ ofQueue: allow('*', '*', { Principal: '*' }) }, send, { is: 'anybody' }).allowed).toBe(true);
  });

  test('a service is let in by a policy that names it, for the resource that it names', () => {
    const sourceArn = `arn:aws:events:eu-west-2:${account}:rule/Minute`;
    const events: Caller = { is: 'service', name: 'events.amazonaws.com', sourceArn };
    const open = (source: string, Service = 'events.amazonaws.com') => ({
      ofQueue: allow('sqs:SendMessage', queue, {
        Principal: { Service },
        Condition: { ArnLike: { 'aws:SourceArn': source }, StringEquals: { 'AWS:SourceAccount': account } },
      }),
    });
    expect(decide(open(sourceArn), send, events).allowed).toBe(true);
    expect(decide(open('arn:aws:events:*:*:rule/*'), send, events).allowed).toBe(true);
    expect(decide(open(`${sourceArn}s`), send, events).allowed).toBe(false);
    expect(decide(open(sourceArn, 'sns.amazonaws.com'), send, events).allowed).toBe(false);
    expect(decide({ ofQueue: allow('sqs:*', queue, { Principal: '*' }) }, send, events).allowed).toBe(false);
  });

  test('a decision says by what it was allowed, and why not', () => {
    const policies = {
      ofRole: [deny('s3:*', '*'), allow(['dynamodb:GetItem', 'dynamodb:Put*'], [queue, `${table}*`])],
    };
    expect(decide(policies, put)).toEqual({
      allowed: true,
      grounds: [{ policy: 'policy', statement: 1, action: 'dynamodb:Put*', resource: `${table}*` }],
    });
    expect(decide({}, put)).toEqual({
      allowed: false,
      why: 'because no identity-based policy allows the dynamodb:PutItem action',
    });
    expect(decide({ ofRole: deny('*', '*') }, put)).toEqual({
      allowed: false,
      why: 'with an explicit deny in an identity-based policy: the dynamodb:PutItem action',
    });
  });
});

describe('resources', () => {
  const covers = (pattern: string, resource: string, version?: string) =>
    decide({ ofRole: allow('x:Y', pattern), ...(version !== undefined && { version }) }, { action: 'x:Y', resource })
      .allowed;

  test.each<[string, string, boolean]>([
    ['*', table, true],
    [`${table}/index/by-fan`, table, false],
    [table, `${table}/index/by-fan`, false],
    [`${table}/*`, `${table}/index/by-fan`, true],
    [`${table}/index/by-?an`, `${table}/index/by-fan`, true],
    ['arn:aws:s3:::bucket/lines/*/ended.json', 'arn:aws:s3:::bucket/lines/a/b/ended.json', true],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket', false],
    ['arn:aws:s3:::bucket/a.json', 'arn:aws:s3:::bucket/a-json', false],
    ['arn:aws:s3:::bucket/*', 'arn:aws:s3:::bucket/a:b:c', true],
    ['arn:aws:logs:eu-west-2:1:log-group:a:*', 'arn:aws:logs:eu-west-2:1:log-group:a:log-stream:b', true],
    ['arn:aws:sqs:*:*:Asks', queue, true],
    ['arn:aws:sqs:*:Asks', queue, false],
    ['arn:aws:sqs:*', queue, true],
    ['arn:aws:sns:*', queue, false],
    ['arn:*:Asks', queue, false],
  ])('%s covers %s: %s', (pattern, resource, covered) => expect(covers(pattern, resource)).toBe(covered));

  test('a variable stands for its value, whose signs are no patterns, and for itself before 2012', () => {
    const mine = `arn:aws:s3:::bucket/\${aws:PrincipalArn}/*`;
    expect(covers(mine, `arn:aws:s3:::bucket/${role}/x`)).toBe(true);
    expect(covers(mine, `arn:aws:s3:::bucket/${role}2/x`)).toBe(false);
    expect(covers(mine, `arn:aws:s3:::bucket/\${aws:PrincipalArn}/x`, '2008-10-17')).toBe(true);
    expect(covers(`arn:aws:s3:::bucket/\${*}`, 'arn:aws:s3:::bucket/*')).toBe(true);
    expect(covers(`arn:aws:s3:::bucket/\${*}`, 'arn:aws:s3:::bucket/a')).toBe(false);
    expect(covers(`arn:aws:s3:::bucket/\${aws:SourceArn}`, 'arn:aws:s3:::bucket/')).toBe(false);
    expect(covers(`arn:aws:s3:::bucket/\${aws:SourceArn, 'none'}`, 'arn:aws:s3:::bucket/none')).toBe(true);
  });
});

describe('what is not known is refused', () => {
  const sentences = (statement: object): readonly string[] => {
    refused.length = 0;
    policy(statement);
    return [...refused];
  };

  test('a condition operator, a condition key, an element, a kind of principal', () => {
    expect(sentences(allow('*', '*', { Condition: { StringSounds: { 'aws:SourceArn': 'x' } } }))).toEqual([
      'policy.Statement.Condition: the local cloud does not know the condition operator StringSounds',
    ]);
    expect(sentences(allow('*', '*', { Condition: { StringLike: { 'dynamodb:LeadingKeys': 'x' } } }))).toEqual([
      'policy.Statement.Condition: the local cloud does not know the condition key dynamodb:LeadingKeys',
    ]);
    expect(sentences(allow('*', '*', { Mood: 'good' }))[0]).toContain('Mood');
    expect(sentences(allow('*', '*', { Principal: { Federated: 'x' } }))[0]).toContain('Federated');
    expect(() => policy({ Effect: 'Perhaps', Action: '*', Resource: '*' })).toThrow('Effect must be Allow or Deny');
    expect(() => policy({ Effect: 'Allow', Resource: '*' })).toThrow('either Action or NotAction');
  });
});
