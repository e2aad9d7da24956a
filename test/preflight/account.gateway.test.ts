import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { askAws } from '../../preflight/account.gateway.ts';

/* AWS's answers over HTTP: a Lambda that knows the account, and an SNS whose list has two pages. */

let server: Server;
const kept = { ...process.env };
const page = (token: string, topic: string) =>
  `<ListSubscriptionsResponse><ListSubscriptionsResult>${token}<Subscriptions><member><TopicArn>${topic}</TopicArn></member>` +
  '</Subscriptions></ListSubscriptionsResult></ListSubscriptionsResponse>';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const isList = body.includes('Action=ListSubscriptions');
    if (isList) response.end(body.includes('NextToken=2') ? page('', 'b') : page('<NextToken>2</NextToken>', 'a'));
    else if (request.url?.startsWith('/2016-08-19/account-settings'))
      response.end(JSON.stringify({ AccountLimit: { ConcurrentExecutions: 10 } }));
    else if (request.headers['x-amz-target'] === 'secretsmanager.GetSecretValue')
      response.end(JSON.stringify({ SecretString: JSON.parse(body).SecretId }));
    else {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: 'com.amazonaws#AccessDeniedException', message: 'not authorized' }));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_ACCESS_KEY_ID = 'a';
  process.env.AWS_SECRET_ACCESS_KEY = 'b';
});
afterAll(async () => {
  process.env = kept;
  await new Promise((done) => server.close(done));
});

const region = 'eu-west-2';

test('an answer is what AWS sends', async () => {
  const answer = await askAws({ service: 'lambda', operation: 'GetAccountSettings', region });
  expect(answer).toMatchObject({ ok: true, value: { AccountLimit: { ConcurrentExecutions: 10 } } });
});

test('a list is all its pages', async () => {
  const answer = await askAws({ service: 'sns', operation: 'ListSubscriptions', region });
  expect(answer).toMatchObject({ ok: true, value: { Subscriptions: [{ TopicArn: 'a' }, { TopicArn: 'b' }] } });
});

test('a fault is an answer, by its name', async () => {
  const answer = await askAws({ service: 'dynamodb', operation: 'DescribeLimits', region });
  expect(answer).toEqual({ ok: false, fault: 'AccessDeniedException', says: 'not authorized' });
});

test.each([
  ['{"key":"rk_live_hush","webhooks":["whsec_hush"]}', true],
  ['{"key":"hush","webhooks":[]}', false],
  ['hush', false],
])('of a secret it says whether its form is right, and nothing else: %s', async (SecretId, isRight) => {
  const input = { SecretId, form: 'stripe' };
  const answer = await askAws({ service: 'secrets-manager', operation: 'FormOfSecret', region, input });
  expect(answer).toEqual({ ok: true, value: { isRight } });
});

test('a secret’s value is no answer', async () => {
  const question = { service: 'secrets-manager', operation: 'GetSecretValue', region } as const;
  expect(await askAws({ ...question, input: { SecretId: 'hush' } })).toMatchObject({ ok: false });
});

test('what is not known here is a fault too', async () => {
  expect(await askAws({ service: 'lambda', operation: 'DeleteFunction', region })).toMatchObject({ ok: false });
});
