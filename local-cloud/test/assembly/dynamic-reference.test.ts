import { expect, test } from '@jest/globals';
import { readDynamicReference } from '../../assembly/dynamic-reference.ts';

const arn = 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:Pass-aB3dE6';

test.each([
  [`secretsmanager:${arn}:SecretString:::`, { service: 'secretsmanager', secret: arn, jsonKey: undefined }],
  [`secretsmanager:${arn}:SecretString:key::`, { service: 'secretsmanager', secret: arn, jsonKey: 'key' }],
  [`secretsmanager:${arn}`, { service: 'secretsmanager', secret: arn, jsonKey: undefined }],
  ['secretsmanager:Pass:SecretString:key', { service: 'secretsmanager', secret: 'Pass', jsonKey: 'key' }],
  ['ssm:/a/b:3', { service: 'ssm', name: '/a/b' }],
])('%s', (text, reference) => {
  expect(readDynamicReference(text)).toEqual({ ok: true, reference });
});

test.each([
  [`secretsmanager:${arn}:SecretBinary`, /SecretString/],
  [`secretsmanager:${arn}:SecretString::AWSPREVIOUS:`, /current version/],
  ['vault:thing', /vault/],
])('%s is refused', (text, problem) => {
  const read = readDynamicReference(text);
  expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
});
