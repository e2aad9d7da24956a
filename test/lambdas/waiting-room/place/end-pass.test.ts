import { expect, test } from '@jest/globals';
import { type EndPassDeps, endPass } from '../../../../lambdas/waiting-room/place/end-pass.ts';

const now = 1_800_000_000_000;
const pass = { number: 1, position: 7, expiresAt: now + 60_000 };
const fan = { pin: { onSale: 'friends', fan: 'one', round: 0, shard: 0, joinedAt: now }, pass };

/** Tells what was written, in its order. */
function noted(endPassOf: EndPassDeps['fans']['endPass']) {
  const written: string[] = [];
  const deps: EndPassDeps = {
    fans: {
      async endPass(...given) {
        const ended = await endPassOf(...given);
        written.push('the record');
        return ended;
      },
    },
    shoppers: {
      async end(_, { endedAt }) {
        written.push(`the count, at ${endedAt - now}`);
      },
    },
  };
  return { deps, written };
}

test('a pass that works is always counted: it is over in its record first, and then in the count', async () => {
  const { deps, written } = noted(async () => ({ ...pass, endedAt: now - 500 }));
  expect(await endPass(deps, fan, now)).toBe(true);
  // The moment is that of the first who ended it.
  expect(written).toEqual(['the record', 'the count, at -500']);
});

test('cut short before its record is written, it is counted still', async () => {
  const { deps, written } = noted(() => Promise.reject(new Error('down')));
  await expect(endPass(deps, fan, now)).rejects.toThrow('down');
  expect(written).toEqual([]);
});

test('a pass whose time is over is not ended', async () => {
  const { deps, written } = noted(async () => undefined);
  expect(await endPass(deps, { ...fan, pass: { ...pass, expiresAt: now } }, now)).toBe(false);
  expect(written).toEqual([]);
});
