import { expect, test } from '@jest/globals';
import { callsAMinuteIn, chaosMorning } from '../../../rehearsal/chaos/chaos-morning.ts';
import { roundsAlone } from '../../../simulation/chaos-kinds.ts';
import { runUntilDone } from '../../../simulation/stage/run-virtual.ts';
import { VirtualTime } from '../../../simulation/stage/virtual-time.ts';

const opensAt = 1_800_000_000_000;

/** A morning of one kind, and all that was done in it, in seconds from the doors. */
async function aMorning(id: Parameters<typeof roundsAlone>[0], overAfter: number) {
  const time = new VirtualTime(opensAt - 20_000);
  const clock = { now: () => time.now, wait: (ms: number) => time.wait(ms) };
  const did: string[] = [];
  const note = (what: string) => did.push(`${(time.now - opensAt) / 1000}: ${what}`);
  const [round] = roundsAlone(id);
  if (!round) throw new Error('there is no such round');
  const outages: object[] = [];
  const morning = chaosMorning(
    round,
    150,
    {
      putFaults: async (_, ms) => void note(`faults for ${ms / 1000} s`),
      turnPerMinute: async (_, perMinute) => void note(`${perMinute} a minute`),
      act: async (act) => void note(act),
      undo: async (act, onSale) => {
        if (act === 'send-away') await time.wait(30_000);
        note(`undo ${act} of ${onSale}`);
      },
    },
    () => time.now,
  );
  const isOver = () => time.now >= opensAt + overAfter * 1000;
  const cards: (string | undefined)[] = [];
  void (async () => {
    for (; time.now < opensAt + 300_000; await time.wait(10_000)) cards.push(morning.company.cardNow?.());
  })();
  await runUntilDone(
    time,
    morning.company.go({
      ...{ onSale: 'friends', opensAt, endsAt: opensAt + 900_000, site: undefined as never, clock, isOver },
      expectOutage: (from, until) => outages.push({ from: from - opensAt, until: until - opensAt }),
    }),
  );
  return { did, cards, outages, time: morning.time(), round };
}

test('a fault comes when fans are at every step, lasts its time, and the rest are called when it should have healed', async () => {
  const { did, outages, time, round } = await aMorning(['table-throttled'], 900);
  const [kind] = round.kinds;
  const { lasts = 0, healsWithin = 0 } = kind ?? {};
  expect(did).toEqual([
    `-20: ${callsAMinuteIn(round, 150)} a minute`,
    `25: faults for ${lasts} s`,
    `${25 + lasts + healsWithin + 20}: 100000 a minute`,
  ]);
  expect(outages).toEqual([{ from: 25_000, until: (25 + lasts + healsWithin) * 1000 }]);
  expect(time).toEqual({ beganAt: opensAt + 25_000, endedAt: opensAt + (25 + lasts) * 1000 });
});

test('a bank in trouble is so for as long as its fault lasts', async () => {
  const { cards } = await aMorning(['bank-is-silent'], 900);
  expect([...new Set(cards)]).toEqual([undefined, 'no-answer']);
  expect(cards.filter(Boolean).length).toBe(13);
});

test('an act is done once', async () => {
  const { did } = await aMorning(['keys-rotated'], 900);
  expect(did.filter((one) => one.endsWith('rotate-pass-keys'))).toEqual(['25: rotate-pass-keys']);
});

test('what is undone at the end of a fault is part of it', async () => {
  const { did, outages, time } = await aMorning(['sent-away'], 900);
  expect(did).toContain('25: send-away');
  expect(did).toContain('235: undo send-away of friends');
  expect(time).toEqual({ beganAt: opensAt + 25_000, endedAt: opensAt + 235_000 });
  expect(outages.at(-1)).toEqual({ from: 205_000, until: 310_000 });
});

test('a fault that outlives its fans proves nothing', async () => {
  expect((await aMorning(['table-throttled'], 30)).time).toBeUndefined();
});

test('the line lasts until it has been seen that a fault healed', () => {
  for (const round of roundsAlone()) {
    const [kind] = round.kinds;
    const minutes = 150 / callsAMinuteIn(round, 150);
    expect(minutes * 60).toBeGreaterThan(25 + (kind?.lasts ?? 0) + (kind?.healsWithin ?? 0));
  }
});
