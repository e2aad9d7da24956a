import { inspect } from 'node:util';
import { Logger } from '@aws-lambda-powertools/logger';
import { expect, jest, test } from '@jest/globals';
import { Spoilt } from '../../../lambdas/foundation/spoilt.ts';

test('what is left to the fan is not what a log shows; the cause is', () => {
  const spoilt = new Spoilt('A fault', { voucher: 'v1.a.secret.mac' }, new Error('the table is on fire'));
  expect(spoilt.left).toEqual({ voucher: 'v1.a.secret.mac' });
  const written: string[] = [];
  const spy = jest.spyOn(console, 'error').mockImplementation((line: unknown) => void written.push(String(line)));
  // The logger then writes to the console that is spied on.
  process.env.POWERTOOLS_DEV = 'true';
  new Logger({ logLevel: 'ERROR' }).error('fault', { error: spoilt });
  spy.mockRestore();
  expect(written).toHaveLength(1);
  const seen = `${written.join()}${JSON.stringify(spoilt)}${inspect(spoilt)}`;
  expect(seen).toContain('the table is on fire');
  expect(seen).not.toContain('secret');
});
