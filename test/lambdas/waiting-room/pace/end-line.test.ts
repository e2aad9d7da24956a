import { expect, test } from '@jest/globals';
import type { Ledger, LedgerLine } from '../../../../contracts/ledger.ts';
import { published } from '../../../../contracts/paths.ts';
import { anOpening, joined, onSale, opensAt, SmallStage } from '../small-stage.ts';

const entries = (stage: SmallStage) =>
  (stage.files.get(published.ledger(onSale, 0)) as Ledger).entries.map(({ text }) => JSON.parse(text) as LedgerLine);

test('at its end the ledger says once how many of those called never came', async () => {
  const stage = new SmallStage();
  const closesAt = opensAt + 60_000;
  await stage.open(anOpening({ closesAt }));
  const receipts = [];
  for (let fan = 0; fan < 8; fan += 1) receipts.push(joined(await stage.join(fan)));
  await stage.run(opensAt + 2000);
  const called = receipts.filter(({ place }) => (stage.position(place) ?? 99) <= 5);
  expect(called).toHaveLength(5);
  // One shops to the end, one gives the pass back.
  await stage.claim(called[0]?.receipt);
  await stage.claim(called[1]?.receipt);
  await stage.leave(called[1]?.receipt);
  await stage.run(closesAt + 9000);
  expect(entries(stage).map(({ act }) => act)).not.toContain('ended');
  await stage.run(closesAt + 20_000);
  const { calledUpTo } = (await stage.line()).progress;
  expect(entries(stage).filter(({ act }) => act === 'ended')).toMatchObject([
    { role: 'pacemaker', detail: { drawn: 8, called: calledUpTo, neverCame: calledUpTo - 2 } },
  ]);
});
