import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { otherWayRound } from './stages.ts';
import { synthesizeInto } from './synthesize.ts';

/* What `npm run build` refuses. It validates the example itself, once, before every `npm test`. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stampede-validation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const validated = async (changes: object, fault?: string) => {
  const { exitCode, said } = await synthesizeInto(folder, new Map([['stage', changes]]), {
    validated: true,
    ...(fault && { fault }),
  });
  return { exitCode, said: said.trim() };
};

describe('the validation packs', () => {
  test('find nothing unanswered with everything the other way round', async () => {
    expect(await validated(otherWayRound)).toEqual({ exitCode: 0, said: '' });
  });

  test('fail the synthesis over a bucket that anyone forgot to close', async () => {
    const { exitCode, said } = await validated({}, 'open-bucket');
    expect(exitCode).toBe(1);
    expect(said).toContain('AwsSolutions-S10');
  });

  test('fail the synthesis over a property that does not exist', async () => {
    const { exitCode, said } = await validated({}, 'no-such-property');
    expect(exitCode).toBe(1);
    expect(said).toContain("Did you mean 'VisibilityTimeout'?");
  });
});

test('a function that would be too long with its pages is refused before it is deployed', async () => {
  const { exitCode, said } = await validated({}, 'long-pages');
  expect(exitCode).toBe(1);
  expect(said).toMatch(
    /The edge function viewer-request-site has 1\d{4} bytes, 7\d{3} of them in the place of __NOT_FOUND_PAGES__; CloudFront takes 10240/,
  );
});
