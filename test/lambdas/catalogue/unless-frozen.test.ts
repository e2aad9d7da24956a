import { expect, test } from '@jest/globals';
import { unlessFrozen } from '../../../lambdas/catalogue/unless-frozen.ts';

const six = Date.UTC(2027, 1, 23, 18);
const hour = 3_600_000;
const window = { onSale: 'friends', from: six, until: six + 96 * hour, lifted: [] };

test('a house that was never frozen publishes', async () => {
  const readFreeze = async () => undefined;
  expect(await unlessFrozen({ readFreeze }, six, async () => 'published')).toBe('published');
});

test('a frozen one publishes nothing, and says until when and who may lift it', async () => {
  const readFreeze = async () => ({ v: 1 as const, windows: [window] });
  let acts = 0;
  const act = async () => {
    acts += 1;
    return 'published';
  };
  const message =
    'the house is frozen for "friends" from 2027-02-23T18:00:00Z until 2027-02-27T18:00:00Z. An owner can lift it, with a reason, at /control-room?on-sale=friends#plan';
  expect(await unlessFrozen({ readFreeze }, six, act)).toEqual({
    ok: false,
    detail: message,
    errors: [{ field: 'freeze', message }],
  });
  expect(acts).toBe(0);
  expect(await unlessFrozen({ readFreeze }, six - 1, act)).toBe('published');
  const lifted = { ...window, lifted: [{ from: six + hour, until: six + 2 * hour }] };
  expect(await unlessFrozen({ readFreeze: async () => ({ v: 1, windows: [lifted] }) }, six + hour, act)).toBe(
    'published',
  );
});
