import { expect, test } from '@jest/globals';
import { handlers } from '../../../contracts/handlers.ts';
import { readEnv } from '../../../lambdas/foundation/env.ts';

test('a handler gets what the table says, and nothing else', () => {
  const source = { LINES_TABLE: 'Lines', LINE_SECRET_ARN: 'arn', ORIGIN_SECRET_ARNS: 'origin', HOME: '/root' };
  expect(readEnv('waiting-room/entry/join-line', source)).toEqual({
    LINES_TABLE: 'Lines',
    LINE_SECRET_ARN: 'arn',
    ORIGIN_SECRET_ARNS: 'origin',
  });
});

test('what is missing or empty is named', () => {
  expect(() => readEnv('waiting-room/entry/join-line', { LINES_TABLE: 'Lines', LINE_SECRET_ARN: '' })).toThrow(
    'waiting-room/entry/join-line was not told LINE_SECRET_ARN, ORIGIN_SECRET_ARNS',
  );
});

test('every handler is reached in exactly one way', () => {
  for (const [name, handler] of Object.entries(handlers)) {
    expect([name, 'route' in handler, 'by' in handler]).toEqual([name, 'route' in handler, !('route' in handler)]);
  }
});
