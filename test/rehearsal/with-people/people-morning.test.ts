import { expect, test } from '@jest/globals';
import { peopleMorning } from '../../../rehearsal/with-people/people-morning.ts';
import { runUntilDone } from '../../../simulation/stage/run-virtual.ts';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';
import { troublesOf } from '../../../simulation/troubles.ts';

const opensAt = 1_800_000_000_000;

/** The morning of a seed, over after so many minutes. */
async function aMorning(minutes: number) {
  const time = new VirtualTime(opensAt - 60_000);
  const clock = { now: () => time.now, wait: (ms: number) => time.wait(ms) };
  const did: string[] = [];
  const hand = (name: string) => async (trouble: { readonly endsAt: number }) => {
    did.push(name);
    await time.wait(trouble.endsAt - time.now);
  };
  const { company, brought } = peopleMorning({
    troublesOf: (window) => troublesOf(5, window),
    handsOf: () => ({ 'pacemaker-stands-still': hand('still'), 'wave-of-bots': hand('bots') }),
  });
  const overAt = opensAt + minutes * 60_000;
  const slowAt: number[] = [];
  void (async () => {
    for (; time.now < overAt; await time.wait(1000)) if (company.bankIsSlow()) slowAt.push(time.now);
  })();
  const isOver = () => time.now >= overAt;
  await runUntilDone(
    time,
    company.go({
      onSale: 'friends',
      opensAt,
      endsAt: opensAt + 1_800_000,
      site: undefined as never,
      clock,
      isOver,
      expectOutage: () => undefined,
    }),
  );
  return { brought: brought(), did, slowAt };
}

test('each trouble comes at its time, and the bank is slow for just as long as it should be', async () => {
  const { brought, did, slowAt } = await aMorning(30);
  expect(did.sort()).toEqual(['bots', 'still']);
  expect(brought).toHaveLength(3);
  const bank = brought.find(({ id }) => id === 'bank-is-slow');
  expect(slowAt.length).toBeGreaterThan(50);
  expect(slowAt.every((at) => at >= (bank?.beginsAt ?? 0) && at <= (bank?.endsAt ?? 0))).toBe(true);
  expect(Math.min(...brought.map(({ beginsAt }) => beginsAt))).toBeGreaterThanOrEqual(opensAt + 20_000);
});

test('none comes when everybody has gone home', async () => {
  expect((await aMorning(0)).brought).toEqual([]);
});
