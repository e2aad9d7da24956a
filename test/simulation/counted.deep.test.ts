import { expect, test } from '@jest/globals';
import { simulate } from '../../simulation/simulate.ts';

/** The seed that came to nearly all of it when this was written, and then the others. */
const seeds = [16, ...Array.from({ length: 60 }, (_, at) => at + 1)];

/** By name: how the history of a morning shows that it came to this. */
const comesTo = {
  'the last seat is gone': /"phase":"sold-out"/,
  'and seats come back': /"phase":"sold-out"[\s\S]*"phase":"open"/,
  'the last seats lie in baskets': /"halt":"baskets"/,
  'nobody counts, and the line is halted': /"halt":"house"/,
  'and goes on': /"halt":"house"[\s\S]*"phase":"open"/,
  'a date is added': /opens evening-/,
} as const;

test('where seats are counted the line sells out, halts, and goes on, and nothing is breached', async () => {
  const seen = new Set<string>();
  for (const seed of seeds) {
    const { breach, lines = [] } = await simulate({ seed, fans: 12, kept: true, kind: { isCounted: true } });
    expect(breach).toBeUndefined();
    const history = lines.filter((line) => line.includes('board.json') || line.includes('opens')).join('\n');
    for (const [name, shown] of Object.entries(comesTo)) if (shown.test(history)) seen.add(name);
    if (seen.size === Object.keys(comesTo).length) break;
  }
  expect([...seen].sort()).toEqual(Object.keys(comesTo).sort());
});

test('a kind of morning is the seed’s, and may be asked for', async () => {
  const run = (kind: Parameters<typeof simulate>[0]['kind']) => simulate({ seed: 3, fans: 6, kept: true, kind });
  const counts = ({ called = [] }: Awaited<ReturnType<typeof run>>) => called.includes('seats.beats');
  expect(counts(await run({ isCounted: true }))).toBe(true);
  expect(counts(await run({ isCounted: false }))).toBe(false);
});
