import { describe, expect, test } from '@jest/globals';
import type { Joined } from '../../contracts/line-requests.ts';
import { audienceOf, shares } from '../../rehearsal/fans/audience.ts';
import { readProgramme } from '../../rehearsal/fans/programme.ts';
import { Notes } from '../../rehearsal/notes.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import type { Answer, Ask } from '../../rehearsal/site.ts';
import { SmallPlatform } from './small-platform.ts';
import { VirtualClock } from './virtual-clock.ts';

const fans = 60;
const untilDoors = 20_000;

/** A rehearsal on a small platform that may be made to misbehave. */
async function held(
  misbehave: (platform: SmallPlatform, ask: Ask) => Answer = (platform, ask) => platform.answer(ask),
  seed = 1,
) {
  const clock = new VirtualClock();
  const platform = new SmallPlatform(clock, untilDoors);
  const programme = await readProgramme(platform, undefined, seed);
  if (typeof programme === 'string') throw new Error(programme);
  const notes = new Notes();
  await clock.run(
    rehearse({
      audience: { seed, fans, untilDoors },
      terms: { onSale: 'friends', run: 'rehearse', pace: 20, lateAfter: 70_000, endsAt: clock.now() + 900_000 },
      programme,
      opensAt: platform.opensAt,
      site: { ask: async (ask) => misbehave(platform, ask) },
      clock,
      notes,
      identityOf: ({ number }) => ({ entry: 'open', visitor: `${number}`.padStart(22, '0') }),
    }),
  );
  return { notes, platform, clock };
}

const endings = (notes: Notes) => [...notes.endings].sort(([a], [b]) => a - b);

describe('the driver', () => {
  test('gives every fan an order or an answer, and contradicts nothing on a platform that keeps its word', async () => {
    const { notes, platform } = await held();
    expect(notes.endings.size).toBe(fans);
    expect(notes.count('unanswered')).toBe(0);
    expect(notes.contradictions).toEqual([]);
    expect(notes.count('ordered')).toBeGreaterThan(10);
    // Sixty seats are too few for everyone: some are refused every wish.
    expect(notes.count('no-seats')).toBeGreaterThan(0);
    expect(notes.receipts.length).toBe(platform.places.size);
    const early = audienceOf({ seed: 1, fans, untilDoors }).filter(({ arrives }) => arrives < 0).length;
    expect(notes.receipts.length).toBe(early);
    expect(early / fans).toBeGreaterThan(shares.early - 0.2);
    expect(notes.receipts.every(({ again, receipt, gaveUp }) => gaveUp || again === receipt)).toBe(true);
    expect(platform.left.size).toBeGreaterThan(0);
  });

  test('repeats itself for the same seed', async () => {
    const [first, second, other] = [await held(), await held(), await held(undefined, 2)];
    expect(endings(second.notes)).toEqual(endings(first.notes));
    expect(endings(other.notes)).not.toEqual(endings(first.notes));
  });

  test('notices a line that gives the same person another place', async () => {
    let joins = 0;
    const { notes } = await held((platform, ask) => {
      const answer = platform.answer(ask);
      if (ask.step !== 'join again') return answer;
      joins += 1;
      return { ...answer, body: { ...(answer.body as Joined), receipt: `r1.another-${joins}` } };
    });
    expect(joins).toBeGreaterThan(0);
    expect(notes.contradictions.some(({ rule }) => rule === 'W4')).toBe(true);
  });

  test('notices a position that the published sheet does not give', async () => {
    const { notes } = await held((platform, ask) => {
      const answer = platform.answer(ask);
      return ask.step === 'claim' ? { ...answer, body: { ...(answer.body as object), position: 1 } } : answer;
    });
    expect(notes.contradictions.some(({ rule }) => rule === 'W5')).toBe(true);
  });

  test('repeats an act that failed, with the same key, until it is answered', async () => {
    let faults = 0;
    const seen = new Set<string>();
    const { notes } = await held((platform, ask) => {
      const act = JSON.stringify([ask.step, ask.headers, ask.body]);
      if (ask.method === 'POST' && !seen.has(act)) {
        seen.add(act);
        faults += 1;
        // The worst moment to fail: after the act.
        platform.answer(ask);
        return { status: 503, problem: 'fault', body: {} };
      }
      return platform.answer(ask);
    });
    expect(faults).toBeGreaterThan(fans / 2);
    expect(notes.count('unanswered')).toBe(0);
    expect(notes.contradictions).toEqual([]);
    expect(notes.count('ordered')).toBeGreaterThan(10);
  });

  test('says who got no answer when the house never decides', async () => {
    const { notes } = await held((platform, ask) => {
      if (ask.step !== 'hold poll') return platform.answer(ask);
      return { status: 200, body: { state: 'pending', hold: 'x', performance: 'night' } };
    });
    expect(notes.count('ordered')).toBe(0);
    expect(notes.count('unanswered')).toBeGreaterThan(10);
  });

  test('calls a refusal that nobody earned a contradiction', async () => {
    const { notes } = await held((platform, ask) =>
      ask.step === 'claim' ? { status: 401, problem: 'receipt-forged', body: {} } : platform.answer(ask),
    );
    expect(notes.contradictions.some(({ rule }) => rule === 'answers')).toBe(true);
  });
});
