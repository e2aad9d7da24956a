import { expect, jest, test } from '@jest/globals';
import { lazily } from '../../../site/line/lazily.ts';

test('who waits for a part is told once it is there, also when it was wanted before', async () => {
  let come: (part: string) => void = () => undefined;
  const fetch = jest.fn(() => new Promise<string>((done) => (come = done)));
  const part = lazily(fetch);
  expect(part()).toBeUndefined();
  const seen = new Promise<string | undefined>((done) => void part(() => done(part())));
  come('the form');
  expect(await seen).toBe('the form');
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('a part that did not come is asked for again when it is next wanted, and nobody is told before', async () => {
  const ready = jest.fn();
  const fetch = jest.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('lost')).mockResolvedValue('the form');
  const part = lazily(fetch);
  part(ready);
  await new Promise(setImmediate);
  expect(ready).not.toHaveBeenCalled();
  await new Promise<void>((done) => void part(done));
  expect(part()).toBe('the form');
});
